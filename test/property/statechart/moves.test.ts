// Proves that the XState machine leaves and enters what the language says, in its order, against a direct reading of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedKey } from '../../../src/random/index.ts';
import type { Scenario } from '../../../src/scenario/index.ts';
import { createChart, type RunSnapshot, recordOf, startRun } from '../../../src/statechart/index.ts';
import { eventType, TICK } from '../../../src/statechart/run-event.ts';
import { pointOf } from '../../helpers/build-scenario.ts';
import { charts } from './charts.ts';

const KEY = seedKey('moves');

/** From a stage up to the one just below its region. */
function upwards(scenario: Scenario, stage: number | null): number[] {
  return stage === null ? [] : [stage, ...upwards(scenario, scenario.stages[stage]!.parent)];
}

const downwards = (scenario: Scenario, stage: number): number[] => {
  const { initial } = scenario.stages[stage]!;
  return initial === null ? [] : [initial, ...downwards(scenario, initial)];
};

/**
 * The page's rule for one region: what is left (leaf outward) and what is entered (inward). `mover` is a stage, or null
 * for the region itself.
 */
function movesOf(scenario: Scenario, leaf: number, mover: number | null, target: number) {
  const active = upwards(scenario, leaf);
  const line = upwards(scenario, target);
  let kept: number[];
  if (mover === null) {
    // A region's own transition leaves everything active in it, and never the region.
    kept = [];
  } else {
    // Up to the nearest common ancestor of the mover and the target …
    const above = upwards(scenario, mover);
    kept = line.filter((stage) => above.includes(stage));
    // … the mover too when it contains the target (or is it), and the target always if it was active.
    if (line.includes(mover))
      kept = kept.filter((stage) => stage !== mover && !upwards(scenario, stage).includes(mover));
    if (active.includes(target))
      kept = kept.filter((stage) => stage !== target && !upwards(scenario, stage).includes(target));
  }
  return {
    left: active.filter((stage) => !kept.includes(stage)),
    entered: [...line.filter((stage) => !kept.includes(stage)).reverse(), ...downwards(scenario, target)],
  };
}

interface Step {
  readonly event: {
    readonly type: string;
    readonly armable: number;
    readonly moves: readonly number[];
    readonly happenings: readonly number[];
  };
  /** By region that moves, who moves it; null for the region itself. */
  readonly movers: ReadonlyMap<number, number | null>;
}

/** Everything that can be applied in a configuration, with each way its moves may have survived. */
function applications(scenario: Scenario, leaves: readonly number[]): readonly Step[] {
  const active = leaves.flatMap((leaf) => upwards(scenario, leaf));
  const regionOf = (stage: number): number => scenario.stages[stage]!.region;
  const steps: Step[] = [];
  const add = (
    type: string,
    armable: number,
    happenings: readonly number[],
    targets: readonly number[],
    own: { region: number; mover: number | null } | null,
  ): void => {
    const moves = targets.filter(
      (stage, index) => targets.findIndex((other) => regionOf(other) === regionOf(stage)) === index,
    );
    const movers = new Map(
      moves.map((stage) => {
        const region = regionOf(stage);
        return [region, own?.region === region ? own.mover : leaves[region]!] as const;
      }),
    );
    steps.push({ event: { type: eventType(type), armable, moves, happenings }, movers });
    // A region that has moved already is not moved again.
    if (moves.length > 1)
      steps.push({
        event: { type: eventType(type), armable, moves: moves.slice(1), happenings },
        movers: new Map([...movers].slice(1)),
      });
  };
  for (const { index, path, stage, region, targets, decision, happening } of scenario.transitions) {
    if (stage !== null && !active.includes(stage)) continue;
    const own = { region, mover: stage };
    add(path, index, [happening], targets, own);
    if (decision === null) continue;
    for (const option of scenario.decisions[decision]!.options)
      add(path, index, [happening, option.happening], [...targets, ...option.targets], own);
  }
  for (const { name, index, targets, happening } of scenario.shocks)
    add(name, scenario.transitions.length + index, [happening], targets, null);
  for (const { index, ask, options } of scenario.decisions) {
    if (ask === null) continue;
    for (const { path, happening, targets } of options)
      add(path, scenario.transitions.length + scenario.shocks.length + index, [happening], targets, null);
  }
  return steps;
}

describe('one application after another', () => {
  it('leaves, enters, runs its lists and arms as the page says', () => {
    let checked = 0;
    fc.assert(
      fc.property(charts, fc.array(fc.nat(1000), { minLength: 4, maxLength: 12 }), (scenario, picks) => {
        const chart = createChart(scenario);
        let snapshot: RunSnapshot = startRun(chart, pointOf(scenario), {
          key: KEY,
          draw: 0,
          luck: 0,
          future: 0,
        });
        for (const pick of picks) {
          if (snapshot.context.step >= scenario.time.steps) break;
          const leaves = leavesOf(scenario, recordOf(chart, snapshot).stages);
          const possible = applications(scenario, leaves);
          const step = possible[pick % possible.length];
          if (step === undefined) break;
          const { event, movers } = step;
          // A shock that happens once is used up by now; its trigger is not what this is about.
          if (snapshot.context.triggers[event.armable] === null) continue;
          const applied = chart.send(snapshot, { ...event, order: 0 });
          checkApplied(scenario, snapshot, applied, { event, movers, leaves });
          checked++;
          snapshot = chart.send(applied, { type: TICK });
        }
      }),
      { numRuns: 60, seed: 5 },
    );
    expect(checked).toBeGreaterThan(300);
  });
});

const leavesOf = (scenario: Scenario, paths: readonly string[]): number[] =>
  paths.map((path) => scenario.stages.findIndex((stage) => stage.path === path));

function checkApplied(
  scenario: Scenario,
  before: RunSnapshot,
  after: RunSnapshot,
  { event, movers, leaves }: Step & { readonly leaves: readonly number[] },
): void {
  const regions = [...movers.keys()].sort((a, b) => a - b);
  const moved = regions.map((region) => {
    const target = event.moves.find((stage) => scenario.stages[stage]!.region === region)!;
    return movesOf(scenario, leaves[region]!, movers.get(region)!, target);
  });
  const left = moved.flatMap((one) => one.left);
  const entered = moved.flatMap((one) => one.entered);
  const { context } = after;
  const byRegion = (stages: readonly number[]): number[] =>
    [...stages].sort((a, b) => scenario.stages[a]!.region - scenario.stages[b]!.region);
  expect(byRegion(context.left)).toEqual(left);
  expect(context.arrived).toEqual(entered);
  expect(context.moved).toEqual(regions);
  expect(context.happened).toEqual(event.happenings);
  // Lists in order: exits, its own, the option's, entries.
  const lists = [
    ...left.map((stage) => scenario.stages[stage]!.exit),
    ...event.happenings.map((happening) => effectsOf(scenario, happening)),
    ...entered.map((stage) => scenario.stages[stage]!.entry),
  ];
  expect(context.variables).toEqual(variablesAfter(scenario, before, lists));
  checkArmed(scenario, before, after, { event, left, entered });
}

function effectsOf(scenario: Scenario, index: number) {
  const happening = scenario.happenings[index]!;
  if (happening.kind === 'transition') return scenario.transitions[happening.transition]!.effects;
  if (happening.kind === 'shock') return scenario.shocks[happening.shock]!.effects;
  return scenario.decisions[happening.decision]!.options[happening.option]!.effects;
}

/** The few effects that the random charts have, by their text. */
function variablesAfter(
  scenario: Scenario,
  before: RunSnapshot,
  lists: readonly (readonly { variable: number; expression: { text: string } }[])[],
): number[] {
  const cut = (value: number, low: number, high: number): number =>
    value < low ? low : value > high ? high : value;
  let [x, w] = before.context.variables as [number, number];
  const day = before.context.step * scenario.time.stepDays;
  for (const list of lists) {
    const [oldX, oldW] = [x, w];
    for (const { variable, expression } of list) {
      if (variable === 0) {
        const value = { 'x * 0.5 + 1': oldX * 0.5 + 1, w: oldW, '0 - x': 0 - oldX, day }[expression.text];
        x = cut(value!, -20, 20);
      } else {
        const value = { '1': 1, 'x * 0.25': oldX * 0.25, '-0.5': -0.5 }[expression.text];
        w = cut(oldW + value!, 0, 9);
      }
    }
  }
  return [x, w];
}

/** Left: disarmed. Entered: armed for a stay that begins with the next state. The rest: as it was, but for the one used. */
function checkArmed(
  scenario: Scenario,
  before: RunSnapshot,
  after: RunSnapshot,
  {
    event,
    left,
    entered,
  }: { readonly event: Step['event']; readonly left: readonly number[]; readonly entered: readonly number[] },
): void {
  for (const { index, stage } of scenario.transitions) {
    const state = after.context.triggers[index];
    if (stage !== null && entered.includes(stage)) {
      expect(state).not.toBeNull();
      if (state?.kind === 'after')
        expect(state).toMatchObject({ armed: before.context.step + 1, used: false });
      if (state?.kind === 'every') expect(state).toMatchObject({ enabledSteps: 0, falls: 0 });
      if (state?.kind === 'clock') expect(state).toMatchObject({ risk: 0, rungStep: -1 });
    } else if (stage !== null && left.includes(stage)) {
      expect(state).toBeNull();
    } else if (index !== event.armable) {
      expect(state).toBe(before.context.triggers[index]);
    } else if (state?.kind === 'after') {
      expect(state.used).toBe(true);
    } else if (state?.kind === 'clock') {
      expect(state.threshold).not.toBe((before.context.triggers[index] as typeof state).threshold);
    }
  }
}
