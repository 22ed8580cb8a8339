/** Makes records: notes what a step does while it is done, and writes the state down. */
import type { Armable } from './armable.ts';
import { firstAsk } from './armable.ts';
import { causeOf } from './cause.ts';
import type { Chart, RunSnapshot } from './chart.ts';
import { activeLeaves } from './configuration.ts';
import type { Settled } from './decide.ts';
import type { Findings } from './look.ts';
import type { Application, Plan } from './moves.ts';
import { type DecisionRecord, type Move, type Notes, noNotes, type StepRecord } from './record.ts';

/** The record of a state; of the first one, with no notes. */
export function recordOf({ scenario }: Chart, snapshot: RunSnapshot, notes: Notes = noNotes()): StepRecord {
  const { step, dt, variables, auxiliaries, entered, ended } = snapshot.context;
  const leaves = activeLeaves(scenario, entered).map((leaf) => scenario.stages[leaf]!);
  const byStage = scenario.stages.some(({ outcome, index }) => outcome !== null && entered[index] === step);
  return {
    step,
    day: step * dt,
    stages: leaves.map(({ path }) => path),
    variables,
    auxiliaries,
    ...notes,
    end:
      ended === null ? null : { outcome: scenario.outcomes[ended]!.name, by: byStage ? 'stage' : 'horizon' },
  };
}

/** What was decided, whether or not it could be applied. */
export function noteDecisions(chart: Chart, findings: Findings, notes: Notes): void {
  for (const settled of findings.settled) {
    if (settled !== null) notes.decisions.push(decisionRecord(chart, findings, settled));
  }
}

function decisionRecord({ scenario, program }: Chart, findings: Findings, settled: Settled): DecisionRecord {
  const decision = scenario.decisions[settled.decision]!;
  const ask = findings.asks.find((index) => index === firstAsk(scenario) + settled.decision);
  const transitions = findings.chosen.flatMap((index) => {
    const transition = index === null ? null : scenario.transitions[index]!;
    return transition?.decision === settled.decision ? [transition.path] : [];
  });
  return {
    path: decision.name,
    option: settled.option === null ? null : decision.options[settled.option]!.name,
    odds: settled.option === null ? null : settled.odds[settled.option]!,
    fixed: settled.fixed,
    fixedUnavailable: settled.fixedUnavailable,
    options: decision.options.map(({ name }, index) => ({ id: name, odds: settled.odds[index]! })),
    askedBy: [...(ask === undefined ? [] : [decision.name]), ...transitions],
    cause: ask === undefined ? null : causeOf(scenario, program.armables[ask]!, findings.context),
  };
}

/** Paths of what an application lost because its regions had moved. */
export function noteDropped(
  { scenario }: Chart,
  { happening, option }: Application,
  plan: Plan | null,
  notes: Notes,
): void {
  const happenings = option === null ? [happening] : [happening, option.happening];
  for (const index of happenings) {
    if (!plan?.happenings.includes(index)) notes.dropped.push(scenario.happenings[index]!.path);
  }
}

interface Applied {
  readonly application: Application;
  readonly plan: Plan;
  readonly findings: Findings;
  readonly before: RunSnapshot;
  readonly after: RunSnapshot;
}

/** What an application did. */
export function noteApplication(chart: Chart, applied: Applied, notes: Notes): void {
  const { scenario, program } = chart;
  const armable: Armable = program.armables[applied.application.armable]!;
  applied.plan.happenings.forEach((index, place) => {
    const { kind, path } = scenario.happenings[index]!;
    const cause = kind === 'option' ? null : causeOf(scenario, armable, applied.findings.context);
    notes.happenings.push({ kind, path, cause, moves: place === 0 ? movesOf(chart, applied) : [] });
  });
}

/** The regions an application moved, in document order. */
function movesOf({ scenario }: Chart, { plan, before, after }: Applied): readonly Move[] {
  const from = activeLeaves(scenario, before.context.entered);
  const arrived = after.context.arrived.map((stage) => scenario.stages[stage]!);
  const regions = plan.moves.map((target) => scenario.stages[target]!.region).sort((a, b) => a - b);
  return regions.map((region) => ({
    region: scenario.regions[region]!.name,
    from: scenario.stages[from[region]!]!.path,
    to: arrived.find((stage) => stage.region === region && stage.initial === null)!.path,
  }));
}
