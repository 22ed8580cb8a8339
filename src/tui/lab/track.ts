/** A parameter in one row of blocks: the shape of its distribution, its baseline and where it stands. */
import { atLeft, type Cell, cell, FAINT, type Row } from '../../report/index.ts';
import type { Parameter } from '../../scenario/index.ts';
import { density } from '../state/views/distribution-picture.ts';
import { spanOf } from './steps.ts';

const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];
const LINE = '─';
const VALUE = '●';
const BASELINE = '┼';

/**
 * Exactly `width` columns. Where the parameter is drawn the line is its density; `┼` is the baseline, `●` the value at
 * which it is held (null: it varies).
 */
export function trackRow(parameter: Parameter, held: number | null, width: number): Row {
  if (parameter.choices !== null) return choiceTrack(parameter, held, width);
  const [low, high] = spanOf(parameter);
  const column = (value: number): number =>
    Math.min(width - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * width)));
  const line = shape(parameter, width);
  const baseline = column(parameter.baseline);
  const value = held === null ? -1 : column(held);
  return line.map((glyph, at): Cell => {
    if (at === value) return cell(VALUE, { hue: 'orange', tone: 'strong' });
    if (at === baseline) return cell(BASELINE, held === null ? { tone: 'strong' } : {});
    return cell(glyph, held === null && glyph !== LINE ? { hue: 'sky' } : FAINT);
  });
}

/** One mark a choice: `○○●○`. */
function choiceTrack({ choices, baseline }: Parameter, held: number | null, width: number): Row {
  const marks = choices!.map((_, index) => (index === held ? '●' : index === baseline ? '◌' : '·'));
  return [cell(atLeft(marks.join(' '), width), held === null ? FAINT : { hue: 'orange' })];
}

function shape({ distribution, low, high, ...rest }: Parameter, width: number): readonly string[] {
  const flat = Array.from({ length: width }, () => LINE);
  if (distribution === null) return flat;
  const [from, to] = spanOf({ distribution, low, high, ...rest });
  const heights =
    distribution.kind === 'choice'
      ? weightsAt(distribution, { from, to, width })
      : flat.map((_, at) => density(distribution, from + ((at + 0.5) / width) * (to - from)));
  const most = Math.max(...heights);
  if (!(most > 0) || !Number.isFinite(most)) return flat;
  return heights.map((height) => {
    const level = Math.round((LEVELS.length * height) / most);
    return level === 0 ? LINE : LEVELS[level - 1]!;
  });
}

function weightsAt(
  { values, weights }: { readonly values: readonly number[]; readonly weights: readonly number[] },
  { from, to, width }: { readonly from: number; readonly to: number; readonly width: number },
): readonly number[] {
  const heights = new Array<number>(width).fill(0);
  values.forEach((value, index) => {
    const at = Math.min(width - 1, Math.max(0, Math.floor(((value - from) / (to - from)) * width)));
    heights[at] = heights[at]! + weights[index]!;
  });
  return heights;
}
