/**
 * The driver: one step of a run, pure. It asks the machine what can happen next, advances the clocks, settles the
 * decisions, and sends what is to be applied; the machine does the rest.
 */
import type { Option } from '../scenario/index.ts';
import { spendTrigger } from './apply.ts';
import { firstAsk } from './armable.ts';
import type { Chart, RunSnapshot } from './chart.ts';
import type { Settled } from './decide.ts';
import { type Findings, look } from './look.ts';
import { type Application, planMoves } from './moves.ts';
import { type Notes, noNotes, type StepRecord } from './record.ts';
import { noteApplication, noteDecisions, noteDropped, recordOf } from './recorder.ts';
import type { RunContext } from './run-context.ts';
import { ARM, eventType, SETTLED, TICK } from './run-event.ts';

/** One step with its record: what happened and why. Throws `RunFault`; the run must not have ended. */
export function stepRun(
  chart: Chart,
  snapshot: RunSnapshot,
): { readonly snapshot: RunSnapshot; readonly record: StepRecord } {
  const notes = noNotes();
  const next = advanceRun(chart, snapshot, notes);
  return { snapshot: next, record: recordOf(chart, next, notes) };
}

/** One step. `notes`, where given, are filled with what happens. */
export function advanceRun(chart: Chart, snapshot: RunSnapshot, notes: Notes | null): RunSnapshot {
  if (snapshot.context.ended !== null) throw new Error('the run has ended');
  const findings = look(chart, snapshot);
  if (notes !== null) noteDecisions(chart, findings, notes);
  const { triggers, armings, asked, fixedUnavailable } = withAsked(chart, findings);
  const settled = chart.send(snapshot, { type: SETTLED, triggers, armings, asked, fixedUnavailable });
  const applied = applyAll(chart, settled, findings, notes);
  return chart.send(applied, { type: TICK });
}

/** The state with what asking has changed: the decisions' counts, and the trigger of an `ask` that found no option. */
function withAsked({ program, scenario }: Chart, { context, asks, settled }: Findings): RunContext {
  const count = (values: readonly number[], counts: (one: Settled) => boolean): readonly number[] =>
    values.map((value, decision) => {
      const one = settled[decision];
      return one !== null && one !== undefined && counts(one) ? value + 1 : value;
    });
  let current = context;
  for (const index of asks) {
    if (settled[index - firstAsk(scenario)]!.option !== null) continue;
    current = { ...current, ...spendTrigger(program, current, index) };
  }
  return {
    ...current,
    asked: count(context.asked, () => true),
    fixedUnavailable: count(context.fixedUnavailable, (one) => one.fixedUnavailable),
  };
}

/** Sends the applications: shocks, options asked by themselves, transitions; each in document order. */
function applyAll(chart: Chart, start: RunSnapshot, findings: Findings, notes: Notes | null): RunSnapshot {
  const { scenario, program } = chart;
  let snapshot = start;
  const send = (application: Application): void => {
    const plan = planMoves(scenario, application, snapshot.context.moved);
    if (notes !== null) noteDropped(chart, application, plan, notes);
    if (plan === null) return;
    const before = snapshot;
    const { path } = scenario.happenings[application.happening]!;
    const order = before.context.applied;
    snapshot = chart.send(before, { type: eventType(path), order, armable: application.armable, ...plan });
    // Once every region has reached a final stage XState takes no eventless transition, and that arms.
    if (snapshot.context.arming.length > 0) snapshot = chart.send(snapshot, { type: ARM });
    if (notes !== null)
      noteApplication(chart, { application, plan, findings, before, after: snapshot }, notes);
  };
  for (const armable of findings.shocks) {
    const { targets, happening } = scenario.shocks[program.armables[armable]!.of]!;
    send({ armable, happening, targets, option: null });
  }
  for (const armable of findings.asks) {
    const option = optionOf(chart, findings, program.armables[armable]!.of);
    if (option !== null)
      send({ armable, happening: option.happening, targets: option.targets, option: null });
  }
  for (const armable of findings.chosen) {
    if (armable === null) continue;
    const { happening, targets, decision } = scenario.transitions[armable]!;
    const option = decision === null ? null : optionOf(chart, findings, decision);
    // An option is applied once, for the first that asked.
    const isDone = option !== null && snapshot.context.happened.includes(option.happening);
    send({ armable, happening, targets, option: isDone ? null : option });
  }
  return snapshot;
}

/** The option a decision was settled on; null when it was not asked or none was available. */
function optionOf({ scenario }: Chart, { settled }: Findings, decision: number): Option | null {
  const option = settled[decision]?.option ?? null;
  return option === null ? null : scenario.decisions[decision]!.options[option]!;
}
