/** Boxes of factor values, and the faults that they tell of, as JSON. */
import type { FaultCount, FaultRegion } from '../experiment/index.ts';
import { regionWords } from '../report/index.ts';

type Limits = FaultRegion['limits'];

/** A restriction of one factor. Ends that are not there are null. */
interface LimitJson {
  readonly factor: string;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly labels?: readonly string[];
}

const finite = (end: number): number | null => (Number.isFinite(end) ? end : null);

export function limitsJson(
  limits: Limits,
  factors: readonly Omit<FaultRegion['factors'][number], 'label'>[],
): readonly LimitJson[] {
  return limits.flatMap((limit, i): readonly LimitJson[] => {
    if (limit === null) return [];
    const { id, labels } = factors[i]!;
    return limit.kind === 'number'
      ? [{ factor: id, low: finite(limit.low), high: finite(limit.high) }]
      : [{ factor: id, labels: labels?.filter((_, label) => limit.allowed[label]) ?? [] }];
  });
}

/** Runs that faulted, as every answer has them. */
export const faultsJson = ({ count, listed, region }: FaultCount) => ({
  faults: listed,
  faulted: count,
  fault_region:
    region === null
      ? null
      : {
          limits: limitsJson(region.limits, region.factors),
          words: regionWords(region),
          coverage: region.coverage,
          density: region.density,
        },
});
