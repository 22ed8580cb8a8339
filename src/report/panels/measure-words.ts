/** The numbers of a measure as words: median, 90 % range, mean with its error, each to the digits it has. */
import type { MeasureResult } from '../../experiment/index.ts';
import {
  CANNOT_TELL,
  clean,
  errorStep,
  errorText,
  intervalText,
  ofHundredRuns,
  rounded,
  stepFor,
  tableStep,
} from '../text/index.ts';

/** The levels of MeasureResult.quantiles (QUANTILE_LEVELS of experiment, whose code a screen need not load). */
const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95];
const Q05 = 0;
const MEDIAN = 2;
const Q95 = 4;

export interface MeasureWords {
  readonly name: string;
  readonly median: string;
  readonly range: string;
  /** `74 ±2`, or the share of a yes-or-no measure. */
  readonly mean: string;
  /** `in 89 of 100 runs`; empty where every run has a value. */
  readonly among: string;
  readonly low: string;
  readonly high: string;
}

/**
 * Half the 95 % interval of a quantile, from its neighbours: √(p(1 − p)/n) over the density there (David and
 * Nagaraja 2003, Order Statistics, section 10.2), the density being the probability between them over their distance.
 */
function quantileError(quantiles: MeasureResult['quantiles'], place: number, n: number): number {
  const below = Math.max(0, place - 1);
  const above = Math.min(LEVELS.length - 1, place + 1);
  const from = quantiles[below];
  const to = quantiles[above];
  const p = LEVELS[place]!;
  if (from === null || from === undefined || to === null || to === undefined || n === 0) return 0;
  return (1.96 * Math.sqrt((p * (1 - p)) / n) * (to - from)) / (LEVELS[above]! - LEVELS[below]!);
}

/** Of the whole spread, the part below which a digit tells a reader nothing, however many runs there are. */
const FINEST_PARTS = 1000;

/** The measure's numbers as words; `runs` are all the runs, those without a value too. */
export function measureWords(measure: MeasureResult, runs: number): MeasureWords {
  const unit = measure.unit === null ? '' : clean(measure.unit);
  const label = clean(measure.label);
  // A label that has the unit in it already (`Days of violence`) is not given it twice.
  const said = measure.boolean || label.toLowerCase().includes(unit.toLowerCase());
  const name = said ? label : `${label}, ${unit}`;
  const { mean, quantiles, histogram } = measure;
  const nothing = { median: CANNOT_TELL, range: CANNOT_TELL, mean: CANNOT_TELL, low: '', high: '' };
  if (mean === null || histogram === null) {
    return { name, ...nothing, among: runs > 0 ? 'no value in any run' : '' };
  }
  const among = measure.missing > 0 ? `in ${withValue(runs - measure.missing, runs)} of 100 runs` : '';
  if (measure.boolean) {
    return {
      name,
      ...nothing,
      mean: `${ofHundredRuns(mean)} (${intervalText(mean, tableStep([mean]))})`,
      among,
    };
  }
  const error = (mean.high - mean.low) / 2;
  const finest = stepFor((histogram.high - histogram.low) / FINEST_PARTS);
  const step = (place: number) =>
    Math.max(finest, stepFor(quantileError(quantiles, place, runs - measure.missing)));
  const at = (place: number, wanted: number) => {
    const value = quantiles[place] ?? Number.NaN;
    // A value that its neighbour's coarser step would make nothing keeps a step of its own.
    return value === 0 ? '0' : rounded(value, Math.abs(value) < wanted / 2 ? step(place) : wanted);
  };
  const coarser = Math.max(step(Q05), step(Q95));
  const ends = stepFor((histogram.high - histogram.low) / 40);
  return {
    name,
    median: at(MEDIAN, step(MEDIAN)),
    range: `${at(Q05, coarser)} – ${at(Q95, coarser)}`,
    mean: `${rounded(mean.value, errorStep(error))}${error > 0 ? ` ±${errorText(error)}` : ''}`,
    among,
    low: rounded(histogram.low, ends),
    high: rounded(histogram.high, ends),
  };
}

/** Of 100 runs, how many have a value. */
function withValue(having: number, runs: number): string {
  const hundred = (100 * having) / runs;
  if (hundred < 0.5) return '<1';
  return hundred >= 99.5 ? '>99' : String(Math.round(hundred));
}
