/** A state in which a run first passed a level, found again by the machine: the engine of futures tells only how they end. */
import type { Key } from '../../random/index.ts';
import type { Point } from '../../scenario/index.ts';
import {
  type Chart,
  type Fork,
  forkAt,
  futureOf,
  type RunSnapshot,
  startRun,
  stepFuture,
} from '../../statechart/index.ts';

/** A run, or a future of a particle, that passed a level in the state numbered `step`. */
export type Passed =
  | (PassedAt & { readonly kind: 'run'; readonly run: number })
  | (PassedAt & { readonly kind: 'future'; readonly from: Particle; readonly future: number })
  /** A particle that has the next level behind it already. */
  | { readonly kind: 'same'; readonly from: Particle };

interface PassedAt {
  readonly step: number;
  /** The last level that is behind it in that state. */
  readonly behind: number;
}

export interface Particle {
  readonly snapshot: RunSnapshot;
  /** Where futures begin; null where the run has ended. */
  readonly fork: Fork | null;
  readonly behind: number;
}

export function particleOf(
  chart: Chart,
  passed: Passed,
  { point, key }: { readonly point: Point; readonly key: Key },
): { readonly particle: Particle; readonly steps: number } {
  if (passed.kind === 'same') return { particle: passed.from, steps: 0 };
  const first =
    passed.kind === 'run'
      ? startRun(chart, point, { key, draw: passed.run, luck: passed.run, future: 0 })
      : futureOf(chart, passed.from.fork as Fork, passed.future);
  let snapshot = first;
  while (snapshot.context.step < passed.step) snapshot = stepFuture(chart, snapshot, null);
  const steps = passed.step - first.context.step;
  const { behind } = passed;
  if (snapshot.context.ended !== null) return { particle: { snapshot, fork: null, behind }, steps };
  const fork = forkAt(chart, snapshot, { kind: 'as_it_stands' });
  if ('impossible' in fork) throw new Error(fork.impossible);
  return { particle: { snapshot, fork, behind }, steps };
}
