/** What the alternatives to a step of a run would have brought. */
import { type Estimate, wilson } from '../../analysis/index.ts';
import type { Pool } from '../../runner/index.ts';
import type { FuturesBatch, Scenario } from '../../scenario/index.ts';
import { type Alternative, type Fork, forkAt, type Moment } from '../../statechart/index.ts';
import { differences, endings, type Outlook, outlookOf } from './outlook.ts';
import type { TurningRequest } from './turning-points.ts';

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

interface Turned {
  readonly step: number;
  /** How the futures of the state after the step end. */
  readonly after: Int32Array;
  /** Number of the first future. */
  readonly first: number;
}

interface Asked {
  readonly kind: Instead['kind'];
  readonly path: string;
  readonly happening: number;
  readonly fork: Fork;
  /** What it is compared with: the option that was taken, by the same futures; null: the state after the step. */
  readonly base: Fork | null;
}

/** Every other option, and every happening that is no option, one at a time; what cannot be is left out. */
export async function insteadOf(
  request: TurningRequest,
  turned: Turned,
  pool: Pool,
): Promise<readonly Instead[] | null> {
  const { chart, futures, engine, signal } = request;
  const { scenario } = chart;
  const asked = [...otherOptions(request, turned.step), ...leftOut(request, turned.step)];
  const forks = [...new Set(asked.flatMap(({ fork, base }) => (base === null ? [fork] : [fork, base])))];
  const orders = forks.map((fork) => ({ fork, first: turned.first, count: futures }));
  const batches = await pool.futures({ scenario, orders, engine, signal });
  if (batches === null) return null;
  const batchOf = (fork: Fork): FuturesBatch => batches[forks.indexOf(fork)]!;
  return asked.map(({ kind, path, happening, fork, base }) => {
    const ends = endings(scenario, batchOf(fork));
    const before = base === null ? turned.after : endings(scenario, batchOf(base));
    return {
      kind,
      path,
      outlook: outlookOf(scenario, ends),
      changes: differences(scenario, ends, before),
      later: kind === 'option' ? null : laterShare(scenario, batchOf(fork), happening),
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

function possible(
  { chart, path }: TurningRequest,
  step: number,
  alternative: Alternative,
  moment: Moment,
): Fork | null {
  const fork = forkAt(chart, path.states[step]!, alternative, moment);
  return 'impossible' in fork ? null : fork;
}

/** Decided in the step, so every future of it decides in the step: what its clocks bring is given. */
function otherOptions(request: TurningRequest, step: number): readonly Asked[] {
  const { scenario } = request.chart;
  return request.path.records[step + 1]!.decisions.flatMap((settled) => {
    const decision = scenario.decisions.find(({ name }) => name === settled.path)!;
    const forkOf = (option: number): Fork | null =>
      possible(request, step, { kind: 'option', decision: decision.index, option }, 'asked');
    const taken = decision.options.findIndex(({ name }) => name === settled.option);
    const base = taken < 0 ? null : forkOf(taken);
    return decision.options.flatMap(({ name, happening }, option): readonly Asked[] => {
      // Under a fixed option the odds of the others are moot, and none is told.
      const isOpen = option !== taken && (settled.fixed || settled.options[option]!.odds !== null);
      const fork = isOpen ? forkOf(option) : null;
      if (fork === null) return [];
      return [{ kind: 'option', path: `${decision.name}.${name}`, happening, fork, base }];
    });
  });
}

function leftOut(request: TurningRequest, step: number): readonly Asked[] {
  const { happenings } = request.chart.scenario;
  return request.path.records[step + 1]!.happenings.flatMap(({ kind, path }): readonly Asked[] => {
    if (kind === 'option') return [];
    const happening = happenings.findIndex((one) => one.path === path);
    const fork = possible(request, step, { kind: 'not_today', happening }, 'start');
    return fork === null ? [] : [{ kind: 'not_today', path, happening, fork, base: null }];
  });
}
