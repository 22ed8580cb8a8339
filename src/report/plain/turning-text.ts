/** The answer of `branch` for one run: its turning points in order, each with what the alternative would have brought. */
import type { Estimate } from '../../analysis/index.ts';
import type { Instead, Manifest, Outlook, TurningPoint, TurningResult } from '../../experiment/index.ts';
import type { Decision, Scenario } from '../../scenario/index.ts';
import { cell, EMPTY_ROW, FAINT, gap, grouped, momentText, type Row, STRONG } from '../text/index.ts';
import { hundred, points } from './hundreds.ts';
import { paragraph } from './paragraph.ts';
import { seedWords, settingsLine } from './settings-line.ts';
import { type PlainOptions, writeRows } from './write-rows.ts';

export interface TurningPage {
  readonly scenario: Scenario;
  readonly result: TurningResult;
  /** Futures of each state. */
  readonly futures: number;
  readonly manifest: Manifest;
  /** `Run 17`, `The way of the timeline: 13 of 16 dated happenings met`. */
  readonly title: string;
  /** What else is to be known of the run; one paragraph each. */
  readonly notes: readonly string[];
  /** Index of the outcome it ended with, and the day. */
  readonly outcome: number;
  readonly endDay: number;
}

/** A change that is smaller, or not sure, is told as little. */
const LITTLE = 0.02;

const isClear = (change: Estimate): boolean =>
  Math.abs(change.value) >= LITTLE && (change.low > 0 || change.high < 0);

/** Ends with a line feed; only commands are wider than `columns`. */
export function turningText(page: TurningPage, options: PlainOptions): string {
  const columns = Math.max(50, options.columns);
  const { scenario, result, manifest, outcome, endDay } = page;
  const { start } = scenario.time;
  const rows: Row[] = [
    ...head(page, columns),
    EMPTY_ROW,
    ...outlookRows('At the start', result.start, columns),
    EMPTY_ROW,
    ...result.points.flatMap((point, index) => [...pointRows(scenario, point, index, columns), EMPTY_ROW]),
    ...(result.points.length === 0 ? [...paragraph(noTurn(result), columns), EMPTY_ROW] : []),
    ...paragraph(`${momentText(start, endDay)}: ${scenario.outcomes[outcome]!.label}.`, columns, STRONG),
    EMPTY_ROW,
    ...paragraph(
      `Chances are of 100 futures (${grouped(page.futures)} of each state, fresh luck, the same for all alternatives), changes in points with their 95 % interval. The turns were found with one set of futures and measured with another.`,
      columns,
      FAINT,
    ),
    [gap(1), cell(manifest.command, FAINT)],
  ];
  return writeRows(rows, { ...options, columns });
}

const noTurn = ({ interrupted }: TurningResult): string =>
  interrupted
    ? 'Interrupted before a turn was measured.'
    : 'No step moved the outlook by 3 points of 100 or more: this run has no turning point that these futures can tell.';

function head({ scenario, manifest, title, notes }: TurningPage, columns: number): readonly Row[] {
  const settings = settingsLine(manifest);
  return [
    ...paragraph(scenario.title, columns, STRONG),
    ...paragraph(`${title} · ${seedWords(manifest.seed)}`, columns),
    ...(settings === '' ? [] : paragraph(settings, columns)),
    ...notes.flatMap((note) => paragraph(note, columns)),
  ];
}

/** Outcomes rarer than one in a hundred futures are left out. */
function outlookRows(when: string, { outcomes }: Outlook, columns: number): readonly Row[] {
  const shown = outcomes
    .filter(({ share }) => share.value >= 0.005)
    .sort((a, b) => b.count - a.count)
    .map(({ label, share }) => `${label} ${hundred(share)}`);
  return paragraph(`${when}, of 100 futures: ${shown.join(', ')}.`, columns);
}

function pointRows(scenario: Scenario, point: TurningPoint, index: number, columns: number): readonly Row[] {
  const { outcome, before, after, changes } = point;
  const { label } = scenario.outcomes[outcome]!;
  const share = (outlook: Outlook): string => hundred(outlook.outcomes[outcome]!.share);
  const change = changes[outcome]!;
  return [
    ...paragraph(
      `${index + 1}. ${momentText(scenario.time.start, point.day)}. ${whatHappened(scenario, point)}.`,
      columns,
      STRONG,
    ),
    ...indented(`${label}: ${share(before)} before, ${share(after)} after: ${points(change)}.`, columns),
    ...insteadSentences(scenario, point).flatMap((text) => indented(text, columns)),
  ];
}

const indented = (text: string, columns: number): readonly Row[] =>
  paragraph(text, columns - 3).map((row) => [gap(3), ...row]);

/** What made the difference, where something did; else everything that came. */
function whatHappened(scenario: Scenario, { happenings, decisions, instead, outcome }: TurningPoint): string {
  const isTelling = (path: string): boolean =>
    instead.some((one) => one.path.startsWith(path) && isClear(one.changes[outcome]!));
  const events = happenings
    .filter((path) => scenario.happenings.find((one) => one.path === path)?.kind !== 'option')
    .map((path) => ({ path, words: labelOf(scenario, path) }));
  const choices = decisions.map(({ path, option }) => ({
    path: `${path}.`,
    words: choiceWords(scenario, path, option),
  }));
  const all = [...events, ...choices];
  const telling = all.filter(({ path }) => isTelling(path));
  const told = telling.length > 0 ? telling : all;
  return told.length === 0
    ? 'Nothing happened; the day itself moved it'
    : told.map(({ words }) => words).join('; ');
}

const labelOf = ({ happenings }: Scenario, path: string): string =>
  happenings.find((one) => one.path === path)?.label ?? path;

const optionWords = ({ options }: Decision, option: string | null): string =>
  options.find(({ name }) => name === option)?.label ?? 'no option was there';

function choiceWords({ decisions }: Scenario, path: string, option: string | null): string {
  const decision = decisions.find(({ name }) => name === path)!;
  const { actor, label } = decision;
  const who = actor === null ? label : label === actor ? actor : `${actor} (${label})`;
  return `${who}: ${optionWords(decision, option)}`;
}

function insteadSentences(scenario: Scenario, { instead, outcome }: TurningPoint): readonly string[] {
  const clear = instead.filter(({ changes }) => isClear(changes[outcome]!));
  const little = instead.length - clear.length;
  const decided = new Set(
    clear.filter(({ kind }) => kind === 'option').map(({ path }) => path.split('.')[0]),
  );
  const isAlone = decided.size === 1;
  return [
    ...clear.map((one) => insteadSentence(scenario, one, { outcome, isAlone })),
    ...(little === 0 ? [] : [littleSentence(little, clear.length)]),
  ];
}

const littleSentence = (little: number, clear: number): string => {
  const which =
    clear === 0 ? 'No other course' : little === 1 ? 'One other course' : `${little} other courses`;
  return clear === 0
    ? `${which} of the step would clearly have changed that.`
    : `${which} would have changed little.`;
};

interface Told {
  readonly outcome: number;
  /** All options to be told are of one decision, which then need not be named. */
  readonly isAlone: boolean;
}

function insteadSentence(
  scenario: Scenario,
  { kind, path, outlook, changes, later }: Instead,
  { outcome, isAlone }: Told,
): string {
  const would = `${hundred(outlook.outcomes[outcome]!.share)}, ${points(changes[outcome]!)}`;
  if (kind === 'option') {
    const [name = '', option = ''] = path.split('.');
    const decision = scenario.decisions.find((one) => one.name === name)!;
    const what = isAlone ? optionWords(decision, option) : choiceWords(scenario, name, option);
    return `Had it been "${what}": ${would}.`;
  }
  const again = later === null ? '' : `; it comes later in ${hundred(later)} of 100`;
  return `Without "${labelOf(scenario, path)}" in that step: ${would}${again}.`;
}
