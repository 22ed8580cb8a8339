/** The real timeline beside what runs gave. */
import type { Scenario } from '../../scenario/index.ts';
import type { SimulationResult } from '../result.ts';
import type { TimelineFinding } from './findings.ts';

/** Places of the 5th, 50th and 95th percentile among QUANTILE_LEVELS. */
const [LOW, MIDDLE, HIGH] = [0, 2, 4];

export function timelineOf(scenario: Scenario, { happenings, measures }: SimulationResult) {
  const entries = scenario.timeline.map((entry): TimelineFinding => {
    const happening = entry.happening === null ? undefined : happenings[entry.happening];
    const measure = entry.measure === null ? undefined : measures[entry.measure];
    const at = (place: number): number | null => measure?.quantiles[place] ?? null;
    const [low, middle, high] = [at(LOW), at(MIDDLE), at(HIGH)];
    return {
      entry,
      happened: happening === undefined ? null : { share: happening.share, medianDay: happening.median_day },
      measured: low === null || middle === null || high === null ? null : [low, middle, high],
    };
  });
  const day = ({ entry }: TimelineFinding): number => entry.from ?? Number.POSITIVE_INFINITY;
  return entries.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}
