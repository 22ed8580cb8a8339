/** How it ends: the outcome distribution as bars, one line an outcome, in the scenario's order. */
import type { OutcomeResult } from '../../experiment/index.ts';
import { barScale, cell, intervalText, outcomeLooks, type Row } from '../text/index.ts';
import { barColumn, scaleRow, shareColumns, shareHeading, shareRow } from './table.ts';

/** The column that bars begin at, so that charts under them can begin there too. */
export function outcomeBarColumn(outcomes: readonly OutcomeResult[], columns: number): number {
  return barColumn(shareColumns(columns, outcomes));
}

/** A heading, a row an outcome, and the bars' scale. */
export function outcomesPanel(outcomes: readonly OutcomeResult[], columns: number): readonly Row[] {
  const looks = outcomeLooks(outcomes);
  const widths = shareColumns(columns, outcomes);
  const highest = Math.max(0, ...outcomes.map(({ share }) => share.high));
  const scale = barScale(highest);
  const rows = outcomes.map(({ label, share }, index) => {
    const { sign, hue } = looks[index]!;
    const last = intervalText(share, widths.step);
    return shareRow({ label, sign: cell(sign, { hue }), hue, share, last, scale }, widths);
  });
  const words = { title: 'How it ends', of: 'runs', last: '95 % interval' } as const;
  return [shareHeading(words, widths), ...rows, scaleRow(scale, widths)];
}
