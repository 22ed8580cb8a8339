/** Promises about quantiles of a measure. */
import { quantileEstimate } from '../../../analysis/index.ts';
import { type Account, levelOfEach, type Opening, selectedRuns } from '../account.ts';
import type { Rule } from '../rule.ts';
import { standingOf } from '../standing.ts';
import { openValues } from '../values.ts';
import { boundInWords, estimateInWords, inUnit, ofSelected, share, underSide } from '../words.ts';

export function quantilesAccount(opening: Opening, { measure, quantiles, side }: Rule<'quantiles'>): Account {
  const { scenario, treat, given } = opening;
  const { label, unit } = scenario.measures[measure]!;
  const treatment = treat(side, [measure, ...(given?.columns ?? [])]);
  const values = openValues();
  let selected = 0;
  return {
    treatments: [treatment],
    add: (sheets) => {
      const sheet = sheets(treatment);
      const column = sheet.column(measure);
      selectedRuns(sheet, given).forEach((isSelected, run) => {
        if (isSelected === 0) return;
        const value = column[run] as number;
        selected += 1;
        if (!Number.isNaN(value)) values.add(value);
      });
    },
    claims: (level) => {
      const valueAt = values.byRank();
      const scale = inUnit(unit);
      return quantiles.map(({ level: at, low, high }) => {
        const bound = { kind: 'between', low, high } as const;
        const confidence = levelOfEach(level, quantiles.length);
        const estimate = quantileEstimate(values.count(), valueAt, at, confidence);
        const found = estimateInWords(estimate, scale) + ofSelected(given, selected, 'runs');
        return {
          standing: standingOf(estimate, bound),
          estimate,
          text: `${share(at)} quantile of ${label}${underSide(scenario, side)}: ${found}`,
          wanted: boundInWords(bound, scale),
        };
      });
    },
    selected: () => selected,
    warnings: () => [],
  };
}
