/** What changed between two versions of a scenario, in rows: by name, old and new; what is only prose, briefly. */
import type { Difference, OutlineEntry } from '../../scenario/index.ts';
import { cell, cleanParagraph, EMPTY_ROW, FAINT, gap, type Row, STRONG, wrap } from '../text/index.ts';
import { paragraph } from './paragraph.ts';

export function differenceRows(differences: readonly Difference[], columns: number): readonly Row[] {
  if (differences.length === 0) {
    return paragraph('Both say the same: nothing changed but, perhaps, layout and comments.', columns);
  }
  const blocks = SECTIONS.map(([head, belongs, rows]) => {
    const own = differences.filter(belongs);
    if (own.length === 0) return [];
    return [...paragraph(head, columns, STRONG), ...own.flatMap((each) => rows(each, columns))];
  });
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : [EMPTY_ROW, ...block]));
}

/** Fields that no run depends on and that are too long to be shown twice. */
const PROSE = new Set(['note', 'source', 'summary', 'because', 'text', 'question']);

const isProse = (difference: Difference): boolean =>
  difference.entry.kind === 'source' ||
  (difference.change === 'changed' && difference.fields.every(({ name }) => PROSE.has(name)));

type Section = readonly [
  head: string,
  belongs: (difference: Difference) => boolean,
  rows: (difference: Difference, columns: number) => readonly Row[],
];

const SECTIONS: readonly Section[] = [
  ['CHANGED', (each) => each.change === 'changed' && !isProse(each), entryRows],
  ['ADDED', (each) => each.change === 'added' && !isProse(each), entryRows],
  ['REMOVED', (each) => each.change === 'removed' && !isProse(each), entryRows],
  ['IN ANOTHER PLACE', (each) => each.change === 'moved', entryRows],
  ['IN NOTES AND SOURCES ONLY', isProse, proseRows],
];

/** `transition street.turns_violent, Violence hijacks the protest`. */
function named({ kind, path, label }: OutlineEntry): string {
  const name = path === '' ? 'the scenario' : `${kind} ${path}`;
  return label === null ? name : `${name}, ${label}`;
}

function entryRows(difference: Difference, columns: number): readonly Row[] {
  const head = indented(named(difference.entry), columns, 2);
  switch (difference.change) {
    case 'changed': {
      const { fields } = difference;
      const prose = fields.filter(({ name }) => PROSE.has(name)).map(({ name }) => name);
      return [
        ...head,
        ...fields
          .filter(({ name }) => !PROSE.has(name))
          .flatMap(({ name, before, after }) => changeRows(name, before, after, columns)),
        ...(prose.length === 0 ? [] : indented(`and its ${prose.join(', ')}`, columns, 6, FAINT)),
      ];
    }
    case 'added':
    case 'removed':
      return [
        ...head,
        ...difference.entry.fields
          .filter(({ name }) => name !== 'label' && !PROSE.has(name))
          .flatMap(({ name, value }) => indented(`${name}: ${shortened(value)}`, columns, 6, FAINT)),
      ];
    case 'moved': {
      const place = difference.behind === null ? 'now the first' : `now right behind ${difference.behind}`;
      return indented(`${named(difference.entry)}: ${place}`, columns, 2);
    }
    default:
      return difference satisfies never;
  }
}

function proseRows(difference: Difference, columns: number): readonly Row[] {
  const what =
    difference.change === 'changed'
      ? difference.fields.map(({ name }) => name).join(', ')
      : difference.change;
  return indented(`${named(difference.entry)}: ${what}`, columns, 2);
}

/** Fields of what is wholly new or gone are there to recognise it. */
const LONGEST_FIELD = 160;

const shortened = (value: string): string =>
  value.length <= LONGEST_FIELD ? value : `${[...value].slice(0, LONGEST_FIELD).join('')}…`;

/** On one line where both values are short, else one below the other. */
function changeRows(
  name: string,
  before: string | null,
  after: string | null,
  columns: number,
): readonly Row[] {
  if (before === null) return indented(`${name}: new, ${after ?? ''}`, columns, 6);
  if (after === null) return indented(`${name}: gone, was ${before}`, columns, 6);
  const line = `${name}: ${before} → ${after}`;
  if (line.length <= columns - 8) return indented(line, columns, 6);
  return [
    ...indented(`${name}:`, columns, 6),
    ...indented(`was ${before}`, columns, 8, FAINT),
    ...indented(`now ${after}`, columns, 8),
  ];
}

const indented = (text: string, columns: number, by: number, style = {}): readonly Row[] =>
  wrap(cleanParagraph(text), columns - by - 3).map(
    (line, index): Row => [gap(index === 0 ? by : by + 2), cell(line, style)],
  );
