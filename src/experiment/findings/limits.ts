/** What a result cannot say, in sentences: what every report must admit, and what this one's numbers show. */
import type { Scenario } from '../../scenario/index.ts';
import type { SimulationResult } from '../result.ts';
import type { AssumptionFinding, SensitivityFinding, TimelineFinding } from './findings.ts';

export interface LimitsOf {
  readonly scenario: Scenario;
  readonly result: SimulationResult;
  readonly assumptions: readonly AssumptionFinding[];
  readonly sensitivity: SensitivityFinding;
  readonly timeline: readonly TimelineFinding[];
}

export function limitsOf(findings: LimitsOf): readonly string[] {
  return [
    'This shows what the stated assumptions imply. It is no forecast, and a share of runs is not the chance that the real crisis would have ended so.',
    'The intervals are sampling error alone: more runs make them narrower. They say nothing of whether the assumptions hold, and more runs do not help there.',
    ...evidenceLimit(findings.assumptions),
    ...heldLimit(findings.assumptions),
    ...unresolvedLimit(findings),
    ...rareLimit(findings.result),
    'Each assumption was moved by itself, the others being drawn as ever. One that matters only together with another does not show.',
    ...historyLimit(findings),
  ];
}

const share = (part: number, whole: number): string => `${part} of ${whole}`;

function evidenceLimit(assumptions: readonly AssumptionFinding[]): readonly string[] {
  if (assumptions.length === 0) return [];
  const assumed = assumptions.filter(({ evidence }) => evidence === 'assumed' || evidence === 'unsourced');
  const partly = assumptions.filter(({ evidence }) => evidence === 'partly');
  if (assumed.length + partly.length === 0) return [];
  const rest = partly.length === 0 ? '' : `, and ${partly.length} more rest on a source and a judgement`;
  return [`${share(assumed.length, assumptions.length)} assumptions have no source for their value${rest}.`];
}

function heldLimit(assumptions: readonly AssumptionFinding[]): readonly string[] {
  const held = assumptions.filter(({ varied }) => !varied).length;
  if (held === 0) return [];
  return [
    `${share(held, assumptions.length)} assumptions are held at one value in all runs, as if it were known; the results do not show what another value would do.`,
  ];
}

function unresolvedLimit({ scenario, result }: LimitsOf): readonly string[] {
  const unresolved = result.outcomes.at(-1);
  if (unresolved === undefined || unresolved.count === 0) return [];
  const of = Math.round(100 * unresolved.share.value);
  return [
    `In ${of === 0 ? 'fewer than 1' : of} of 100 runs nothing was settled within ${scenario.time.horizonDays} days. How they would have gone on is not known.`,
  ];
}

const FEW = 20;

const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

function rareLimit({ outcomes, runs }: SimulationResult): readonly string[] {
  const rare = outcomes.slice(0, -1).filter(({ count }) => count < FEW);
  if (rare.length === 0) return [];
  const names = rare.map(
    ({ label, count }) => `${label} (${count === 0 ? 'never' : `${count} ${count === 1 ? 'run' : 'runs'}`})`,
  );
  return [
    `Of ${grouped(runs)} runs too few ended in one of these to say more than that it is rare: ${names.join(', ')}.`,
  ];
}

function historyLimit({ timeline, scenario }: LimitsOf): readonly string[] {
  if (scenario.timeline.length === 0) return [];
  const free = timeline.filter(({ happened, measured }) => happened === null && measured === null).length;
  const contested = timeline.filter(({ entry }) => entry.contested).length;
  const parts = [
    ...(free === 0 ? [] : [`${free} are tied to nothing in the model and are there for the eye alone`]),
    ...(contested === 0 ? [] : [`${contested} are contested`]),
  ];
  if (parts.length === 0) return [];
  return [`Of ${timeline.length} entries of the real timeline ${parts.join(', ')}.`];
}
