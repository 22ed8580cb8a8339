/** Luck or ignorance, of all outputs in one table: the question is not which factor, but whether any. */
import type { Estimate } from '../../analysis/index.ts';
import type { SensitivityOutput } from '../../experiment/index.ts';
import { type Row, rounded, stepFor } from '../text/index.ts';
import { tableRows } from './plain-table.ts';

/** Nothing for outputs of other methods. */
export function luckRows(outputs: readonly SensitivityOutput[], columns: number): readonly Row[] {
  const rows = outputs.flatMap((output) => {
    if (output.method !== 'luck') return [];
    const { kind, label, ignorance, ignoranceShare } = output;
    const by = kind === 'outcome' ? 100 : 1;
    const isSeen = ignoranceShare.low > 0;
    const luck = {
      ...ignoranceShare,
      value: 1 - ignoranceShare.value,
      low: 1 - ignoranceShare.high,
      high: 1 - ignoranceShare.low,
    };
    const spread = by * Math.sqrt(Math.max(0, ignorance.value));
    const error = isSeen ? (by * (ignorance.high - ignorance.low)) / (4 * Math.sqrt(ignorance.value)) : 0;
    return [
      {
        label,
        cells: [
          isSeen ? `${perCentOf(luck)} %` : 'all that is seen',
          isSeen
            ? `${perCentOf(ignoranceShare)} %`
            : `up to ${perCentOf({ ...ignoranceShare, value: ignoranceShare.high })} %`,
          `${ends(ignoranceShare)} %`,
          isSeen ? `${rounded(spread, stepFor(error / 2))}${kind === 'outcome' ? ' of 100' : ''}` : '·',
        ],
      },
    ];
  });
  return tableRows(
    { head: ['LUCK OR IGNORANCE', 'luck', 'ignorance', '95 %', 'worlds differ by'], rows },
    columns,
  );
}

const stepOfShare = ({ low, high }: Estimate): number => stepFor((100 * (high - low)) / 4);

const perCentOf = (share: Estimate): string => rounded(100 * share.value, stepOfShare(share));

const ends = (share: Estimate): string =>
  `${rounded(Math.max(0, 100 * share.low), stepOfShare(share))} to ${rounded(100 * share.high, stepOfShare(share))}`;
