/** What promises about happenings and the timeline are about. */
import type { DocumentNode, Origin, ScalarNode } from '../document.ts';
import type { TimelineClaim, TimelineEntry } from '../model.ts';
import type { Check } from './check.ts';
import { parseDuration } from './duration.ts';
import { readHappening } from './measures.ts';
import { nodeAt, scalarAt, scalarsOf } from './node.ts';

const NEAR = /^\s*(\S.*?)\s+of\s+(\S+)\s*$/;

/** Two happenings and the days between them, from `happening: h` and `within: 3 days of other`; null after a fault. */
export function readNear(
  check: Check,
  node: DocumentNode,
  scalar: ScalarNode,
): { readonly happening: number; readonly other: number; readonly days: number } | null {
  const happening = readHappening(check, scalar);
  const within = scalarAt(node, 'within');
  const parts = within === null ? null : NEAR.exec(within.text);
  if (within === null || parts === null) {
    check.report.add((within ?? scalar).origin, {
      code: 'bad-promise',
      message: `the promise does not say within which time of what \`${scalar.text}\` happens`,
      mend: 'Write `within: 3 days of other.happening`.',
    });
    return null;
  }
  const [, duration = '', path = ''] = parts;
  const days = readGap(check, within, duration);
  const other = readHappening(check, partOf(within, path));
  if (happening === null || other === null || days === null) return null;
  if (happening !== other) return { happening, other, days };
  check.report.add(within.origin, {
    code: 'bad-promise',
    message: `\`${path}\` is compared with itself`,
    mend: 'Name something else that happens after `of`.',
  });
  return null;
}

function readGap(check: Check, within: ScalarNode, text: string): number | null {
  const parsed = parseDuration(text);
  if ('days' in parsed && Number.isFinite(parsed.days) && parsed.days >= 0) return parsed.days;
  check.report.add(partOf(within, text).origin, {
    code: 'bad-duration',
    message: `\`${text}\` is not a duration`,
    mend: 'Write a number of hours, days or weeks before `of`, such as `3 days of other.happening`.',
  });
  return null;
}

/** A piece of a scalar's text, with its own place. */
function partOf(scalar: ScalarNode, text: string): ScalarNode {
  const start = scalar.text.lastIndexOf(text);
  const span = { start: scalar.offsetAt(start), end: scalar.offsetAt(start + text.length - 1) + 1 };
  const origin: Origin = { source: scalar.origin.source, span };
  return { ...scalar, text, value: text, origin };
}

/** The claims that tied entries make; null after a fault. */
export function readTimelineClaims(
  check: Check,
  timeline: readonly TimelineEntry[],
  node: DocumentNode,
): TimelineClaim[] | null {
  const all = node.kind === 'scalar' && node.text === 'all';
  const claims = all
    ? timeline.flatMap((entry, index) => claimOf(entry, index) ?? [])
    : scalarsOf(node).map((scalar) => claimNamed(check, timeline, scalar));
  if (claims.length === 0) reportNothingTied(check, node);
  const known = claims.filter((claim) => claim !== null);
  return known.length === claims.length && known.length > 0 ? known : null;
}

const TIED = 'Give it a `happening` and a `date`, or a `measure` and a `value`, a `range` or a `date`.';

function reportNothingTied(check: Check, node: DocumentNode): void {
  check.report.add(node.origin, {
    code: 'bad-promise',
    message: 'no entry of the timeline is tied to what a run can show',
    mend: TIED.replace('it', 'an entry'),
  });
}

/** What a run must show of an entry; null where the entry is not tied. A value counts before its range, that before a date. */
function claimOf(
  { happening, measure, value, range, days }: TimelineEntry,
  entry: number,
): TimelineClaim | null {
  const [low, high] =
    (measure === null ? null : value !== null ? ([value, value] as const) : range) ??
    (happening === null && measure === null ? null : days) ??
    [];
  return low === undefined || high === undefined ? null : { entry, low, high };
}

function claimNamed(
  check: Check,
  timeline: readonly TimelineEntry[],
  scalar: ScalarNode,
): TimelineClaim | null {
  const index = timeline.findIndex(({ name }) => name === scalar.text);
  if (index < 0) {
    const names = timeline.map(({ name }) => name);
    check.report.add(scalar.origin, {
      code: 'unknown-name',
      message: `there is no entry \`${scalar.text}\` in the timeline`,
      mend: check.guesses.unknownMend(scalar.text, [...names, 'all'], 'Entries are listed under `timeline`.'),
    });
    return null;
  }
  const claim = claimOf(timeline[index]!, index);
  if (claim === null) {
    check.report.add(scalar.origin, {
      code: 'bad-promise',
      message: `\`${scalar.text}\` is tied to nothing that a run can show`,
      mend: TIED,
    });
  }
  return claim;
}

/** The share under `inside`; null after a fault or where it is left out. */
export function readInside(check: Check, node: DocumentNode): number | null {
  const written = nodeAt(node, 'inside');
  const share = scalarAt(node, 'inside')?.value;
  if (typeof share !== 'number') return null;
  if (share > 0 && share < 1) return share;
  check.report.add(written!.origin, {
    code: 'bad-promise',
    message: `${share} is not a central share of runs`,
    mend: 'Write a number above 0 and below 1, such as 0.8.',
  });
  return null;
}
