/** The answer of `sweep` as text: shares along one axis, or one outcome over two. */
import type { SweepResult } from '../../experiment/index.ts';
import { clean, FAINT, grouped, ofHundred, type Row, rounded, STRONG } from '../text/index.ts';
import { changeRange, changeText, meanCells } from './estimate-words.ts';
import { faultRows } from './faults-rows.ts';
import { paragraph } from './paragraph.ts';
import { type PlainTable, tableRows } from './plain-table.ts';
import { precisionRows } from './precision-rows.ts';
import { settingsLine } from './settings-line.ts';
import { type PlainOptions, writeAnswer } from './write-rows.ts';

export interface SweepTextOptions extends PlainOptions {
  /** Of two axes: the outcome to show; left out, the two that move most. */
  readonly outcome?: string | undefined;
}

/** Below it a change counts as seen. */
const ERROR = 0.05;

/** Ends with a line feed; only commands are wider than `columns`. */
export function sweepText(result: SweepResult, options: SweepTextOptions): string {
  const columns = Math.max(40, options.columns);
  const { axes, manifest, faults } = result;
  const body = axes.length === 1 ? alongOne(result, columns) : overTwo(result, columns, options.outcome);
  const parts = [head(result, columns), ...body, faultRows(faults, columns)];
  return writeAnswer(parts, manifest.command, { ...options, columns });
}

function head(result: SweepResult, columns: number): readonly Row[] {
  const { manifest, title, axes, runs, points, interrupted } = result;
  const settings = settingsLine(manifest);
  const of = interrupted ? ` of ${grouped(manifest.runs)}` : '';
  const over = axes.map(({ label, values }) => `${values.length} values of ${label}`).join(' by ');
  return [
    ...paragraph(title, columns, STRONG),
    ...paragraph(
      `${over}: ${grouped(points.length)} points, ${grouped(runs)}${of} runs of each with the same luck · seed ${clean(manifest.seed)}`,
      columns,
    ),
    ...(settings === '' ? [] : paragraph(`At every point: ${settings}`, columns)),
    ...precisionRows(result.precision, columns),
  ];
}

/** A label as it is, a number in at most four digits. */
const valueWords = (value: number | string): string =>
  typeof value === 'string' ? value : rounded(Number(value.toPrecision(4)), 0);

const headsOf = ({ axes }: SweepResult): readonly string[] => (axes[0]?.values ?? []).map(valueWords);

function alongOne(result: SweepResult, columns: number): readonly (readonly Row[])[] {
  const { points, axes, ends } = result;
  const heads = headsOf(result);
  const outcomes: PlainTable = {
    head: ['OUTCOMES of 100 runs', ...heads],
    rows: (points[0]?.outcomes ?? []).map(({ label }, i) => ({
      label,
      cells: points.map((point) => ofHundred(point.outcomes[i]!.share)),
      style: STRONG,
    })),
  };
  const measures: PlainTable = {
    head: ['MEASURES mean', ...heads],
    rows: (points[0]?.measures ?? []).map(({ label, boolean }, i) => ({
      label: boolean ? `${label}, of 100 runs` : label,
      cells: meanCells(
        points.map((point) => point.measures[i]!.mean),
        boolean,
      ),
    })),
  };
  const seen = (ends ?? []).filter(({ adjusted, change }) => change !== null && adjusted < ERROR);
  const words = seen.map(
    ({ label, change }) => `${label} ${changeText(change!, 100)} (${changeRange(change!, 100)})`,
  );
  const [from, to] = [heads[0] ?? '', heads.at(-1) ?? ''];
  return [
    [...paragraph(`Along: ${axes[0]?.label ?? ''}`, columns, FAINT), ...tableRows(outcomes, columns)],
    paragraph(
      words.length === 0
        ? `From ${from} to ${to} no outcome moves by more than these runs can tell from chance.`
        : `From ${from} to ${to}, in points of 100 runs (95 %, on the same luck): ${words.join('; ')}.`,
      columns,
    ),
    tableRows(measures, columns),
  ];
}

function overTwo(
  result: SweepResult,
  columns: number,
  wanted: string | undefined,
): readonly (readonly Row[])[] {
  const { points, axes } = result;
  const [across, down] = [axes[0], axes[1]];
  if (across === undefined || down === undefined) return [];
  const outcomes = points[0]?.outcomes ?? [];
  const spread = (i: number): number => {
    const shares = points.map((point) => point.outcomes[i]!.share.value);
    return Math.max(...shares) - Math.min(...shares);
  };
  const shown = outcomes
    .map((_, i) => i)
    .filter((i) => wanted === undefined || outcomes[i]!.id === wanted)
    .sort((a, b) => spread(b) - spread(a) || a - b)
    .slice(0, 2);
  return shown.map((i) => [
    ...paragraph(`${outcomes[i]!.label.toUpperCase()} of 100 runs`, columns, STRONG),
    ...paragraph(`across: ${across.label} · down: ${down.label}`, columns, FAINT),
    ...tableRows(
      {
        head: [down.name, ...across.values.map(valueWords)],
        rows: down.values.map((value, row) => ({
          label: valueWords(value),
          cells: across.values.map((_, column) =>
            ofHundred(points[column * down.values.length + row]!.outcomes[i]!.share),
          ),
        })),
      },
      columns,
    ),
  ]);
}
