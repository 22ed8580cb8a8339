/** The answer of `diff` as text: what changed, by name, and what that does to how the runs end. */
import type { Estimate } from '../../analysis/index.ts';
import type { DifferenceResult, MeasureDifference, OutcomeDifference } from '../../experiment/index.ts';
import type { Difference } from '../../scenario/index.ts';
import { EMPTY_ROW, FAINT, grouped, ofHundred, type Row, STRONG } from '../text/index.ts';
import { differenceRows } from './difference-rows.ts';
import { changeRange, changeText, valueText } from './estimate-words.ts';
import { paragraph } from './paragraph.ts';
import { type PlainTable, tableRows } from './plain-table.ts';
import { type PlainOptions, writeAnswer, writeRows } from './write-rows.ts';

export interface DifferencePage {
  /** The files as the user named them. */
  readonly before: string;
  readonly after: string;
  readonly differences: readonly Difference[];
  /** Null where nothing was run. */
  readonly effects: DifferenceEffects | null;
}

export interface DifferenceEffects {
  readonly result: DifferenceResult;
  readonly seed: string;
  readonly command: string;
}

/** Ends with a line feed; only the command is wider than `columns`. */
export function differenceText(page: DifferencePage, options: PlainOptions): string {
  const columns = Math.max(40, options.columns);
  const { before, after, differences, effects } = page;
  const parts: readonly (readonly Row[])[] = [
    paragraph(`${before} → ${after}`, columns, STRONG),
    differenceRows(differences, columns),
    ...(effects === null ? [] : effectParts(effects, columns)),
  ];
  if (effects !== null) return writeAnswer(parts, effects.command, { ...options, columns });
  const rows = parts.filter((part) => part.length > 0).flatMap((part) => [...part, EMPTY_ROW]);
  return writeRows(rows.slice(0, -1), { ...options, columns });
}

function effectParts({ result, seed }: DifferenceEffects, columns: number): readonly (readonly Row[])[] {
  const { runs, interrupted, faulted, outcomes, measures } = result;
  const stopped = interrupted ? ' Stopped early: this rests on the runs that both have.' : '';
  const head = `What it does, in ${grouped(runs)} runs of each with the same luck (seed ${seed}).${stopped}`;
  const faults = faulted.before + faulted.after;
  return [
    [
      ...paragraph(head, columns, STRONG),
      ...(faults === 0 ? [] : paragraph(faultWords(faulted), columns)),
      ...(nothingDiffers(result)
        ? paragraph('No run ends otherwise, and no measure differs in any run.', columns)
        : []),
    ],
    ...(nothingDiffers(result)
      ? []
      : [
          tableRows(outcomeTable(outcomes), columns),
          tableRows(
            measureTable(measures.filter(({ change }) => change === null || !isNone(change))),
            columns,
          ),
          [...sameRows(measures, columns), ...partRows(result, columns)],
          paragraph(FOOTNOTE, columns, FAINT),
        ]),
  ];
}

const FOOTNOTE =
  '"?": the runs cannot tell whether it changed. Each change is held against chance by itself, with the 95 % interval of its pairs of runs: of twenty that are none, one may look like one.';

/** Of a measure that some runs lack, the change is not the difference of the two means: it is that of fewer pairs. */
function partRows({ runs, faulted, measures }: DifferenceResult, columns: number): readonly Row[] {
  const most = runs - faulted.before - faulted.after;
  const part = measures.filter(({ change }) => change !== null && change.n < most && !isNone(change));
  if (part.length === 0) return [];
  const names = part.map(({ label, change }) => `${label} (${grouped(change!.n)})`).join('; ');
  return paragraph(`Changed over the pairs of runs that have it in both versions: ${names}.`, columns);
}

/** Measures that no run has otherwise are named and take no row. */
function sameRows(measures: readonly MeasureDifference[], columns: number): readonly Row[] {
  const same = measures.filter(({ change }) => change !== null && isNone(change));
  if (same.length === 0) return [];
  return paragraph(`The same in every run: ${same.map(({ label }) => label).join('; ')}.`, columns);
}

const faultWords = ({ before, after }: DifferenceResult['faulted']): string =>
  `Runs that a fault ended, and that are left out: ${before} before, ${after} after. "juncture simulate" names them.`;

const nothingDiffers = ({ outcomes, measures }: DifferenceResult): boolean =>
  outcomes.every(({ flipped }) => flipped === 0) &&
  measures.every(({ change }) => change === null || isNone(change));

/** The same in every pair. */
const isNone = ({ low, high }: Estimate): boolean => low === 0 && high === 0;

function outcomeTable(outcomes: readonly OutcomeDifference[]): PlainTable {
  return {
    head: ['OUTCOMES of 100 runs', 'before', 'after', 'change', '95 % interval'],
    rows: outcomes.map(({ label, before, after, change, flipped }) => ({
      label,
      ...changed(change, 100, flipped === 0, [shareText(before), shareText(after)]),
    })),
  };
}

function measureTable(measures: readonly MeasureDifference[]): PlainTable {
  return {
    head: ['MEASURES mean', 'before', 'after', 'change', '95 % interval'],
    rows: measures.map(({ label, unit, boolean, before, after, change }) => ({
      label: boolean ? `${label}, of 100 runs` : unit === null ? label : `${label}, ${unit}`,
      ...changed(
        change,
        boolean ? 100 : 1,
        change !== null && isNone(change),
        boolean ? [shareText(before), shareText(after)] : [meanText(before), meanText(after)],
      ),
    })),
  };
}

/** What stands behind the two values: the change and its interval, or why there is none. */
function changed(
  change: Estimate | null,
  by: number,
  same: boolean,
  values: readonly string[],
): { readonly cells: readonly string[]; readonly style?: typeof STRONG } {
  if (change === null || change.n === 0) return { cells: [...values, '·', 'no pair has it'] };
  if (same) return { cells: [...values, '0', 'in every run'] };
  const cells = (sign: string) => [...values, `${changeText(change, by)}${sign}`, changeRange(change, by)];
  return change.low > 0 || change.high < 0 ? { cells: cells('  '), style: STRONG } : { cells: cells(' ?') };
}

const shareText = (share: Estimate | null): string => (share === null ? '–' : ofHundred(share));
const meanText = (mean: Estimate | null): string => (mean === null ? '–' : valueText(mean));
