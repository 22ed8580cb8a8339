/** Plays the ways of a session through the machine: the same ways give the same states, bit for bit. */
import type { Point, Scenario } from '../../scenario/index.ts';
import {
  type Chart,
  type DecisionRecord,
  forkAt,
  futureOf,
  type Luck,
  type RunSnapshot,
  recordOf,
  type StepRecord,
  startRun,
  stepRun,
} from '../../statechart/index.ts';
import { type Choice, ownerOf, type SeminarPlace, type SeminarWay, type Turn } from './session.ts';

/** A place with all that can be said of it. */
export interface SeminarMoment {
  readonly place: SeminarPlace;
  readonly snapshot: RunSnapshot;
  /** Of every state from the start to this one. */
  readonly records: readonly StepRecord[];
  /** What the step that begins here brings on this way; null where it has ended. */
  readonly next: StepRecord | null;
}

export interface Player {
  readonly chart: Chart;
  /** What is held from the start, on every way. */
  readonly point: Point;
  /**
   * The state of a way; where it ends before, its last one. One that it shares with its parent is the parent's.
   * @throws RunFault where the run cannot go on.
   */
  readonly moment: (ways: readonly SeminarWay[], place: SeminarPlace) => SeminarMoment;
}

interface Stretch {
  readonly states: RunSnapshot[];
  readonly records: StepRecord[];
}

/** Ways that were played are kept in memory: going back costs nothing. */
export function createPlayer(
  chart: Chart,
  point: Point,
  luck: Pick<Luck, 'key'> & { readonly run: number },
): Player {
  const played = new Map<string, Stretch>();

  const stretchOf = (ways: readonly SeminarWay[], index: number): Stretch => {
    const way = ways[index]!;
    const id = identity(ways, index);
    const known = played.get(id);
    if (known !== undefined) return known;
    const made = begin(ways, way);
    played.set(id, made);
    return made;
  };

  const begin = (ways: readonly SeminarWay[], { parent, step, turn }: SeminarWay): Stretch => {
    if (parent === null) {
      const { key, run } = luck;
      const first = startRun(chart, point, { key, draw: run, luck: run, future: 0 });
      return { states: [first], records: [recordOf(chart, first)] };
    }
    const before = stretchOf(ways, parent);
    extend(chart, before, step);
    const turned = stepRun(chart, withTurn(chart, before.states[step]!, turn));
    return {
      states: [...before.states.slice(0, step + 1), turned.snapshot],
      records: [...before.records.slice(0, step + 1), turned.record],
    };
  };

  return {
    chart,
    point,
    moment: (ways, wantedPlace) => {
      // Of a state that ways share, the way before the turn has the decision that was open.
      const { way, step: wanted } = ownerOf(ways, wantedPlace);
      const stretch = stretchOf(ways, way);
      extend(chart, stretch, wanted + 1);
      const step = Math.min(wanted, stretch.states.length - 1);
      return {
        place: { way, step },
        snapshot: stretch.states[step]!,
        records: stretch.records.slice(0, step + 1),
        next: stretch.records[step + 1] ?? null,
      };
    },
  };
}

/** A way's turns, from the run on: what it is made of. */
const identity = (ways: readonly SeminarWay[], index: number): string => {
  const { parent, step, turn } = ways[index]!;
  return parent === null ? '' : `${identity(ways, parent)}/${step} ${JSON.stringify(turn)}`;
};

function extend(chart: Chart, { states, records }: Stretch, step: number): void {
  while (states.length <= step) {
    const last = states[states.length - 1]!;
    if (last.context.ended !== null) return;
    const next = stepRun(chart, last);
    states.push(next.snapshot);
    records.push(next.record);
  }
}

/** The state before a step, turned: what the step's clocks bring is given where a decision waits for them. */
function withTurn(chart: Chart, snapshot: RunSnapshot, turn: Turn): RunSnapshot {
  if (turn.kind === 'start') return snapshot;
  if (turn.kind === 'take') return withChoices(chart, snapshot, turn.choices);
  const isAsked = stepRun(chart, snapshot).record.decisions.some(isOpen);
  const fork = forkAt(chart, snapshot, { kind: 'as_it_stands' }, isAsked ? 'asked' : 'start');
  return 'impossible' in fork ? snapshot : futureOf(chart, fork, turn.future);
}

/** The state with options fixed for the step that begins, and for no later one. */
export function withChoices(chart: Chart, snapshot: RunSnapshot, choices: readonly Choice[]): RunSnapshot {
  const { step, future } = snapshot.context;
  const fork = forkAt(chart, snapshot, { kind: 'as_it_stands' });
  if ('impossible' in fork || choices.length === 0) return snapshot;
  const { point } = fork.context;
  const decisions = chart.scenario.decisions.map(({ name, options }, index) => {
    const choice = choices.find(({ decision }) => decision === name);
    const option = options.findIndex((one) => one.name === choice?.option);
    return option < 0 ? (point.decisions[index] ?? null) : { option, fromStep: step, untilStep: step };
  });
  const context = { ...fork.context, point: { ...point, decisions } };
  return futureOf(chart, { ...fork, context }, future);
}

/** A decision with more than one way out. */
export const isOpen = ({ options, fixed }: DecisionRecord): boolean =>
  !fixed && options.filter(({ odds }) => odds !== null && odds > 0).length > 1;

/** The open decisions of the step that begins at a moment. */
export const openDecisions = ({ next }: Pick<SeminarMoment, 'next'>): readonly DecisionRecord[] =>
  next?.decisions.filter(isOpen) ?? [];

export const decisionNamed = ({ decisions }: Scenario, name: string) =>
  decisions.find((decision) => decision.name === name)!;
