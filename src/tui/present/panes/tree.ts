/** The tree of ways taken: where each turned off, how far it was played, and its outlook. */
import { treeOrder, type Way, wayName } from '../../../experiment/index.ts';
import {
  cell,
  clean,
  EMPTY_ROW,
  FAINT,
  gap,
  heldWords,
  hundred,
  momentText,
  type Row,
  STRONG,
  turnWords,
  wrap,
} from '../../../report/index.ts';
import { scoreWords } from '../score-words.ts';
import type { PresentState } from '../state.ts';

const MOST_DEPTH = 6;
const MOST_OUTCOMES = 3;

export function treePage(state: PresentState, columns: number): readonly Row[] {
  const rows = treeOrder(state.session).flatMap(({ way, depth }) => wayRows(state, { way, depth, columns }));
  const held = heldWords(state.session);
  const title: Row = [gap(1), cell('THE WAYS TAKEN', STRONG), cell(held === '' ? '' : `  ${held}`, FAINT)];
  return [title, EMPTY_ROW, ...rows, ...scoreRows(state, columns)];
}

function scoreRows(state: PresentState, columns: number): readonly Row[] {
  const words = scoreWords(state);
  if (words.length === 0) return [];
  const lines = words.flatMap((text) => wrap(text, columns - 4));
  return [
    EMPTY_ROW,
    [gap(1), cell('WHAT THE ROOM PREDICTED', STRONG)],
    ...lines.map((line): Row => [gap(3), cell(line)]),
  ];
}

/** A way in a sentence: where it turned off, how far it was played, and how its futures end. */
export function wayWords(state: PresentState, index: number): readonly [turn: string, end: string] {
  const { scenario, session, leaves } = state;
  const way = session.ways[index]!;
  const dateOf = (step: number): string => momentText(scenario.time.start, step * scenario.time.stepDays);
  const from = way.parent === null ? '' : `${dateOf(way.step)} · `;
  const isHere = session.at.way === index ? ' · here' : '';
  const leaf = leaves[index];
  const told = leaf === undefined ? ' …' : leaf === null ? ', where it ended' : `: ${shares(leaf)}`;
  return [`${from}${turnWords(scenario, way)}${isHere}`, `played until ${dateOf(way.seen)}${told}`];
}

function wayRows(
  state: PresentState,
  { way, depth, columns }: { readonly way: number; readonly depth: number; readonly columns: number },
): readonly Row[] {
  const [turn, end] = wayWords(state, way);
  const isMarked = state.marked === way;
  const indent = 3 * Math.min(depth, MOST_DEPTH);
  const branch = depth === 0 ? '' : '└─ ';
  const style = isMarked ? { inverse: true } : STRONG;
  const lines = wrap(end, columns - indent - 6);
  return [
    [
      gap(1),
      cell(isMarked ? '▸ ' : '  '),
      gap(Math.max(0, indent - 3)),
      cell(branch, FAINT),
      cell(wayName(way), style),
      cell(` ${turn}`),
    ],
    ...lines.map((line): Row => [gap(indent + 5), cell(line, FAINT)]),
  ];
}

const shares = ({ outlook }: Way): string =>
  [...outlook.outcomes]
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_OUTCOMES)
    .filter(({ count }) => count > 0)
    .map(({ label, share }) => `${clean(label)} ${hundred(share)}`)
    .join(', ');
