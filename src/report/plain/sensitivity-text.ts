/** The answer of `sensitivity` as text: for each outcome the factors that move it, the most telling first. */
import type { SensitivityOutput, SensitivityResult } from '../../experiment/index.ts';
import { clean, FAINT, grouped, type Row, rounded, STRONG } from '../text/index.ts';
import { faultRows } from './faults-rows.ts';
import { luckRows } from './luck-rows.ts';
import { paragraph } from './paragraph.ts';
import { tableRows } from './plain-table.ts';
import { notesOf } from './sensitivity-notes.ts';
import { MOST, tableOf } from './sensitivity-tables.ts';
import { settingsLine } from './settings-line.ts';
import { type PlainOptions, writeAnswer } from './write-rows.ts';

/** Ends with a line feed; only commands are wider than `columns`. */
export function sensitivityText(result: SensitivityResult, options: PlainOptions): string {
  const columns = Math.max(40, options.columns);
  const { manifest, outputs, left, faults } = result;
  const parts: readonly (readonly Row[])[] = [
    head(result, columns),
    ...(manifest.method === 'luck'
      ? [luckRows(outputs, columns)]
      : outputs.map((output) => outputRows(output, result, columns))),
    ...(left.length === 0
      ? []
      : [
          paragraph(
            `Nothing can be said of: ${left.map(({ label, why }) => `${label} (${why})`).join('; ')}.`,
            columns,
          ),
        ]),
    paragraph(MEANING[manifest.method], columns, FAINT),
    faultRows(faults, columns),
  ];
  return writeAnswer(parts, manifest.command, { ...options, columns });
}

const MEANING: Readonly<Record<SensitivityResult['manifest']['method'], string>> = {
  sobol:
    'alone: the part of the variance (of the chance of the outcome, over all that is not known) that would go if this factor ' +
    'were known. in all: the part that would stay if everything else were known. Their difference is what it does together ' +
    'with others. Intervals are 95 %, by bootstrap. It is the spread of the assumptions that is divided, nothing else.',
  morris:
    'effect: how far the chance moves, in points of 100 runs, for a step over the whole range of the factor, in mean size ' +
    '(Morris μ*, 95 % by bootstrap). direction: the mean with its sign; where it is much smaller, the factor works both ways. ' +
    'spread: σ; large beside the effect, the factor depends on others. It screens; it does not divide the variance.',
  luck:
    'A world is a draw of all the factors. luck: the part of the variance of a single run that would stay if the world were known; ' +
    'ignorance: the part that would go. worlds differ by: the standard deviation, between worlds, of the chance itself (in points ' +
    'of 100 runs) or of the mean. 95 % by bootstrap over worlds. More runs make neither smaller.',
  tornado:
    'least, most: of 100 runs, with the parameter at the 5th or 95th percentile of its distribution (of choices, at each), everything ' +
    'else as it is; swing: the difference on the same luck, 95 % by Newcombe’s paired interval. A parameter that matters only together ' +
    'with another does not show.',
  'given-data':
    'moves: by how much the distribution of the result differs between slices of the factor (median PAWN index; for an outcome, ' +
    'a share), 95 % by bootstrap. rank: partial rank correlation, the others held; slope: standard deviations of the result for ' +
    'one of the factor. Nothing here needs the factors to be independent; what correlated factors share is counted for each. Shown is what 95 of 100 shuffled factors stay below: of twenty that do nothing, one may be shown.',
};

const DESIGNS: Readonly<Record<string, string>> = {
  runs: 'ordinary runs',
  'one-at-a-time': 'one parameter at a time',
  saltelli: 'a Saltelli design',
  radial: 'a radial design',
  morris: 'Morris paths',
  'latin-hypercube': 'a Latin hypercube',
  'sobol-sequence': 'a Sobol sequence',
};

function head(result: SensitivityResult, columns: number): readonly Row[] {
  const { manifest, title, factors, othersDrawn, runs, interrupted } = result;
  const settings = settingsLine(manifest);
  const of = interrupted ? ` of ${grouped(manifest.runs)}` : '';
  const size =
    manifest.points === 1
      ? `${grouped(runs)}${of} ordinary runs`
      : `${grouped(manifest.points)} points of ${DESIGNS[manifest.design] ?? manifest.design}, ${grouped(runs)}${of} runs of each`;
  return [
    ...paragraph(title, columns, STRONG),
    ...paragraph(
      `What moves the outcomes, of ${factors.length} factors: ${size} · seed ${clean(manifest.seed)}`,
      columns,
    ),
    ...(settings === '' ? [] : paragraph(`At every point: ${settings}`, columns)),
    ...(othersDrawn === 0
      ? []
      : paragraph(
          `${othersDrawn} other ${othersDrawn === 1 ? 'parameter is' : 'parameters are'} drawn anew in every run and count with the luck.`,
          columns,
        )),
  ];
}

function outputRows(output: SensitivityOutput, result: SensitivityResult, columns: number): readonly Row[] {
  const labels = result.factors.map(({ label }) => label);
  const table = tableOf(output, labels);
  const rest = labels.length - table.rows.length;
  const others =
    rest === 0
      ? ''
      : table.rows.length === 0
        ? 'No factor can be told from one that does nothing.'
        : `${rest} other ${rest === 1 ? 'factor' : 'factors'}: ${table.rows.length === MOST ? 'less, or ' : ''}not distinguishable from 0.`;
  return [
    ...paragraph(headingOf(output), columns, STRONG),
    ...tableRows(table, columns),
    ...(others === '' ? [] : paragraph(others, columns)),
    ...notesOf(output, labels, result.othersDrawn).flatMap((note) => paragraph(note, columns)),
  ];
}

function headingOf({ kind, label, mean, method }: SensitivityOutput): string {
  // A tornado's points are the ends of its bars: their average is nothing to quote.
  if (method === 'tornado') return label.toUpperCase();
  return kind === 'outcome'
    ? `${label.toUpperCase()} · ${rounded(100 * mean, mean < 0.1 ? 0.1 : 1)} of 100 runs`
    : `${label.toUpperCase()} · mean ${rounded(Number(mean.toPrecision(3)), 0)}`;
}
