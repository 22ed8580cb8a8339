/** The answer of `branch` over many runs: by when, and by what, the ending is settled. */
import type { Estimate } from '../../analysis/index.ts';
import type { BranchPart, BranchResult } from '../../experiment/index.ts';
import {
  bar,
  cell,
  dateText,
  EMPTY_ROW,
  errorText,
  FAINT,
  gap,
  grouped,
  ofHundred,
  type Row,
  rounded,
  STRONG,
} from '../text/index.ts';
import { changeText } from './estimate-words.ts';
import { paragraph } from './paragraph.ts';
import { type PlainTable, tableRows } from './plain-table.ts';
import { seedWords, settingsLine } from './settings-line.ts';
import { type PlainOptions, writeAnswer } from './write-rows.ts';

export interface BranchTextOptions extends PlainOptions {
  /** The date of day 0. */
  readonly start: string | null;
}

/** Parts shown of each kind, those that settle most. */
const MOST_PARTS = 10;
/** Less than half a future of a hundred is not worth a row. */
const LEAST_SWING = 0.005;
/** So much and more of the uncertainty left is worth a row of its own. */
const SETTLED = 0.99;

/** Ends with a line feed; only commands are wider than `columns`. */
export function branchText(result: BranchResult, options: BranchTextOptions): string {
  const columns = Math.max(50, options.columns);
  const { manifest, happenings, decisions, quiet } = result;
  const parts: readonly (readonly Row[])[] = [
    head(result, columns),
    whenRows(result, options.start, columns),
    tableRows(partsTable('DECISIONS', result, decisions), columns),
    tableRows(partsTable('HAPPENINGS', result, [...happenings.filter(({ ends }) => !ends), quiet]), columns),
    tableRows(
      partsTable(
        'WHAT ENDS IT',
        result,
        happenings.filter(({ ends }) => ends),
      ),
      columns,
    ),
    notes(result, columns),
  ];
  return writeAnswer(parts, manifest.command, { ...options, columns });
}

function head(result: BranchResult, columns: number): readonly Row[] {
  const { manifest, title, runs, futures, states, faulted } = result;
  const settings = settingsLine(manifest);
  return [
    ...paragraph(title, columns, STRONG),
    ...paragraph(
      `Where it is decided: ${grouped(2 * futures)} futures of each of ${grouped(states)} states of ${grouped(runs)} runs · ${seedWords(manifest.seed)}`,
      columns,
    ),
    ...(settings === '' ? [] : paragraph(settings, columns)),
    ...(faulted === 0
      ? []
      : paragraph(`${grouped(faulted)} more came to a fault and are left out.`, columns)),
  ];
}

function whenRows({ days }: BranchResult, start: string | null, columns: number): readonly Row[] {
  const [first] = days;
  if (first === undefined)
    return paragraph('Every run ends the same way: nothing is left to be decided.', columns, STRONG);
  const reaches = (share: number): string => {
    const found = days.find(({ settled }) => settled.value >= share);
    return found === undefined ? 'the end' : dateText(start, found.day);
  };
  const before = ofHundred(first.settled);
  const sentence = `Half of the uncertainty about the ending is settled by ${reaches(0.5)}, nine tenths by ${reaches(0.9)}; ${before} of 100 parts are so before the first day, by what differs between runs from the start.`;
  const last = days.findIndex(({ settled }) => settled.value >= SETTLED);
  const shown = thinned(days.slice(0, last < 0 ? days.length : last + 1));
  const width = Math.max(10, Math.min(40, columns - 32));
  return [
    ...paragraph(sentence, columns, STRONG),
    EMPTY_ROW,
    [gap(1), cell('SETTLED BY  of 100 parts', STRONG)],
    ...shown.map(
      ({ day, settled }): Row => [
        gap(1),
        cell(dateText(start, day).padEnd(8)),
        cell(ofHundred(settled).padStart(5), STRONG),
        gap(2),
        cell(rangeOfHundred(settled.low, settled.high).padEnd(10), FAINT),
        gap(1),
        ...bar(settled, width, {}),
      ],
    ),
  ];
}

const MOST_DAYS = 16;

/** Some of the rows, evenly, the last always among them. */
function thinned<Item>(items: readonly Item[]): readonly Item[] {
  const every = Math.ceil(items.length / MOST_DAYS);
  return items.filter((_, at) => at % every === 0 || at === items.length - 1);
}

const rangeOfHundred = (low: number, high: number): string =>
  `${rounded(100 * Math.max(0, low), 1)} to ${rounded(100 * Math.min(1, high), 1)}`;

/** How far it moves the outlook of a run that may or may not have it. */
const expectedSwing = ({ swing, runs }: BranchPart): number =>
  swing === null ? 0 : swing.value * runs.value;

function partsTable(title: string, { outcomes }: BranchResult, parts: readonly BranchPart[]): PlainTable {
  const shown = parts
    .filter((part) => expectedSwing(part) >= LEAST_SWING && part.swing!.low > 0)
    .sort((a, b) => expectedSwing(b) - expectedSwing(a))
    .slice(0, MOST_PARTS);
  return {
    head: [title, 'moves', 'in runs', 'settles', 'mostly'],
    rows: shown.map(({ label, settles, runs, swing, changes }) => ({
      label,
      cells: [withError(swing!), ofHundred(runs), withError(settles), mostly(outcomes, changes!)],
      style: {},
    })),
  };
}

/** `39 ±8`, of a hundred. */
const withError = ({ value, low, high }: Estimate): string =>
  `${rounded(100 * value, 1)} ±${errorText(50 * (high - low))}`;

/** The outcome whose chance moves most, where it surely moves one way. */
function mostly(outcomes: BranchResult['outcomes'], changes: readonly Estimate[]): string {
  const sizes = changes.map(({ value }) => Math.abs(value));
  const at = sizes.indexOf(Math.max(...sizes));
  const change = changes[at]!;
  return change.low > 0 || change.high < 0
    ? `${outcomes[at]!.label} ${changeText(change, 100)}`
    : 'either way';
}

const notes = ({ interrupted, halfWidth }: BranchResult, columns: number): readonly Row[] => [
  ...(interrupted ? paragraph('Interrupted: this rests on what was done.', columns) : []),
  ...(halfWidth === null
    ? []
    : paragraph(`Wanted: every share known to ±${rounded(100 * halfWidth, 0)}.`, columns)),
  ...paragraph(
    'moves: a step in which it happens makes so many of 100 futures end otherwise (at least). in runs: of 100. settles: of 100 parts of the uncertainty about the ending, how many such steps settle; of several things in one step each has all of it, so they do not add up. What is decided in a step is told apart from what led to it. mostly: the outcome whose chance moves most, in points. Sorted by what it moves in a run; ± is half the 95 % interval.',
    columns,
    FAINT,
  ),
];
