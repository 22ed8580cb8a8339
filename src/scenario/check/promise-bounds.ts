/** The numbers of promises: what an estimate must equal, or lie between. */
import type { DocumentNode, Entry } from '../document.ts';
import type { Bound } from '../model.ts';
import type { Check } from './check.ts';
import { readConstant } from './constant.ts';
import { asScalar, entriesAt, itemsOf, nodeAt, scalarAt } from './node.ts';

/** Half the width that an interval may have around a promised value, where the promise says nothing. */
const WITHIN = 0.01;

interface Wanted {
  /** True where the promise is about a share, which lies in [0, 1]. */
  readonly share: boolean;
}

/** Numbers in order, each a share where shares are wanted; null after a fault. */
function readNumbers(check: Check, nodes: readonly DocumentNode[], { share }: Wanted): number[] | null {
  const numbers = nodes.map((node) => {
    const value = readConstant(check, asScalar(node));
    if (value === null || !share || (value >= 0 && value <= 1)) return value;
    check.report.add(node.origin, {
      code: 'bad-promise',
      message: `${value} is not a share of runs`,
      mend: 'Write a number from 0 to 1.',
    });
    return null;
  });
  const known = numbers.filter((number) => number !== null);
  return known.length === numbers.length ? known : null;
}

/** `[low, high]`; null after a fault. */
export function readBetween(
  check: Check,
  node: DocumentNode,
  wanted: Wanted,
): Extract<Bound, { kind: 'between' }> | null {
  const [low, high] = readNumbers(check, itemsOf(node), wanted) ?? [];
  if (low === undefined || high === undefined) return null;
  if (low <= high) return { kind: 'between', low, high };
  check.report.add(node.origin, {
    code: 'bad-promise',
    message: `no number is between ${low} and ${high}`,
    mend: 'Write the lower end first.',
  });
  return null;
}

const oneNumber = (check: Check, node: DocumentNode, wanted: Wanted): number | null =>
  readNumbers(check, [node], wanted)?.[0] ?? null;

interface BoundKeys {
  readonly equals: string;
  /** False where `within` means something else. */
  readonly tolerance?: boolean;
}

/** The bound under `equals` (`probability`, `value`), `between`, `at_least`, `at_most`; undefined when none is written. */
export function readBound(
  check: Check,
  node: DocumentNode,
  { equals, tolerance = true, ...wanted }: Wanted & BoundKeys,
): Bound | null | undefined {
  const exact = nodeAt(node, equals);
  if (exact !== null) {
    const value = oneNumber(check, exact, wanted);
    const within = tolerance ? readWithin(check, node) : WITHIN;
    return value === null || within === null ? null : { kind: 'equals', value, within };
  }
  const between = nodeAt(node, 'between');
  if (between !== null) return readBetween(check, between, wanted);
  const [least, most] = [nodeAt(node, 'at_least'), nodeAt(node, 'at_most')];
  if (least === null && most === null) return undefined;
  const low = least === null ? -Infinity : oneNumber(check, least, wanted);
  const high = most === null ? Infinity : oneNumber(check, most, wanted);
  return low === null || high === null ? null : { kind: 'between', low, high };
}

function readWithin(check: Check, node: DocumentNode): number | null {
  const scalar = scalarAt(node, 'within');
  if (scalar === null) return WITHIN;
  const within = readConstant(check, scalar);
  if (within === null || within > 0) return within;
  check.report.add(scalar.origin, {
    code: 'bad-promise',
    message: `an interval cannot be narrower than ±${within}`,
    mend: 'Write a number above 0.',
  });
  return null;
}

export interface QuantileBound {
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

/** `{ 0.1: [8, 14], 0.9: [16, 60] }`; null after a fault. */
export function readQuantiles(check: Check, node: DocumentNode): QuantileBound[] | null {
  const bounds = entriesAt(node, 'quantiles').map((entry) => readQuantile(check, entry));
  const known = bounds.filter((bound) => bound !== null);
  return known.length === bounds.length && known.length > 0 ? known : null;
}

function readQuantile(check: Check, { key, keyOrigin, value }: Entry): QuantileBound | null {
  const level = Number(key);
  const between = readBetween(check, value, { share: false });
  if (level > 0 && level < 1) return between && { level, low: between.low, high: between.high };
  check.report.add(keyOrigin, {
    code: 'bad-promise',
    message: `\`${key}\` is not the level of a quantile`,
    mend: 'Write a number between 0 and 1, such as 0.9, before the colon.',
  });
  return null;
}
