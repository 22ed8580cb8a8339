/** The outlook: how the futures of a state end, and how two sets of futures with the same luck differ. */
import { type Estimate, newcombePaired, wilson } from '../../analysis/index.ts';
import { FAULTED, type FuturesBatch, rowLength, type Scenario } from '../../scenario/index.ts';

export interface OutlookShare {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Share of the futures that came to an end of their own; 95 % Wilson interval. */
  readonly share: Estimate;
}

export interface Outlook {
  /** Futures that came to an end, and those that a fault ended: they count nowhere else. */
  readonly futures: number;
  readonly faulted: number;
  /** Every outcome of the scenario in its order, then `unresolved`. */
  readonly outcomes: readonly OutlookShare[];
}

/** By future: the index of its outcome, or FAULTED. */
export function endings(scenario: Scenario, { rows, futures }: FuturesBatch): Int32Array {
  const width = rowLength(scenario);
  return Int32Array.from({ length: futures }, (_, future) => rows[future * width] as number);
}

export function outlookOf(scenario: Scenario, ends: Int32Array): Outlook {
  const counts = new Float64Array(scenario.outcomes.length);
  for (const outcome of ends) if (outcome !== FAULTED) counts[outcome] = (counts[outcome] as number) + 1;
  const futures = counts.reduce((sum, count) => sum + count, 0);
  return {
    futures,
    faulted: ends.length - futures,
    outcomes: scenario.outcomes.map(({ name, label }, index) => {
      const count = counts[index] as number;
      return { id: name, label, count, share: wilson(count, futures) };
    }),
  };
}

/**
 * By outcome: its share among `now` less that among `before`, future by future with the same luck (Newcombe 1998, method
 * 10). Futures that a fault ended on either side are left out.
 */
export function differences(
  scenario: Scenario,
  now: Int32Array,
  before: Int32Array,
  level = 0.95,
): readonly Estimate[] {
  return scenario.outcomes.map((_, outcome) => {
    const counts = { both: 0, first: 0, second: 0, neither: 0 };
    now.forEach((end, future) => {
      const other = before[future] as number;
      if (end === FAULTED || other === FAULTED) return;
      if (end === outcome) counts[other === outcome ? 'both' : 'first'] += 1;
      else counts[other === outcome ? 'second' : 'neither'] += 1;
    });
    return newcombePaired(counts, level);
  });
}
