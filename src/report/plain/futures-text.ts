/** The futures of one state as text: one alternative beside the other, with what each changes. */
import type { Estimate } from '../../analysis/index.ts';
import type { Manifest, NoWay, Way } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Alternative, StepRecord } from '../../statechart/index.ts';
import { cell, EMPTY_ROW, FAINT, gap, grouped, momentText, type Row, STRONG, wrap } from '../text/index.ts';
import { hundred, points } from './hundreds.ts';
import { paragraph } from './paragraph.ts';
import { type PlainTable, tableRows } from './plain-table.ts';
import { seedWords, settingsLine } from './settings-line.ts';
import { type PlainOptions, writeRows } from './write-rows.ts';

export interface FuturesPage {
  readonly scenario: Scenario;
  /** The first is how it stands. */
  readonly ways: readonly (Way | NoWay)[];
  /** Futures of each way. */
  readonly futures: number;
  readonly manifest: Manifest;
  readonly title: string;
  readonly notes: readonly string[];
  /** The state, and the one the run itself goes to from there. */
  readonly state: StepRecord;
  readonly next: StepRecord;
}

/** Ends with a line feed; only commands are wider than `columns`. */
export function futuresText(page: FuturesPage, options: PlainOptions): string {
  const columns = Math.max(50, options.columns);
  const { scenario, ways, manifest, futures } = page;
  const possible = ways.filter((way): way is Way => !('impossible' in way));
  const refused = ways.filter((way): way is NoWay => 'impossible' in way);
  const rows: Row[] = [
    ...head(page, columns),
    EMPTY_ROW,
    ...tableRows(sharesTable(scenario, possible), columns),
    EMPTY_ROW,
    ...possible.flatMap((way, index) => wayRows(scenario, way, index, columns)),
    ...refused.flatMap(({ alternative, impossible }) =>
      paragraph(`${alternativeWords(scenario, alternative)}. Not possible: ${impossible}.`, columns),
    ),
    EMPTY_ROW,
    ...paragraph(
      `Of 100 futures (${grouped(futures)} of each, fresh luck, the same for all), changes in points with their 95 % interval.`,
      columns,
      FAINT,
    ),
    [gap(1), cell(manifest.command, FAINT)],
  ];
  return writeRows(rows, { ...options, columns });
}

function head(
  { scenario, title, manifest, notes, state, next }: FuturesPage,
  columns: number,
): readonly Row[] {
  const settings = settingsLine(manifest);
  const happened = next.happenings
    .filter(({ kind }) => kind !== 'option')
    .map(({ path }) => labelOf(scenario, path));
  const decided = next.decisions.map(({ path, option }) => optionLabel(scenario, path, option));
  const what = [...happened, ...decided];
  return [
    ...paragraph(scenario.title, columns, STRONG),
    ...paragraph(
      `${title} from ${momentText(scenario.time.start, state.day)} (day ${state.day}) · ${seedWords(manifest.seed)}`,
      columns,
    ),
    ...(settings === '' ? [] : paragraph(settings, columns)),
    ...notes.flatMap((note) => paragraph(note, columns)),
    ...paragraph(
      what.length === 0
        ? 'In this run nothing happens in the next step.'
        : `In this run, in the next step: ${what.join('; ')}.`,
      columns,
    ),
  ];
}

const labelOf = ({ happenings }: Scenario, path: string): string =>
  happenings.find((one) => one.path === path)?.label ?? path;

function optionLabel({ decisions }: Scenario, path: string, option: string | null): string {
  const decision = decisions.find(({ name }) => name === path)!;
  return `${decision.label}: ${decision.options.find(({ name }) => name === option)?.label ?? 'no option'}`;
}

/** `As it stands`, `The gas price: Cut the price`, `Violence: happens now`, `Loyalty = 0.3`. */
export function alternativeWords(
  { decisions, happenings, parameters }: Scenario,
  alternative: Alternative,
): string {
  switch (alternative.kind) {
    case 'as_it_stands':
      return 'As it stands';
    case 'option': {
      const { label, options } = decisions[alternative.decision]!;
      return `${label}: ${options[alternative.option]!.label}`;
    }
    case 'happens':
      return `${happenings[alternative.happening]!.label}: happens now`;
    case 'not_today':
      return `${happenings[alternative.happening]!.label}: not in this step`;
    case 'parameters':
      return parameters
        .filter((_, index) => (alternative.values[index] ?? null) !== null)
        .map(({ label, choices, index }) => {
          const value = alternative.values[index]!;
          return `${label} = ${choices === null ? value : (choices[value] ?? value)}`;
        })
        .join(', ');
    default:
      throw new Error(`not an alternative: ${JSON.stringify(alternative satisfies never)}`);
  }
}

/** Ways are lettered, so that their names need not stand over columns. */
const letterOf = (way: number): string => String.fromCharCode('A'.charCodeAt(0) + (way % 26));

function sharesTable({ outcomes }: Scenario, ways: readonly Way[]): PlainTable {
  return {
    head: ['ENDINGS of 100 futures', ...ways.map((_, index) => letterOf(index))],
    rows: outcomes
      .map(({ label, index }) => ({
        label,
        shares: ways.map(({ outlook }) => outlook.outcomes[index]!.share),
      }))
      .filter(({ shares }) => shares.some(({ value }) => value > 0))
      .map(({ label, shares }) => ({ label, cells: shares.map(hundred), style: STRONG })),
  };
}

/** Smaller changes, and more than so many, are not told. */
const LITTLE = 0.01;
const MOST_CHANGES = 4;

function wayRows(scenario: Scenario, way: Way, index: number, columns: number): readonly Row[] {
  const told =
    way.changes === null ? '' : ` ${changesTold(scenario, way.changes)}${fateSentence(scenario, way)}`;
  const lines = wrap(`${alternativeWords(scenario, way.alternative)}.${told}`, columns - 5);
  return lines.map((line, at) => [
    gap(1),
    cell(at === 0 ? letterOf(index) : ' ', STRONG),
    gap(2),
    cell(line),
  ]);
}

function changesTold({ outcomes }: Scenario, changes: readonly Estimate[]): string {
  const clear = changes
    .map((change, index) => ({ change, label: outcomes[index]!.label }))
    .filter(({ change }) => Math.abs(change.value) >= LITTLE && isSure(change))
    .sort((a, b) => Math.abs(b.change.value) - Math.abs(a.change.value));
  if (clear.length === 0) return 'No ending that these futures can tell apart.';
  const shown = clear.slice(0, MOST_CHANGES).map(({ change, label }) => `${label} ${points(change)}`);
  return `${shown.join(', ')}${clear.length > MOST_CHANGES ? ', and less of the others' : ''}.`;
}

const isSure = ({ low, high }: Estimate): boolean => low > 0 || high < 0;

/** What became of what was asked for, where that is not the plain case: a sentence after a space, or nothing. */
export function fateSentence({ happenings }: Scenario, { alternative, option, happens }: Way): string {
  if (alternative.kind === 'not_today') {
    return ` It happens later in ${hundred(happens[alternative.happening]!)} of 100.`;
  }
  if (alternative.kind === 'happens') {
    const share = happens[alternative.happening]!;
    const { path } = happenings[alternative.happening]!;
    return share.value === 1
      ? ''
      : ` ${path} happens in ${hundred(share)} of 100: the rules of the step come first.`;
  }
  if (option === null || option.taken.value === 1) return '';
  const not =
    option.notAsked.value > 0 ? ` It is not asked again in ${hundred(option.notAsked)} of 100.` : '';
  const lost =
    option.unavailable.value > 0 ? ` It cannot be taken in ${hundred(option.unavailable)} of 100.` : '';
  return `${not}${lost}`;
}
