/** Promises and what the runs say of them, in words. */
import type { Estimate } from '../../analysis/index.ts';
import type { Bound, PromiseSide, Scenario } from '../../scenario/index.ts';
import { fileOf } from './treatment.ts';

/** How a quantity is written: alone, and where another one beside it says the unit. */
export interface Scale {
  readonly write: (value: number) => string;
  readonly bare: (value: number) => string;
}

/** Four significant digits. */
export const figure = (value: number): string => String(Number(value.toPrecision(4)));

export const share = (value: number): string => `${figure(100 * value)} %`;

const signed = (value: number): string => `${value > 0 ? '+' : ''}${figure(100 * value)}`;

export const SHARE: Scale = { write: share, bare: share };
export const PLAIN: Scale = { write: figure, bare: figure };
/** A difference of shares, in runs of a hundred. */
export const POINTS: Scale = { write: (value) => `${signed(value)} points`, bare: signed };

export const inUnit = (unit: string | null): Scale =>
  unit === null ? PLAIN : { write: (value) => `${figure(value)} ${unit}`, bare: figure };

/** `12,800 runs`. */
export const counted = (count: number, what: string): string =>
  `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? what.replace(/s$/, '') : what}`;

export const durationInWords = (days: number): string =>
  days > 0 && days < 1
    ? counted(Number((24 * days).toPrecision(4)), 'hours')
    : `${figure(days)} ${days === 1 ? 'day' : 'days'}`;

export function boundInWords(bound: Bound, { write, bare }: Scale): string {
  if (bound.kind === 'equals') return `${write(bound.value)}, to within ${bare(bound.within)}`;
  if (bound.high === Infinity) return `at least ${write(bound.low)}`;
  if (bound.low === -Infinity) return `at most ${write(bound.high)}`;
  return `${bare(bound.low)} to ${write(bound.high)}`;
}

/** `31.2 % (30.1 % to 32.4 %)`, `5.1 days (4.8 to 5.3)`. */
export function estimateInWords(estimate: Estimate | null, { write, bare }: Scale): string {
  if (estimate === null || Number.isNaN(estimate.value)) return 'no run has a value';
  const { value, low, high } = estimate;
  const end = (at: number): string => (Number.isFinite(at) ? bare(at) : 'unknown');
  return `${write(value)} (${end(low)} to ${end(high)})`;
}

/** `, of 812 runs selected` where `given` selects some; what it selects nothing of has no estimate. */
export const ofSelected = (given: unknown, count: number, what: string): string =>
  given === null
    ? ''
    : `, ${count === 0 ? `\`given\` selects none of the ${what}` : `of ${counted(count, what)} selected`}`;

/** A side's name: `baseline`, `loyal_police`, `response: shoot`, `bahrain-2011`. */
export function sideInWords(scenario: Scenario, side: PromiseSide): string {
  const { file, under } = partsOf(scenario, side);
  return [file, under].filter((part) => part !== null).join(', ') || 'baseline';
}

/** Where something is so: `under loyal_police`, `in bahrain-2011`, `under baseline`. */
export function atSide(scenario: Scenario, side: PromiseSide): string {
  const { file, under } = partsOf(scenario, side);
  if (file === null) return `under ${under ?? 'baseline'}`;
  return under === null ? `in ${file}` : `in ${file} under ${under}`;
}

/** The same with a blank before it, and nothing for the file as it is. */
export function underSide(scenario: Scenario, side: PromiseSide): string {
  const { file, under } = partsOf(scenario, side);
  return file === null && under === null ? '' : ` ${atSide(scenario, side)}`;
}

function partsOf(scenario: Scenario, { scenario: file, variant, decide }: PromiseSide) {
  const own = fileOf(scenario, file);
  const options = decide.map(({ decision, fixed }) => {
    const { name, options: all } = own.decisions[decision]!;
    return `${name}: ${all[fixed.option]!.name}`;
  });
  const under = [...(variant === null ? [] : [variant]), ...options];
  return { file: file === null ? null : own.id, under: under.length === 0 ? null : under.join(' and ') };
}
