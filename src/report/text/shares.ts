/** A share of runs in words: natural frequencies first, then per cent, and `·` where the runs cannot tell. */
import type { Estimate } from '../../analysis/index.ts';
import { decimalsOf, rounded, stepFor } from './figures.ts';

export const CANNOT_TELL = '·';

/** Half the interval, in points of a hundred. */
export const errorOf = (share: Estimate): number => 50 * (share.high - share.low);

/** From this error on a share of a hundred says nothing that its interval does not say better. */
const USELESS_ERROR = 25;
/** No more places than this behind a per cent's point: the columns are made for it. */
const FINEST_STEP = 0.01;

const cannotTell = (share: Estimate) => share.n === 0 || errorOf(share) >= USELESS_ERROR;
const ownStep = (share: Estimate) => Math.max(FINEST_STEP, stepFor(errorOf(share)));

/** The step that a table of shares is rounded to, so that its digits stand under each other: the coarsest. */
export const tableStep = (shares: readonly Estimate[]): number =>
  Math.max(FINEST_STEP, ...shares.filter(({ n }) => n > 0).map(ownStep));

/** Shares under one per cent keep digits of their own: a table's step would make them 0. */
const stepOf = (share: Estimate, table: number) =>
  Math.min(1, share.value < 0.01 ? ownStep(share) : Math.max(table, ownStep(share)));

/** With few runs, the nearest 5 or 10 says all there is to say. */
function roughly(share: Estimate): number | null {
  const error = errorOf(share);
  if (error < 5) return null;
  const step = error < 12.5 ? 5 : 10;
  return Math.min(100 - step, Math.max(step, Math.round((100 * share.value) / step) * step));
}

/** How many of 100 runs: `38`, `~40` with few runs, `<1`, `>99`; 0 and 100 only where the interval says so. */
export function ofHundred(share: Estimate): string {
  if (cannotTell(share)) return CANNOT_TELL;
  const hundred = 100 * share.value;
  if (share.value <= 0) return 100 * share.high < 0.5 ? '0' : `<${Math.ceil(100 * share.high)}`;
  if (share.value >= 1) return 100 * share.low > 99.5 ? '100' : `>${Math.floor(100 * share.low)}`;
  const rough = roughly(share);
  if (rough !== null) return `~${rough}`;
  if (hundred < 0.5) return '<1';
  return hundred >= 99.5 ? '>99' : String(Math.round(hundred));
}

/** `38 of 100 runs`. */
export function ofHundredRuns(share: Estimate): string {
  const count = ofHundred(share);
  return count === CANNOT_TELL ? 'too few runs to tell' : `${count} of 100 runs`;
}

/** `38 %`, `38.2 %`, `~40 %`; `table` is the `tableStep` of the table it stands in. */
export function perCent(share: Estimate, table: number): string {
  if (cannotTell(share)) return CANNOT_TELL;
  if (share.value <= 0 || share.value >= 1) return share.value <= 0 ? '0 %' : '100 %';
  const rough = roughly(share);
  if (rough !== null) return `~${rough} %`;
  const hundred = 100 * share.value;
  const step = stepOf(share, table);
  if (hundred < step / 2) return `<${rounded(step, step)} %`;
  if (hundred >= 100 - step / 2) return `>${rounded(100 - step, step)} %`;
  return `${rounded(hundred, step)} %`;
}

/** The interval to the digits of the per cent, or to as many more as keep its ends apart: `37–39 %`. */
export function intervalText(share: Estimate, table: number): string {
  if (share.n === 0) return CANNOT_TELL;
  const written = (step: number) =>
    [share.low, share.high].map((value) => endText(100 * value, decimalsOf(step)));
  const [low, high] = written(stepOf(share, table));
  return `${(low === high ? written(ownStep(share)) : [low, high]).join('–')} %`;
}

const endText = (hundred: number, places: number) =>
  hundred <= 0 ? '0' : hundred >= 100 ? '100' : hundred.toFixed(places);
