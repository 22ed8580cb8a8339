/** Durations: `<number> hours|days|weeks`, in days. */

import { didYouMean } from '../../diagnostics/index.ts';
import type { ScalarNode } from '../document.ts';
import type { Report } from './report.ts';

const DAYS_IN: Readonly<Record<string, { readonly times: number; readonly parts: number }>> = {
  hour: { times: 1, parts: 24 },
  day: { times: 1, parts: 1 },
  week: { times: 7, parts: 1 },
};
const UNITS = ['day', 'days', 'hour', 'hours', 'week', 'weeks'];
const DURATION = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]+)\s*$/i;

/** A number followed by a word: meant as a duration, whatever the word is. */
export const looksLikeDuration = (text: string): boolean => DURATION.test(text);

/** Days, or why the text is no duration. `2 days`, `1 hour`, `1.5 weeks`. */
export function parseDuration(text: string): { days: number } | { unit: string | null } {
  const parts = DURATION.exec(text);
  if (parts === null) return { unit: null };
  const unit = parts[2]!;
  const days = Object.hasOwn(DAYS_IN, unit.replace(/s$/, '')) ? DAYS_IN[unit.replace(/s$/, '')] : undefined;
  if (days === undefined) return { unit };
  return { days: (Number(parts[1]) * days.times) / days.parts };
}

/**
 * Reads a duration in days; null after a fault. A step, a horizon and a gap are positive; an `after`
 * may be 0 and is then due at once.
 */
export function readDuration(
  node: ScalarNode | null,
  report: Report,
  { zeroAllowed = false }: { readonly zeroAllowed?: boolean } = {},
): number | null {
  if (node === null) return null;
  const parsed = parseDuration(node.text);
  if ('unit' in parsed) {
    report.add(node.origin, {
      code: 'bad-duration',
      message:
        parsed.unit === null
          ? `\`${node.text}\` is not a duration`
          : `\`${parsed.unit}\` is not a unit of time here`,
      mend: mendFor(parsed.unit),
    });
    return null;
  }
  if (Number.isFinite(parsed.days) && (parsed.days > 0 || (zeroAllowed && parsed.days === 0)))
    return parsed.days;
  report.add(node.origin, {
    code: 'bad-duration',
    message: `\`${node.text}\` is not ${zeroAllowed ? 'a duration from now on' : 'a positive duration'}`,
    mend: 'Write a number above 0 of hours, days or weeks.',
  });
  return null;
}

function mendFor(unit: string | null): string {
  const guess = unit === null ? null : didYouMean(unit, UNITS);
  return guess === null
    ? 'Write a number of hours, days or weeks, such as `2 days`.'
    : `Did you mean \`${guess}\`?`;
}
