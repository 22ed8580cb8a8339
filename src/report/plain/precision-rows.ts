/** How far runs went that were to go on until shares are known well enough. */
import type { PrecisionReport } from '../../experiment/index.ts';
import { clean, errorText, type Row } from '../text/index.ts';
import { paragraph } from './paragraph.ts';

/** Nothing where no precision was asked for. */
export function precisionRows(
  precision: PrecisionReport | null | undefined,
  columns: number,
): readonly Row[] {
  if (precision === null || precision === undefined) return [];
  const open = precision.wanted.filter(({ half, reached }) => reached > half);
  const plusMinus = (share: number): string => `±${errorText(100 * share)}`;
  return paragraph(
    open.length === 0
      ? `It was run until the share was known of ${wantedWords(precision, plusMinus)} of 100 runs: reached.`
      : `The limit of runs came before the wanted precision: ${open
          .map(
            ({ label, half, reached }) =>
              `${clean(label)} ${plusMinus(reached)} of 100, wanted ${plusMinus(half)}`,
          )
          .join('; ')}. A larger --runs lets it go on.`,
    columns,
  );
}

/** What most outcomes share is said once: `every outcome was known to ±2, ‘The regime falls’ to ±1`. */
function wantedWords({ wanted }: PrecisionReport, plusMinus: (share: number) => string): string {
  const times = (half: number): number => wanted.filter((one) => one.half === half).length;
  const common = wanted.map(({ half }) => half).find((half) => times(half) > 2);
  const own = wanted.filter(({ half }) => half !== common);
  const words = own.map(({ label, half }) => `‘${clean(label)}’ to ${plusMinus(half)}`);
  const every =
    common === undefined ? [] : [`every ${own.length > 0 ? 'other ' : ''}outcome to ${plusMinus(common)}`];
  return [...words, ...every].join(', ');
}
