/**
 * All ways in which a state may go on in one step, each with its probability. The machine itself takes every one of them: what
 * chance decides is imposed on it (which clocks ring and in which order, which delays are over, which options are taken), and
 * all else it does as in any run. So there is one meaning, and nothing is drawn.
 */
import { massWithin } from '../../random/index.ts';
import type { FixedOption, Point } from '../../scenario/index.ts';
import { advance } from '../advance.ts';
import { dealtClock } from '../arm.ts';
import type { Chart, RunSnapshot } from '../chart.ts';
import { look } from '../look.ts';
import { startRun } from '../run.ts';
import type { Luck, RunContext } from '../run-context.ts';
import { advanceRun } from '../step.ts';
import type { AfterState, ClockState, TriggerState } from '../trigger-state.ts';
import { forget, OPEN } from './forget.ts';
import { MOST_RACING, type Ringing, ringings } from './ringing.ts';

export interface StepWay {
  readonly probability: number;
  /** The state it leads to, without what has no bearing on how it goes on. */
  readonly snapshot: RunSnapshot;
  /** Happenings of the step. */
  readonly happened: readonly number[];
}

/** More clocks race in one region than their orders can be counted: the rest of a sentence. */
export class TooManyRacing extends Error {
  override readonly name = 'TooManyRacing';
}

/** Nobody's luck: no way depends on it. */
const NO_LUCK: Omit<Luck, 'draw'> = { key: { key0: 0, key1: 0 }, luck: 0, future: 0 };

/** State 0 of every run at a point that draws no parameter. Throws `RunFault`. */
export function firstState(chart: Chart, point: Point): RunSnapshot {
  return forgetful(chart, startRun(chart, point, { ...NO_LUCK, draw: 0 }));
}

/** From a state that `firstState` or another step led to. Probabilities add up to 1. Throws `RunFault`, TooManyRacing. */
export function waysOn(chart: Chart, snapshot: RunSnapshot): readonly StepWay[] {
  return imposed(chart, snapshot.context).flatMap(({ probability, triggers }) => {
    const given = withContext(snapshot, { ...snapshot.context, triggers });
    return settlements(chart, given).map(({ odds, decisions }): StepWay => {
      const { point, step } = snapshot.context;
      const fixed = withContext(given, { ...given.context, point: { ...point, decisions } });
      const next = advanceRun(chart, fixed, null);
      const happened = next.context.last.flatMap((last, happening) => (last === step ? [happening] : []));
      const free = withContext(next, { ...next.context, point });
      return { probability: probability * odds, snapshot: forgetful(chart, free), happened };
    });
  });
}

/** The stages stay, and all else of XState's snapshot follows from them. */
const withContext = (snapshot: RunSnapshot, context: RunContext): RunSnapshot => ({ ...snapshot, context });

const forgetful = (chart: Chart, snapshot: RunSnapshot): RunSnapshot =>
  withContext(snapshot, forget(chart.program, snapshot.context));

/** A way in which triggers that chance decides may behave in a step. */
interface Imposed {
  readonly probability: number;
  readonly triggers: RunContext['triggers'];
}

/** What one race or one delay may do: each possibility as changes of the table of triggers. */
type Choice = readonly {
  readonly probability: number;
  readonly changes: ReadonlyMap<number, TriggerState>;
}[];

function imposed(chart: Chart, context: RunContext): readonly Imposed[] {
  const choices = [...races(chart, context), ...delays(chart, context)];
  return choices.reduce<readonly Imposed[]>(
    (ways, choice) =>
      ways.flatMap((way) =>
        choice
          .filter(({ probability }) => probability > 0)
          .map(({ probability, changes }) => ({
            probability: way.probability * probability,
            triggers: way.triggers.map((state, index) => changes.get(index) ?? state),
          })),
      ),
    [{ probability: 1, triggers: context.triggers }],
  );
}

/** Clocks of one region race; those of shocks and asks are each alone. */
function races({ program, scenario }: Chart, context: RunContext): readonly Choice[] {
  const groups = new Map<string, { index: number; risk: number }[]>();
  context.triggers.forEach((state, index) => {
    if (state?.kind !== 'clock' || state.rungStep >= 0) return;
    const risk = riskOf(program.armables[index]!, state, context);
    if (!(risk > 0)) return;
    const name =
      index < scenario.transitions.length ? `region ${scenario.transitions[index]!.region}` : `${index}`;
    groups.set(name, [...(groups.get(name) ?? []), { index, risk }]);
  });
  return [...groups.values()].map((clocks): Choice => {
    if (clocks.length > MOST_RACING) {
      const paths = clocks.map(({ index }) => program.armables[index]!.path).join(', ');
      throw new TooManyRacing(
        `${clocks.length} clocks race in one step (${paths}), more than ${MOST_RACING}`,
      );
    }
    return ringings(clocks.map(({ risk }) => risk)).map((ringing) => ({
      probability: ringing.probability,
      changes: rung(clocks, ringing),
    }));
  });
}

/** What a clock gathers in the step: the machine's own advance, from nothing. */
function riskOf(armable: Parameters<typeof advance>[0], state: ClockState, context: RunContext): number {
  const { state: next } = advance(armable, { ...state, risk: 0, threshold: OPEN }, context);
  return next.kind === 'clock' ? next.risk : 0;
}

/** Thresholds that are reached in the order of the ringing, at even fractions of the step; one of infinite risk at its start. */
function rung(
  clocks: readonly { readonly index: number; readonly risk: number }[],
  { order }: Ringing,
): ReadonlyMap<number, TriggerState> {
  return new Map(
    order.map((place, rank) => {
      const { index, risk } = clocks[place]!;
      const threshold = risk === Infinity ? 0 : (risk * (rank + 1)) / (order.length + 1);
      return [index, dealtClock(threshold)];
    }),
  );
}

/** Slack with which a stay is held against its delay. */
const SLACK = 1e-9;

/** A drawn delay is over in the step with the chance of that given that it was not before. */
function delays({ program }: Chart, context: RunContext): readonly Choice[] {
  return context.triggers.flatMap((state, index): readonly Choice[] => {
    const { trigger } = program.armables[index] ?? { trigger: null };
    if (state?.kind !== 'after' || state.used || state.delay !== OPEN) return [];
    if (trigger?.kind !== 'after' || trigger.wait.kind !== 'drawn') return [];
    const stayed = (context.step - state.armed) * context.dt;
    const { distribution } = trigger.wait;
    const from = stayed === 0 ? -Infinity : stayed + SLACK;
    // Choices count their ends: what equals `from` was over before.
    const left = massWithin(distribution, nextAbove(from), Infinity);
    const longer = massWithin(distribution, nextAbove(stayed + context.dt + SLACK), Infinity);
    const goesOn = left > 0 ? longer / left : 0;
    const over: AfterState = { kind: 'after', due: false, armed: state.armed, delay: 0, used: false };
    return [
      [
        { probability: 1 - goesOn, changes: new Map<number, TriggerState>([[index, over]]) },
        { probability: goesOn, changes: new Map() },
      ],
    ];
  });
}

/** The slack is far wider than the last bit. */
const nextAbove = (days: number): number => (days === -Infinity ? days : days + 1e-3 * SLACK);

/** Every way in which what is asked in the step may be decided, as what is fixed in it. */
function settlements(
  chart: Chart,
  snapshot: RunSnapshot,
): readonly { readonly odds: number; readonly decisions: readonly (FixedOption | null)[] }[] {
  const { step, point } = snapshot.context;
  const settled = chart.scenario.decisions.length === 0 ? [] : look(chart, snapshot).settled;
  return settled.reduce<readonly { odds: number; decisions: readonly (FixedOption | null)[] }[]>(
    (ways, one) => {
      if (one === null || one.fixed || one.option === null) return ways;
      const options = one.odds.flatMap((odds, option) =>
        odds !== null && odds > 0 ? [{ odds, option }] : [],
      );
      return ways.flatMap((way) =>
        options.map(({ odds, option }) => ({
          odds: way.odds * odds,
          decisions: way.decisions.map((fixed, decision) =>
            decision === one.decision ? { option, fromStep: step, untilStep: step } : fixed,
          ),
        })),
      );
    },
    [{ odds: 1, decisions: point.decisions }],
  );
}
