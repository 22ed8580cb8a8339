/** Bars of eighth blocks with the interval drawn on them: `██████▓▓▌──┤`. */
import { type Cell, cell, FAINT, type Style } from './cells.ts';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

/** All in fractions of the bar's full width. */
export interface BarSpan {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Exactly `width` columns. Solid up to the interval's lower end, half-tone from there to the value, whose
 * tip is drawn to an eighth of a column; then a whisker up to the upper end. An interval narrower than a
 * column shows no half-tone and no whisker.
 */
export function bar(span: BarSpan, width: number, style: Style): readonly Cell[] {
  const at = (fraction: number) => Math.min(1, Math.max(0, fraction)) * width;
  const eighths = Math.round(at(span.value) * 8);
  // Something above nothing is seen, however little.
  const drawn = span.value > 0 ? Math.max(1, eighths) : 0;
  const full = Math.floor(drawn / 8);
  const tip = EIGHTHS[drawn % 8]!;
  const sure = Math.min(full, Math.ceil(at(span.low)));
  const start = full + (tip === '' ? 0 : 1);
  const end = Math.min(width, Math.round(at(span.high)));
  const whisker = end > start ? `${'─'.repeat(end - start - 1)}┤` : '';
  const used = start + whisker.length;
  return [
    cell('█'.repeat(sure) + '▓'.repeat(full - sure) + tip, style),
    cell(whisker, FAINT),
    cell(' '.repeat(Math.max(0, width - used))),
  ];
}

/** The smallest of 25, 50 and 100 per cent that holds the highest end: few steps, so that bars seldom rescale. */
export function barScale(highest: number): number {
  if (highest <= 0.25) return 0.25;
  return highest <= 0.5 ? 0.5 : 1;
}
