/**
 * A scenario as one XState machine: parallel regions of nested states, an event for every happening.
 *
 * A happening is an event that each region it moves reacts to: in the region of its own stage from that stage, elsewhere
 * from the active leaf, as the language says. Guards let a region move only where the event says so, because a region
 * moves once a step and an option may send it elsewhere. `reenter` gives the exits that the language wants: up to the
 * nearest common ancestor, and the stage itself when it contains the target, or is it, or the target was active.
 */
import { assign, setup } from 'xstate';
import type { Happening, Region, Scenario, Stage, Transition } from '../scenario/index.ts';
import { apply, armArrived, enter, leave, settle } from './apply.ts';
import type { Program } from './program.ts';
import { NOTHING_UNDERWAY, type RunContext } from './run-context.ts';
import { ARM, eventType, isHappening, isSettled, type RunEvent, SETTLED, START, TICK } from './run-event.ts';
import { begin } from './start.ts';
import { tick } from './tick.ts';

/** The machine's root; a stage's id is this, a dot and its path. */
export const ROOT = 'scenario';

/** XState's name of a stage. */
export const stageId = (stage: Stage): string => `${ROOT}.${stage.path}`;

/** What a transition of the machine carries: ours, when it is its own stage's or region's. */
interface TransitionMeta {
  readonly transition: number;
}

interface Reaction {
  readonly target?: string;
  readonly reenter?: boolean;
  readonly guard?: { readonly type: 'moves'; readonly params: { readonly stage: number } };
  readonly actions: 'apply';
  readonly description?: string;
  readonly meta?: TransitionMeta;
}

type Reactions = Record<string, readonly Reaction[]>;

/** The machine; its implementations are the functions of `apply.ts`, `start.ts` and `tick.ts`. */
export function createRunMachine(program: Program) {
  const { scenario } = program;
  const fromElsewhere = reactionsFromElsewhere(scenario);
  const kit = setup({
    types: { context: {} as RunContext, events: {} as RunEvent },
    actions: {
      begin: assign(({ context }) => begin(program, context)),
      settle: assign(({ event }) => (isSettled(event) ? settle(event) : {})),
      leave: assign(({ context, event }, { stage }: { stage: number }) =>
        leave(program, context, event, stage),
      ),
      apply: assign(({ context, event }) => apply(program, context, event)),
      enter: assign(({ context, event }, { stage }: { stage: number }) =>
        enter(program, context, event, stage),
      ),
      arm: assign(({ context }) => armArrived(program, context)),
      tick: assign(({ context }) => tick(program, context)),
    },
    guards: {
      moves: ({ event }, { stage }: { stage: number }) => isHappening(event) && event.moves.includes(stage),
      hasArrived: ({ context }) => context.arming.length > 0,
    },
  });
  type Node = Parameters<typeof kit.createStateConfig>[0];

  const node = (stage: Stage): Node => ({
    description: stage.label,
    meta: { stage: stage.index },
    ...(stage.outcome !== null && stage.initial === null
      ? { type: 'final' as const }
      : { on: stageReactions(scenario, stage, fromElsewhere) }),
    ...(stage.initial === null
      ? {}
      : { initial: scenario.stages[stage.initial]!.name, states: nodes(stage.children) }),
    entry: { type: 'enter', params: { stage: stage.index } },
    exit: { type: 'leave', params: { stage: stage.index } },
  });
  const nodes = (stages: readonly number[]): Record<string, Node> =>
    Object.fromEntries(stages.map((index) => [scenario.stages[index]!.name, node(scenario.stages[index]!)]));
  const regionNode = (region: Region): Node => ({
    description: region.label,
    meta: { region: region.index },
    initial: scenario.stages[region.initial]!.name,
    states: nodes(region.stages.filter((stage) => scenario.stages[stage]!.parent === null)),
    on: regionReactions(scenario, region),
  });

  return kit.createMachine({
    id: ROOT,
    version: scenario.hash,
    description: scenario.title,
    type: 'parallel',
    // A state of nothing, for whoever looks at the machine; runs bring their own (`startRun`).
    context: NOTHING_UNDERWAY as RunContext,
    states: Object.fromEntries(scenario.regions.map((region) => [region.name, regionNode(region)])),
    on: {
      ...rootReactions(scenario),
      [START]: { actions: 'begin' },
      [SETTLED]: { actions: 'settle' },
      [ARM]: { actions: 'arm' },
      [TICK]: { actions: 'tick' },
    },
    // An application ends by arming what the stages it entered wait for.
    always: { guard: 'hasArrived', actions: 'arm' },
  });
}

/** A stage's own transitions; and for a leaf, what comes to its region from elsewhere. */
function stageReactions(scenario: Scenario, stage: Stage, fromElsewhere: readonly Reactions[]): Reactions {
  const own = ownReactions(scenario, stage.transitions, (target) => ({
    target: `#${stageId(target)}`,
    reenter: true,
  }));
  return stage.initial === null ? { ...own, ...fromElsewhere[stage.region] } : own;
}

/** A region's own transitions leave every active stage of it, but never the region. */
const regionReactions = (scenario: Scenario, region: Region): Reactions =>
  ownReactions(scenario, region.transitions, (target) => ({ target: `#${stageId(target)}`, reenter: false }));

function ownReactions(
  scenario: Scenario,
  transitions: readonly number[],
  to: (target: Stage) => Pick<Required<Reaction>, 'target' | 'reenter'>,
): Reactions {
  const reactions: Record<string, readonly Reaction[]> = {};
  for (const index of transitions) {
    const transition = scenario.transitions[index]!;
    const meta = { transition: index };
    const moves = targetsIn(scenario, transition.region, targetsOf(scenario, transition)).map(
      (target): Reaction => ({ ...to(target), ...reaction(target, transition.label), meta }),
    );
    // Without a move here its lists may still run: it has no target, or only ones in other regions.
    const stays: Reaction = { actions: 'apply', description: transition.label, meta };
    reactions[eventType(transition.path)] = [...moves, stays];
  }
  return reactions;
}

/** By region: reactions of its leaves to transitions of other regions, to shocks, and to options asked by themselves. */
function reactionsFromElsewhere(scenario: Scenario): readonly Reactions[] {
  const byRegion: Record<string, Reaction[]>[] = scenario.regions.map(() => ({}));
  for (const happening of scenario.happenings) {
    for (const index of new Set(targetsFromElsewhere(scenario, happening))) {
      const target = scenario.stages[index]!;
      const reactions = byRegion[target.region]!;
      reactions[eventType(happening.path)] ??= [];
      reactions[eventType(happening.path)]!.push({
        target: `#${stageId(target)}`,
        reenter: true,
        ...reaction(target, happening.label),
      });
    }
  }
  return byRegion;
}

const reaction = (target: Stage, label: string): Reaction => ({
  guard: { type: 'moves', params: { stage: target.index } },
  actions: 'apply',
  description: label,
});

/** Targets that a happening may have in regions which are not its own. */
function targetsFromElsewhere(scenario: Scenario, happening: Happening): readonly number[] {
  switch (happening.kind) {
    case 'transition': {
      const transition = scenario.transitions[happening.transition]!;
      // Its own region reacts to it from its own stage.
      return targetsOf(scenario, transition).filter(
        (of) => scenario.stages[of]!.region !== transition.region,
      );
    }
    case 'option':
      return isEvent(scenario, happening)
        ? scenario.decisions[happening.decision]!.options[happening.option]!.targets
        : [];
    case 'shock':
      return scenario.shocks[happening.shock]!.targets;
    default:
      throw new Error(`not a happening: ${JSON.stringify(happening satisfies never)}`);
  }
}

/** A transition's targets and those of the options it may bring. */
function targetsOf(scenario: Scenario, { targets, decision }: Transition): readonly number[] {
  if (decision === null) return targets;
  return [...targets, ...scenario.decisions[decision]!.options.flatMap((option) => option.targets)];
}

const targetsIn = (scenario: Scenario, region: number, targets: readonly number[]): readonly Stage[] =>
  [...new Set(targets)].map((index) => scenario.stages[index]!).filter((stage) => stage.region === region);

/** What no region reacts to still runs its lists. */
const rootReactions = (scenario: Scenario): Reactions =>
  Object.fromEntries(
    scenario.happenings
      .filter((happening) => isEvent(scenario, happening))
      .map(({ path, label }) => [eventType(path), [{ actions: 'apply' as const, description: label }]]),
  );

/** An option is an event of its own only when its decision is asked by itself; else it comes with a transition. */
const isEvent = (scenario: Scenario, happening: Happening): boolean =>
  happening.kind !== 'option' || scenario.decisions[happening.decision]!.ask !== null;
