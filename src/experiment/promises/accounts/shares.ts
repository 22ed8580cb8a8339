/** Promises about a share of runs: how they end, what happens close to what, or a measure that is a yes or no. */
import { wilson } from '../../../analysis/index.ts';
import type { Bound, PromiseSide } from '../../../scenario/index.ts';
import { type Account, type Opening, selectedRuns } from '../account.ts';
import type { Rule } from '../rule.ts';
import type { Sheet } from '../sheet.ts';
import { standingOf } from '../standing.ts';
import { boundInWords, durationInWords, estimateInWords, ofSelected, SHARE, underSide } from '../words.ts';

interface Share {
  readonly what: string;
  readonly side: PromiseSide;
  readonly bound: Bound;
  readonly columns: readonly number[];
  /** Whether a run counts as one: 1, 0, or NaN where it counts neither way. */
  readonly isOne: (sheet: Sheet, run: number) => number;
}

function shareAccount(opening: Opening, { what, side, bound, columns, isOne }: Share): Account {
  const { scenario, treat, given } = opening;
  const treatment = treat(side, [...columns, ...(given?.columns ?? [])]);
  let ones = 0;
  let count = 0;
  let selected = 0;
  return {
    treatments: [treatment],
    add: (sheets) => {
      const sheet = sheets(treatment);
      selectedRuns(sheet, given).forEach((isSelected, run) => {
        if (isSelected === 0) return;
        const one = isOne(sheet, run);
        selected += 1;
        if (Number.isNaN(one)) return;
        count += 1;
        ones += one;
      });
    },
    claims: (level) => {
      const estimate = wilson(ones, count, level);
      const found = estimateInWords(estimate, SHARE) + ofSelected(given, selected, 'runs');
      return [
        {
          standing: standingOf(estimate, bound),
          estimate: count === 0 ? null : estimate,
          text: `${what}${underSide(scenario, side)}: ${found}`,
          wanted: boundInWords(bound, SHARE),
        },
      ];
    },
    selected: () => selected,
    warnings: () => [],
  };
}

export function outcomeAccount(opening: Opening, { of, side, bound }: Rule<'outcome'>): Account {
  const inSet = new Set(of.outcomes);
  const isOne = ({ outcomes }: Sheet, run: number): number => (inSet.has(outcomes[run] as number) ? 1 : 0);
  return shareAccount(opening, { what: of.label, side, bound, columns: [], isOne });
}

export function nearAccount(
  opening: Opening,
  { happening, other, days, side, bound }: Rule<'near'>,
): Account {
  const { happenings } = opening.scenario;
  const column = opening.columns.near(happening, other, days);
  const gap = durationInWords(days);
  const what = `${happenings[happening]!.label} within ${gap} of ${happenings[other]!.label}`;
  const isOne = (sheet: Sheet, run: number): number => sheet.column(column)[run] as number;
  return shareAccount(opening, { what, side, bound, columns: [column], isOne });
}

/** A measure that is a yes or no. */
export function yesAccount(opening: Opening, { measure, side, bound }: Rule<'mean'>): Account {
  const isOne = (sheet: Sheet, run: number): number => sheet.column(measure)[run] as number;
  const what = opening.scenario.measures[measure]!.label;
  return shareAccount(opening, { what, side, bound, columns: [measure], isOne });
}
