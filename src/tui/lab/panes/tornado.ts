/** `o`: which assumptions move the outcome most, each alone at its 5th and its 95th percentile. */
import { canTell, type OutcomesAt, type TornadoBar, tornadoBars } from '../../../experiment/index.ts';
import {
  atLeft,
  atRight,
  CANNOT_TELL,
  cell,
  clean,
  EMPTY_ROW,
  FAINT,
  gap,
  ofHundred,
  type Row,
  STRONG,
  textWidth,
  wrap,
} from '../../../report/index.ts';
import { focusOf, outcomesOf } from '../figures.ts';
import { valueText } from '../item-words.ts';
import type { TornadoQuestion } from '../questions.ts';
import type { LabState } from '../state.ts';
import { progressWords } from './legend.ts';
import { titleRow } from './page.ts';

const VALUE = 8;
const NUMBER = 4;
const LEAST_BAR = 10;

export function tornadoPane(
  state: LabState,
  { question, at }: { readonly question: TornadoQuestion; readonly at: OutcomesAt | null },
  columns: number,
): readonly Row[] {
  const { scenario } = question;
  const focus = focusOf(state);
  const label = clean(scenario.outcomes[focus]?.label ?? '');
  const title = titleRow(`WHAT MATTERS FOR ${label.toUpperCase()}`, progressWords(at));
  if (at === null) return [title, EMPTY_ROW, [gap(1), cell('The first runs are under way.', FAINT)]];
  const bars = tornadoBars(scenario, question.plan, at, focus);
  const now = state.now === null ? null : (outcomesOf(state.now.picture)[focus]?.share.value ?? null);
  const low = Math.min(...bars.map(({ least }) => least.share.value));
  const high = Math.max(...bars.map(({ most }) => most.share.value));
  const free = columns - 2 - 2 * (VALUE + 1) - NUMBER - 1;
  const widest = Math.max(8, ...bars.map(({ parameter }) => textWidth(clean(parameter.label))));
  const name = Math.max(10, Math.min(widest, free - LEAST_BAR, Math.floor(free * 0.6)));
  const scale = { low, high, width: Math.max(LEAST_BAR, free - name - 1), now };
  const head: Row = [
    gap(1),
    cell(atLeft('', name)),
    cell(atRight('fewest at', VALUE + 1), FAINT),
    gap(1),
    cell(atLeft(`${Math.round(100 * low)}`, scale.width - 4), FAINT),
    cell(atRight(`${Math.round(100 * high)}`, 4), FAINT),
    cell(atLeft(' most at', VALUE + 1), FAINT),
    cell(atRight('more', NUMBER), STRONG),
  ];
  const words = `Each alone at its 5th and 95th percentile, the rest as before, same luck. ${now === null ? '' : '┼: now. '}f lists them.`;
  return [
    title,
    ...wrap(words, columns - 2).map((line): Row => [gap(1), cell(line, FAINT)]),
    head,
    ...bars.map((bar) => barRow(bar, name, scale)),
  ];
}

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly width: number;
  readonly now: number | null;
}

function barRow({ parameter, least, most, swing }: TornadoBar, name: number, scale: Scale): Row {
  const label = clean(parameter.label);
  const said = textWidth(label) <= name ? label : parameter.name.replaceAll('_', ' ');
  const told = canTell(swing);
  const size = told ? ofHundred({ ...swing, value: Math.abs(swing.value) }) : CANNOT_TELL;
  return [
    gap(1),
    cell(atLeft(said, name), told ? {} : FAINT),
    cell(atRight(valueText(parameter, short(least.value)), VALUE + 1)),
    gap(1),
    cell(line(least.share.value, most.share.value, scale), { hue: told ? 'orange' : 'grey' }),
    cell(atLeft(` ${valueText(parameter, short(most.value))}`, VALUE + 1)),
    cell(atRight(size, NUMBER), told ? STRONG : FAINT),
  ];
}

/** Percentiles to two digits: they are where somebody's belief ends, and no more exact than that. */
const short = (value: number): number => Number(value.toPrecision(Math.abs(value) < 100 ? 2 : 3));

function line(from: number, to: number, { low, high, width, now }: Scale): string {
  const column = (share: number): number =>
    high > low
      ? Math.min(width - 1, Math.max(0, Math.round(((share - low) / (high - low)) * (width - 1))))
      : 0;
  const [start, end] = [column(from), column(to)];
  const middle = now === null ? -1 : column(now);
  return Array.from({ length: width }, (_, at) => {
    if (at === middle) return at >= start && at <= end ? '┼' : '╎';
    if (at < start || at > end) return ' ';
    return at === start ? '├' : at === end ? '┤' : '━';
  }).join('');
}
