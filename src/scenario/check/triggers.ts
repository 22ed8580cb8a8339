/** Triggers: what makes a transition, a shock or an `ask` due. */
import type { MapNode, ScalarNode } from '../document.ts';
import type { Delay, Distribution, Trigger } from '../model.ts';
import type { Check } from './check.ts';
import { readDay, stepAt } from './dates.ts';
import { readDistribution } from './distribution.ts';
import { looksLikeDuration, readDuration } from './duration.ts';
import { entryAt, nodeAt, scalarAt } from './node.ts';

const TRIGGER_KEYS = ['hazard', 'chance_per_day', 'after', 'every', 'when', 'date', 'day'] as const;

const NUMBER = { wants: 'number', scope: 'state' } as const;
const CONDITION = { wants: 'boolean', scope: 'state' } as const;

/** Stands in for a delay that could not be read. */
const NO_DELAY: Delay = { kind: 'fixed', days: 1 };

/** The key that names the trigger; null when there is none, which the shape reported. */
const triggerKey = (node: MapNode | null): (typeof TRIGGER_KEYS)[number] | null =>
  TRIGGER_KEYS.find((key) => nodeAt(node, key) !== null) ?? null;

export function readTrigger(check: Check, node: MapNode | null, place: string): Trigger {
  const key = triggerKey(node);
  const at = (name: string): string => `${place}.${name}`;
  const condition = scalarAt(node, 'while');
  const enabled = condition && check.expression(condition, at('while'), CONDITION);
  switch (key) {
    case 'hazard':
      return {
        kind: 'hazard',
        hazard: check.expression(scalarAt(node, key), at(key), NUMBER),
        while: enabled,
      };
    case 'chance_per_day':
      return {
        kind: 'chance',
        chance: check.expression(scalarAt(node, key), at(key), NUMBER),
        while: enabled,
      };
    case 'after':
      return { kind: 'after', delay: readDelay(check, node, { key, place: at(key) }), while: enabled };
    case 'every':
      return { kind: 'every', gap: readGap(check, node, at(key)), while: enabled };
    case 'date':
    case 'day':
      return { ...readMoment(check, scalarAt(node, key)), while: enabled };
    case 'when':
      return { kind: 'when', condition: check.expression(scalarAt(node, key), at(key), CONDITION) };
    case null:
      return { kind: 'when', condition: check.expression(null, at('when'), CONDITION) };
    default:
      throw new Error(`no such trigger: ${key satisfies never}`);
  }
}

function readMoment(check: Check, scalar: ScalarNode | null): { kind: 'date'; step: number; day: number } {
  const day = scalar === null ? null : readDay(check, scalar);
  if (day === null) return { kind: 'date', step: 0, day: 0 };
  return { kind: 'date', step: stepAt(check.time, day.day), day: day.day };
}

interface DelayPlace {
  readonly key: 'after' | 'every';
  readonly place: string;
}

/** A duration, a distribution in days, or an expression in days. A bare number is an expression. */
function readDelay(check: Check, node: MapNode | null, { key, place }: DelayPlace): Delay {
  const written = nodeAt(node, key);
  if (written?.kind === 'map') {
    const distribution = readDistribution(written, { baseline: null }, check.report);
    return distribution === null ? NO_DELAY : { kind: 'distribution', distribution };
  }
  const scalar = scalarAt(node, key);
  if (scalar !== null && typeof scalar.value === 'string' && looksLikeDuration(scalar.text)) {
    const days = readDuration(scalar, check.report, { zeroAllowed: key === 'after' });
    return days === null ? NO_DELAY : { kind: 'fixed', days };
  }
  return { kind: 'expression', expression: check.expression(scalar, place, NUMBER) };
}

/** The gap of `every`, which is positive: a distribution that is sure to fall to 0 or below is a fault already. */
function readGap(check: Check, node: MapNode | null, place: string): Delay {
  const gap = readDelay(check, node, { key: 'every', place });
  const least = gap.kind === 'distribution' ? notPositive(gap.distribution) : null;
  if (least === null) return gap;
  check.report.add(entryAt(node, 'every')!.value.origin, {
    code: 'impossible-distribution',
    message: `a gap of \`every\` can be as low as ${least} days here; it must be above 0`,
    mend: 'Use a distribution whose values are all above 0.',
  });
  return gap;
}

/** The lowest value, where it is drawn and not positive. Ends are never drawn, so an end of 0 will do. */
function notPositive(distribution: Distribution): number | null {
  switch (distribution.kind) {
    case 'uniform':
    case 'triangular':
    case 'pert':
      return distribution.low < 0 ? distribution.low : null;
    case 'choice':
      return (
        distribution.values.find((value, at) => value <= 0 && (distribution.weights[at] ?? 0) > 0) ?? null
      );
    default:
      return null;
  }
}
