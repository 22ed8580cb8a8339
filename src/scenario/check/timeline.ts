/** Timeline: what happened in the case, tied to what a run can show. */
import type { DocumentNode, Entry, MapNode, ScalarNode } from '../document.ts';
import type { TimelineEntry } from '../model.ts';
import type { Check } from './check.ts';
import { lastStepUntil, readDay } from './dates.ts';
import { described } from './described.ts';
import { readHappening } from './measures.ts';
import {
  asNumber,
  booleanAt,
  entriesAt,
  itemsOf,
  nodeAt,
  numberAt,
  scalarAt,
  scalarsOf,
  textAt,
} from './node.ts';

export const checkTimeline = (check: Check, root: MapNode): TimelineEntry[] =>
  entriesAt(root, 'timeline').map((entry) => readEntry(check, entry));

function readEntry(check: Check, { key: name, value: node }: Entry): TimelineEntry {
  const happening = scalarAt(node, 'happening');
  const measure = scalarAt(node, 'measure');
  const common = described(check, name, node);
  return {
    ...common,
    name,
    what: textAt(node, 'what') ?? common.label,
    ...readSpan(check, node),
    happening: happening && readHappening(check, happening),
    measure: measure && readMeasure(check, measure),
    value: numberAt(node, 'value'),
    range: readRange(check, nodeAt(node, 'range')),
    contested: booleanAt(node, 'contested'),
  };
}

/** A date or two; of two dates the first is not the later one. */
function readSpan(check: Check, node: DocumentNode): Pick<TimelineEntry, 'from' | 'to' | 'days'> {
  const written = nodeAt(node, 'date') ?? nodeAt(node, 'day');
  const [first = null, second = first] = scalarsOf(written).map((scalar) => readDay(check, scalar));
  const from = first?.day ?? null;
  const to = second?.day ?? from;
  if (written !== null && from !== null && to !== null && from > to) {
    check.report.add(written.origin, {
      code: 'bad-range',
      message: 'the first date is later than the second',
      mend: 'Write the earlier date first.',
    });
  }
  if (from === null || second === null) return { from, to, days: null };
  return { from, to, days: [from, (lastStepUntil(check.time, second) + 1) * check.time.stepDays] };
}

function readRange(check: Check, node: DocumentNode | null): readonly [number, number] | null {
  const [low, high] = itemsOf(node).map(asNumber);
  if (node === null || low == null || high == null) return null;
  if (low > high) {
    check.report.add(node.origin, {
      code: 'bad-range',
      message: `${low} is above ${high}`,
      mend: 'Write the lower end first.',
    });
  }
  return [low, high];
}

/** A measure by its name; null after a fault. */
export function readMeasure(check: Check, scalar: ScalarNode): number | null {
  const measure = check.names.measures.get(scalar.text);
  if (measure !== undefined) return measure;
  check.report.add(scalar.origin, {
    code: 'unknown-name',
    message: `there is no measure \`${scalar.text}\``,
    mend: check.guesses.unknownMend(
      scalar.text,
      [...check.names.measures.keys()],
      'Measures are listed under `measures`.',
    ),
  });
  return null;
}
