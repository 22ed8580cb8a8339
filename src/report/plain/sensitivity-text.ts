/** The answer of `sensitivity` as text: for each outcome the factors that move it, the most telling first. */
import type { Estimate } from '../../analysis/index.ts';
import type {
  GivenDataOutput,
  MorrisOutput,
  SensitivityOutput,
  SensitivityResult,
  SobolOutput,
} from '../../experiment/index.ts';
import {
  cell,
  clean,
  EMPTY_ROW,
  FAINT,
  gap,
  grouped,
  type Row,
  rounded,
  STRONG,
  stepFor,
} from '../text/index.ts';
import { faultRows } from './faults-rows.ts';
import { paragraph } from './paragraph.ts';
import { type PlainTable, tableRows } from './plain-table.ts';
import { settingsLine } from './settings-line.ts';
import { type PlainOptions, writeRows } from './write-rows.ts';

/** Factors shown for an outcome, at most. */
const MOST = 8;

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
    faultRows(faults.count, faults.listed, columns),
  ];
  const rows = parts.filter((part) => part.length > 0).flatMap((part) => [...part, EMPTY_ROW]);
  return writeRows([...rows, [gap(1), cell(manifest.command, FAINT)]], { ...options, columns });
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
  'given-data':
    'moves: by how much the distribution of the result differs between slices of the factor (median PAWN index; for an outcome, ' +
    'a share), 95 % by bootstrap. rank: partial rank correlation, the others held; slope: standard deviations of the result for ' +
    'one of the factor. Nothing here needs the factors to be independent; what correlated factors share is counted for each.',
};

const DESIGNS: Readonly<Record<string, string>> = {
  runs: 'ordinary runs',
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

/** All outputs in one table: the question is not which factor, but whether any. */
function luckRows(outputs: readonly SensitivityOutput[], columns: number): readonly Row[] {
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

const headingOf = ({ kind, label, mean }: SensitivityOutput): string =>
  kind === 'outcome'
    ? `${label.toUpperCase()} · ${rounded(100 * mean, mean < 0.1 ? 0.1 : 1)} of 100 runs`
    : `${label.toUpperCase()} · mean ${rounded(Number(mean.toPrecision(3)), 0)}`;

function tableOf(output: SensitivityOutput, labels: readonly string[]): PlainTable {
  switch (output.method) {
    case 'sobol':
      return sobolTable(output, labels);
    case 'morris':
      return morrisTable(output, labels);
    case 'given-data':
      return givenTable(output, labels);
    case 'luck':
      return { head: ['factor'], rows: [] };
    default:
      return output satisfies never;
  }
}

/** Places in order of falling value of those that pass, no more than are shown. */
function telling<One>(
  all: readonly One[],
  passes: (one: One) => boolean,
  value: (one: One) => number,
): readonly number[] {
  return all
    .map((_, i) => i)
    .filter((i) => passes(all[i] as One))
    .sort((a, b) => value(all[b] as One) - value(all[a] as One) || a - b)
    .slice(0, MOST);
}

/** An index that may be 0 is never shown as a number below it: only how large it could be. */
function indexText({ value, low, high }: Estimate): readonly [string, string] {
  const step = stepFor((high - low) / 4);
  if (low <= 0) return ['·', `up to ${rounded(Math.max(0, high), step)}`];
  // An unbiased share may come out above all there is.
  const [most, end] = [Math.min(1, value), Math.min(1, high)];
  return [rounded(most, step), `${rounded(Math.min(1, low), step)} to ${rounded(end, step)}`];
}

function sobolTable({ first, total }: SobolOutput, labels: readonly string[]): PlainTable {
  const shown = telling(
    total,
    ({ low }) => low > 0,
    ({ value }) => value,
  );
  return {
    head: ['factor', ...(first === null ? [] : ['alone', '95 %']), 'in all', '95 %'],
    rows: shown.map((i) => ({
      label: labels[i]!,
      cells: [...(first === null ? [] : indexText(first[i]!)), ...indexText(total[i]!)],
    })),
  };
}

function morrisTable({ effects, kind }: MorrisOutput, labels: readonly string[]): PlainTable {
  const by = kind === 'outcome' ? 100 : 1;
  const shown = telling(
    effects,
    ({ meanSize, byLuck }) => meanSize.low > byLuck,
    ({ meanSize }) => meanSize.value,
  );
  return {
    head: ['factor', 'effect', '95 %', 'direction', 'spread'],
    rows: shown.map((i) => {
      const { mean, meanSize, spread } = effects[i]!;
      const step = stepFor((by * (meanSize.high - meanSize.low)) / 4);
      const text = (value: number): string => rounded(by * value, step);
      return {
        label: labels[i]!,
        cells: [
          text(meanSize.value),
          `${text(meanSize.low)} to ${text(meanSize.high)}`,
          `${mean > 0 ? '+' : ''}${text(mean)}`,
          text(spread),
        ],
      };
    }),
  };
}

function givenTable(
  { pawn, rankCorrelation, regression }: GivenDataOutput,
  labels: readonly string[],
): PlainTable {
  const shown = telling(
    pawn,
    ({ value, low, byChance }) => value > byChance && low > 0,
    ({ value }) => value,
  );
  const signed = (estimate: Estimate | null): string => {
    if (estimate === null) return '·';
    const { value, low, high } = estimate;
    if (low <= 0 && high >= 0) return 'none seen';
    return `${value > 0 ? '+' : ''}${rounded(value, stepFor((high - low) / 4))}`;
  };
  return {
    head: ['factor', 'moves', '95 %', 'rank', 'slope'],
    rows: shown.map((i) => ({
      label: labels[i]!,
      cells: [...indexText(pawn[i]!), signed(rankCorrelation[i]!), signed(regression[i]!)],
    })),
  };
}

function notesOf(
  output: SensitivityOutput,
  labels: readonly string[],
  othersDrawn: number,
): readonly string[] {
  if (output.method === 'given-data') {
    return output.explained === null
      ? []
      : [
          `A straight line through the numbers explains ${percent(output.explained)} of the variance of single runs; the rest is luck, curves and combinations.`,
        ];
  }
  if (output.method !== 'sobol') return [];
  const { luck, second, convergence } = output;
  return [
    ...(luck === null
      ? []
      : [
          `Of the variance of a single run, ${percent(luck.value)} is luck${othersDrawn === 0 ? '' : ' and what is drawn but no factor'}; the rest is not knowing the factors, and that is what is divided here.`,
        ]),
    ...pairNotes(second, labels),
    ...settledNote(convergence, labels),
  ];
}

const percent = (share: number): string => `${rounded(100 * share, 1)} %`;

function pairNotes(second: SobolOutput['second'], labels: readonly string[]): readonly string[] {
  if (second === null) return [];
  const seen = second.filter(({ index }) => index.low > 0).sort((a, b) => b.index.value - a.index.value);
  if (seen.length === 0) return ['No two factors can be seen to work together.'];
  const words = seen.slice(0, 3).map(({ factors: [one, other], index }) => {
    const [value, range] = indexText(index);
    return `${labels[one]} with ${labels[other]} ${value} (${range})`;
  });
  return [`Together, beyond each alone: ${words.join('; ')}.`];
}

/** Whether half of the rows would have said the same of the first three. */
function settledNote(convergence: SobolOutput['convergence'], labels: readonly string[]): readonly string[] {
  const [half, all] = [convergence.at(-2), convergence.at(-1)];
  if (half === undefined || all === undefined) return [];
  const firstThree = (total: readonly number[]): readonly number[] =>
    total
      .map((_, i) => i)
      .sort((a, b) => (total[b] as number) - (total[a] as number))
      .slice(0, 3);
  const [early, late] = [firstThree(half.total), firstThree(all.total)];
  if (early.join() === late.join()) return [];
  return [
    `With half as many rows the first three were ${early.map((i) => labels[i]).join(', ')}: more (--size) would make the order surer.`,
  ];
}
