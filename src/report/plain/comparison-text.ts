/** The answer of `compare` as text: every side beside the others, then what changed and whether it is more than chance. */
import type { Change, ComparisonResult, Contrast, MeasureChange } from '../../experiment/index.ts';
import { clean, EMPTY_ROW, FAINT, grouped, ofHundred, type Row, STRONG } from '../text/index.ts';
import { chanceText, changeRange, changeText, factorText, meanCells } from './estimate-words.ts';
import { faultRows } from './faults-rows.ts';
import { paragraph } from './paragraph.ts';
import { type PlainTable, tableRows } from './plain-table.ts';
import { precisionRows } from './precision-rows.ts';
import { settingsLine } from './settings-line.ts';
import { type PlainOptions, writeAnswer } from './write-rows.ts';

/** Below it a change counts as seen. */
const ERROR = 0.05;

/** With more contrasts than this only what is seen is told of each. */
const FEW = 3;

const isSeen = ({ adjusted }: Change): boolean => adjusted < ERROR;

/** Ends with a line feed; only the command is wider than `columns`. */
export function comparisonText(result: ComparisonResult, options: PlainOptions): string {
  const columns = Math.max(40, options.columns);
  const { manifest, contrasts, faults } = result;
  const parts: readonly (readonly Row[])[] = [
    head(result, columns),
    tableRows(sharesTable(result), columns),
    ...(contrasts.length > FEW
      ? manyRows(result, columns)
      : [
          tableRows(meansTable(result), columns),
          ...contrasts.map((contrast) => contrastRows(contrast, result.runs, columns)),
        ]),
    faultRows(faults, columns),
    paragraph(
      'A change is called seen when its p-value, corrected by Holm for all changes in this answer, is below 0.05. It says ' +
        'what these assumptions imply; more runs do not make the assumptions surer.',
      columns,
      FAINT,
    ),
  ];
  return writeAnswer(parts, manifest.command, { ...options, columns });
}

function head(
  { manifest, title, runs, precision, interrupted }: ComparisonResult,
  columns: number,
): readonly Row[] {
  const settings = settingsLine(manifest);
  const of = interrupted ? ` of ${grouped(manifest.runs)}` : '';
  return [
    ...paragraph(title, columns, STRONG),
    ...paragraph(
      `${grouped(runs)}${of} runs of each side, with the same luck on all · seed ${clean(manifest.seed)}`,
      columns,
    ),
    ...(settings === '' ? [] : paragraph(`On every side: ${settings}`, columns)),
    ...precisionRows(precision, columns),
    ...(interrupted
      ? paragraph('Stopped early: what follows rests on the runs that all sides have.', columns)
      : []),
  ];
}

function sharesTable({ sides }: ComparisonResult): PlainTable {
  const outcomes = sides[0]?.result.outcomes ?? [];
  return {
    head: ['OUTCOMES of 100 runs', ...sides.map(({ name }) => name)],
    rows: outcomes.map(({ label }, i) => ({
      label,
      cells: sides.map(({ result }) => ofHundred(result.outcomes[i]!.share)),
      style: STRONG,
    })),
  };
}

function meansTable({ sides }: ComparisonResult): PlainTable {
  const measures = sides[0]?.result.measures ?? [];
  return {
    head: ['MEASURES mean', ...sides.map(({ name }) => name)],
    rows: measures.map(({ label, unit, boolean }, i) => ({
      label: boolean ? `${label}, of 100 runs` : withUnit(label, unit),
      cells: meanCells(
        sides.map(({ result }) => result.measures[i]!.mean),
        boolean,
      ),
    })),
  };
}

const withUnit = (label: string, unit: string | null): string =>
  unit === null || label.toLowerCase().includes(unit.toLowerCase()) ? label : `${label}, ${unit}`;

function contrastRows(contrast: Contrast, runs: number, columns: number): readonly Row[] {
  const { side, against, outcomes, measures } = contrast;
  const table = (name: string, changes: readonly (Change | MeasureChange)[]): PlainTable => ({
    head: [name, 'change', '95 % interval', 'p (Holm)', 'luck saved'],
    rows: changes.map((change) => changeRow(change)),
  });
  return [
    ...paragraph(`${side} against ${against}`.toUpperCase(), columns, STRONG),
    ...paragraph(sentence(contrast, runs), columns),
    EMPTY_ROW,
    ...tableRows(table('in points of 100 runs', outcomes), columns),
    ...(measures.length === 0
      ? []
      : [EMPTY_ROW, ...tableRows(table('in units of the measure', measures), columns)]),
  ];
}

/** Many contrasts: the changes that are seen, side by side. */
function manyRows({ contrasts }: ComparisonResult, columns: number): readonly (readonly Row[])[] {
  const heads = contrasts.map(({ side, against }) =>
    contrasts.every((one) => one.against === against) ? side : `${side} − ${against}`,
  );
  const table = (
    title: string,
    pick: (contrast: Contrast) => readonly (Change | MeasureChange)[],
  ): PlainTable => {
    const lines = pick(contrasts[0] as Contrast).map((_, i) =>
      contrasts.map((contrast) => pick(contrast)[i]!),
    );
    return {
      head: [title, ...heads],
      rows: lines
        .filter((changes) => changes.some(isSeen))
        .map((changes) => ({
          label: labelOf(changes[0]!),
          cells: changes.map((change) =>
            isSeen(change) ? changeText(change.change!, scaleOf(change)) : '·',
          ),
        })),
    };
  };
  const against = contrasts.every((one) => one.against === contrasts[0]?.against)
    ? contrasts[0]?.against
    : null;
  return [
    paragraph(against === null ? 'CHANGES' : `CHANGES AGAINST ${against?.toUpperCase()}`, columns, STRONG),
    tableRows(
      table('in points of 100 runs', ({ outcomes }) => outcomes),
      columns,
    ),
    tableRows(
      table('in units of the measure', ({ measures }) => measures),
      columns,
    ),
    paragraph(
      'A dot: no change that these runs can tell from chance. Name two or three sides, or use --json or --out, for every interval.',
      columns,
      FAINT,
    ),
  ];
}

const scaleOf = (change: Change | MeasureChange): number => ('unit' in change && !change.boolean ? 1 : 100);

const labelOf = (change: Change | MeasureChange): string =>
  'unit' in change && !change.boolean ? withUnit(change.label, change.unit) : change.label;

function changeRow(change: Change | MeasureChange): PlainTable['rows'][number] {
  const [label, by] = [labelOf(change), scaleOf(change)];
  if (change.change === null) return { label, cells: ['·', 'no pair of runs has it', '·', '·'] };
  return {
    label,
    cells: [
      changeText(change.change, by),
      changeRange(change.change, by),
      chanceText(change.adjusted),
      factorText(change.saved),
    ],
    ...(isSeen(change) ? { style: STRONG } : {}),
  };
}

/** What changed for sure, in words, and what the same luck was worth. */
function sentence({ side, against, outcomes }: Contrast, runs: number): string {
  const seen = outcomes.filter(isSeen);
  const words = seen.map(({ label, change }) => {
    const points = changeText(change!, 100).replace(/^[+−]/, '');
    return `${label} comes ${points} of 100 runs ${change!.value > 0 ? 'more' : 'less'} often`;
  });
  const saved = outcomes.map((one) => one.saved).filter((factor) => Number.isFinite(factor));
  const middle = saved.sort((a, b) => a - b)[Math.floor(saved.length / 2)];
  const worth =
    middle === undefined
      ? ''
      : middle < 1.05
        ? ' Sharing the luck saved nothing here.'
        : ` Sharing the luck saved a factor of about ${factorText(middle).slice(1)}: with luck of its own each side would need about ${grouped(Number((middle * runs).toPrecision(2)))} runs to see as much.`;
  const what =
    words.length === 0
      ? `No outcome differs between ${side} and ${against} by more than ${grouped(runs)} runs can tell from chance.`
      : `${words.join('; ')}.${seen.length < outcomes.length ? ' Other outcomes: no change that these runs can tell from chance.' : ''}`;
  return `${what}${worth}`;
}
