/** Promises about the mean of a measure. */
import { type Estimate, equalValuesMean, meanEstimate } from '../../../analysis/index.ts';
import { type Account, type Opening, selectedRuns } from '../account.ts';
import type { Rule } from '../rule.ts';
import { standingOf } from '../standing.ts';
import { boundInWords, estimateInWords, inUnit, ofSelected, underSide } from '../words.ts';

/** Mean and spread, value by value in run order (Welford 1962, Technometrics 4, 419-420). */
function openMoments() {
  let count = 0;
  let mean = 0;
  let squares = 0;
  let low = Infinity;
  let high = -Infinity;
  return {
    add: (value: number): void => {
      count += 1;
      const off = value - mean;
      mean += off / count;
      squares += off * (value - mean);
      if (value < low) low = value;
      if (value > high) high = value;
    },
    /** Equal values have no spread to judge by. */
    estimate: (level: number): Estimate | null =>
      low === high
        ? equalValuesMean(low, count, level)
        : meanEstimate({ count, mean, variance: squares / (count - 1) }, level),
  };
}

export function meanAccount(opening: Opening, { measure, side, bound }: Rule<'mean'>): Account {
  const { scenario, treat, given } = opening;
  const { label, unit } = scenario.measures[measure]!;
  const treatment = treat(side, [measure, ...(given?.columns ?? [])]);
  const moments = openMoments();
  let selected = 0;
  return {
    treatments: [treatment],
    add: (sheets) => {
      const sheet = sheets(treatment);
      const values = sheet.column(measure);
      selectedRuns(sheet, given).forEach((isSelected, run) => {
        if (isSelected === 0) return;
        const value = values[run] as number;
        selected += 1;
        if (!Number.isNaN(value)) moments.add(value);
      });
    },
    claims: (level) => {
      const estimate = moments.estimate(level);
      const scale = inUnit(unit);
      const equal = estimate?.method === 'equal-values' ? ', in every run the same' : '';
      const found = `${estimateInWords(estimate, scale)}${equal}${ofSelected(given, selected, 'runs')}`;
      return [
        {
          standing: standingOf(estimate, bound),
          estimate,
          text: `Mean of ${label}${underSide(scenario, side)}: ${found}`,
          wanted: boundInWords(bound, scale),
        },
      ];
    },
    selected: () => selected,
    warnings: () => [],
  };
}
