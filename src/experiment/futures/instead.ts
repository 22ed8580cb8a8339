/** What the alternatives to a step of a run would have brought. */
import { type Estimate, wilson } from '../../analysis/index.ts';
import type { Pool } from '../../runner/index.ts';
import type { FuturesBatch, Scenario } from '../../scenario/index.ts';
import { type Alternative, type Fork, forkAt } from '../../statechart/index.ts';
import { differences, endings, type Outlook, outlookOf } from './outlook.ts';
import type { TurningRequest } from './turning-request.ts';

export interface Instead {
  /** Another option of a decision that was settled in the step, or something that happened in it and now does not. */
  readonly kind: 'option' | 'not_today';
  /** Path of the option or the happening. */
  readonly path: string;
  readonly outlook: Outlook;
  /** By outcome: with it less what was, paired by luck. */
  readonly changes: readonly Estimate[];
  /** Of what did not happen in the step: in how many futures it does later. Null for an option. */
  readonly later: Estimate | null;
}

interface Asked {
  readonly kind: Instead['kind'];
  readonly path: string;
  readonly happening: number;
  readonly fork: Fork;
}

/**
 * Every other option of the step's decisions, and every happening that is no option, one at a time; what cannot be is
 * left out. Everything else that the step brought and decided is given, on both sides of the comparison.
 * @param first number of the first future.
 */
export async function insteadOf(
  request: TurningRequest,
  { step, first }: { readonly step: number; readonly first: number },
  pool: Pool,
): Promise<readonly Instead[] | null> {
  const { chart, futures, engine, signal } = request;
  const { scenario } = chart;
  const base = forkIn(request, step, { kind: 'as_it_stands' });
  const asked = [...otherOptions(request, step), ...leftOut(request, step)];
  if (asked.length === 0 || base === null) return [];
  const forks = [base, ...asked.map(({ fork }) => fork)];
  const orders = forks.map((fork) => ({ fork, first, count: futures }));
  const batches = await pool.futures({ scenario, orders, engine, signal });
  if (batches === null) return null;
  const before = endings(scenario, batches[0]!);
  return asked.map(({ kind, path, happening }, at) => {
    const batch = batches[at + 1]!;
    const ends = endings(scenario, batch);
    return {
      kind,
      path,
      outlook: outlookOf(scenario, ends),
      changes: differences(scenario, ends, before),
      later: kind === 'option' ? null : laterShare(scenario, batch, happening),
    };
  });
}

function laterShare(
  { happenings }: Scenario,
  { happened, futures }: FuturesBatch,
  happening: number,
): Estimate {
  let count = 0;
  for (let future = 0; future < futures; future += 1) {
    count += happened[future * happenings.length + happening] as number;
  }
  return wilson(count, futures);
}

/** The fork of an alternative in the middle of the step, its other decisions settled as they were. */
function forkIn({ chart, path }: TurningRequest, step: number, alternative: Alternative): Fork | null {
  const fork = forkAt(chart, path.states[step]!, alternative, 'asked');
  if ('impossible' in fork) return null;
  const { decisions } = fork.context.point;
  const settled = path.records[step + 1]!.decisions;
  const asTaken = decisions.map((fixed, index) => {
    if (fixed !== null) return fixed;
    const { name, options } = chart.scenario.decisions[index]!;
    const taken = settled.find((one) => one.path === name)?.option ?? null;
    const option = options.findIndex((one) => one.name === taken);
    return option < 0 ? null : { option, fromStep: step, untilStep: step };
  });
  return { ...fork, context: { ...fork.context, point: { ...fork.context.point, decisions: asTaken } } };
}

function otherOptions(request: TurningRequest, step: number): readonly Asked[] {
  const { scenario } = request.chart;
  return request.path.records[step + 1]!.decisions.flatMap((settled) => {
    const decision = scenario.decisions.find(({ name }) => name === settled.path)!;
    return decision.options.flatMap(({ name, happening }, option): readonly Asked[] => {
      // Under a fixed option the odds of the others are moot, and none is told.
      const isOpen = name !== settled.option && (settled.fixed || settled.options[option]!.odds !== null);
      const fork = isOpen
        ? forkIn(request, step, { kind: 'option', decision: decision.index, option })
        : null;
      return fork === null ? [] : [{ kind: 'option', path: `${decision.name}.${name}`, happening, fork }];
    });
  });
}

function leftOut(request: TurningRequest, step: number): readonly Asked[] {
  const { happenings } = request.chart.scenario;
  return request.path.records[step + 1]!.happenings.flatMap(({ kind, path }): readonly Asked[] => {
    if (kind === 'option') return [];
    const happening = happenings.findIndex((one) => one.path === path);
    const fork = forkIn(request, step, { kind: 'not_today', happening });
    return fork === null ? [] : [{ kind: 'not_today', path, happening, fork }];
  });
}
