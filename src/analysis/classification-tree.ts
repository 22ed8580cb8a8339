/** Small trees that tell where an outcome is likely (CART: Breiman, Friedman, Olshen and Stone 1984). */
import type { FactorColumn, Limit, Limits } from './box.ts';
import type { Estimate } from './estimate.ts';
import { wilson } from './wilson.ts';

export interface TreeOptions {
  /** Questions in a row, at most. Default 3. */
  readonly depth?: number;
  /** Cases in a leaf, at least, as part of all. Default 0.05. */
  readonly leastLeaf?: number;
  /** What a question must take off the impurity of all cases, as a part of it. Default 0.01 (rpart's cp). */
  readonly leastGain?: number;
}

export interface Tree {
  readonly cases: number;
  readonly hits: number;
  /** Share of hits, on the cases the tree was grown on. */
  readonly share: Estimate;
  /** Null in a leaf. `yes` holds the cases inside the limit. */
  readonly split: {
    readonly factor: number;
    readonly limit: Limit;
    readonly yes: Tree;
    readonly no: Tree;
  } | null;
}

interface Split {
  readonly factor: number;
  readonly limit: Limit;
  /** Fall of cases · Gini impurity. */
  readonly gain: number;
}

/** A tree by Gini's impurity; of equal questions the first factor's. A question about labels takes the best two groups. */
export function classificationTree(
  columns: readonly FactorColumn[],
  hits: Uint8Array,
  { depth = 3, leastLeaf = 0.05, leastGain = 0.01 }: TreeOptions = {},
): Tree {
  const all = Uint32Array.from({ length: hits.length }, (_, row) => row);
  const fewest = Math.max(1, Math.ceil(leastLeaf * hits.length));
  const wanted = leastGain * impurity(hits.length, countOf(all, hits));
  const grow = (rows: Uint32Array, left: number): Tree => {
    const count = countOf(rows, hits);
    const leaf: Tree = { cases: rows.length, hits: count, share: wilson(count, rows.length), split: null };
    const split = left === 0 ? null : bestSplit(columns, hits, rows, fewest);
    if (split === null || split.gain < wanted) return leaf;
    const { factor, limit } = split;
    const { values } = columns[factor] as FactorColumn;
    const isYes = (row: number): boolean => {
      const value = values[row] as number;
      return limit.kind === 'number' ? value <= limit.high : limit.allowed[value] === true;
    };
    const yes = grow(rows.filter(isYes), left - 1);
    const no = grow(
      rows.filter((row) => !isYes(row)),
      left - 1,
    );
    return { ...leaf, split: { factor, limit, yes, no } };
  };
  return grow(all, depth);
}

function countOf(rows: Uint32Array, hits: Uint8Array): number {
  let count = 0;
  for (const row of rows) count += hits[row] as number;
  return count;
}

/** n times Gini's 2p(1 − p). */
const impurity = (n: number, hits: number): number => (n === 0 ? 0 : (2 * hits * (n - hits)) / n);

function bestSplit(
  columns: readonly FactorColumn[],
  hits: Uint8Array,
  rows: Uint32Array,
  fewest: number,
): Split | null {
  return columns.reduce<Split | null>((found, column, factor) => {
    const one =
      column.kind === 'number'
        ? numberSplit(column.values, hits, rows, fewest)
        : labelSplit(column, hits, rows, fewest);
    return one !== null && (found === null || one.gain > found.gain) ? { factor, ...one } : found;
  }, null);
}

function numberSplit(
  values: Float64Array,
  hits: Uint8Array,
  rows: Uint32Array,
  fewest: number,
): Omit<Split, 'factor'> | null {
  const sorted = rows.slice().sort((a, b) => (values[a] as number) - (values[b] as number));
  const groups = Array.from(sorted, (row) => ({
    value: values[row] as number,
    cases: 1,
    hits: hits[row] as number,
  }));
  const cut = bestCut(groups, fewest, (before, after) => before.value < after.value);
  if (cut === null) return null;
  const high = ((groups[cut.place] as Group).value + (groups[cut.place + 1] as Group).value) / 2;
  return { limit: { kind: 'number', low: -Infinity, high }, gain: cut.gain };
}

interface Group {
  readonly value: number;
  readonly cases: number;
  readonly hits: number;
}

/** With two classes the best two groups of labels are cut from the labels in the order of their shares (theorem 4.5). */
function labelSplit(
  { values, labels }: Extract<FactorColumn, { kind: 'label' }>,
  hits: Uint8Array,
  rows: Uint32Array,
  fewest: number,
): Omit<Split, 'factor'> | null {
  const cases = new Uint32Array(labels);
  const ofInterest = new Uint32Array(labels);
  for (const row of rows) {
    cases[values[row] as number]! += 1;
    ofInterest[values[row] as number]! += hits[row] as number;
  }
  const groups: Group[] = Array.from({ length: labels }, (_, label) => label)
    .filter((label) => (cases[label] as number) > 0)
    .map((label) => ({ value: label, cases: cases[label] as number, hits: ofInterest[label] as number }))
    .sort((a, b) => a.hits / a.cases - b.hits / b.cases || a.value - b.value);
  const cut = bestCut(groups, fewest, () => true);
  if (cut === null) return null;
  const inside = new Set(groups.slice(0, cut.place + 1).map(({ value }) => value));
  const allowed = Array.from({ length: labels }, (_, label) => inside.has(label));
  return { limit: { kind: 'label', allowed }, gain: cut.gain };
}

/** The place after which to cut ordered groups in two. */
function bestCut(
  groups: readonly Group[],
  fewest: number,
  mayCut: (before: Group, after: Group) => boolean,
): { readonly place: number; readonly gain: number } | null {
  const all = groups.reduce((sum, { cases }) => sum + cases, 0);
  const total = groups.reduce((sum, group) => sum + group.hits, 0);
  let found: { readonly place: number; readonly gain: number } | null = null;
  let cases = 0;
  let hits = 0;
  for (let place = 0; place < groups.length - 1; place += 1) {
    const group = groups[place] as Group;
    cases += group.cases;
    hits += group.hits;
    if (cases < fewest || all - cases < fewest || !mayCut(group, groups[place + 1] as Group)) continue;
    const gain = impurity(all, total) - impurity(cases, hits) - impurity(all - cases, total - hits);
    if (gain > (found?.gain ?? 0)) found = { place, gain };
  }
  return found;
}

/** A leaf as a box: where it lies, and the cases the tree was grown on. */
export interface Leaf {
  readonly limits: Limits;
  readonly cases: number;
  readonly hits: number;
  readonly share: Estimate;
}

/** The leaves of a tree on so many factors, the cases that answered yes first. */
export function leavesOf(tree: Tree, factors: number): readonly Leaf[] {
  const below = (node: Tree, limits: Limits): readonly Leaf[] => {
    const { split, cases, hits, share } = node;
    if (split === null) return [{ limits, cases, hits, share }];
    const { factor, limit, yes, no } = split;
    const before = limits[factor] ?? null;
    return [
      ...below(yes, limits.with(factor, narrowed(before, limit))),
      ...below(no, limits.with(factor, narrowed(before, opposite(limit)))),
    ];
  };
  return below(tree, new Array<Limit | null>(factors).fill(null));
}

const opposite = (limit: Limit): Limit =>
  limit.kind === 'number'
    ? { kind: 'number', low: limit.high, high: Infinity }
    : { kind: 'label', allowed: limit.allowed.map((isIn) => !isIn) };

/** What both allow. */
function narrowed(before: Limit | null, limit: Limit): Limit {
  if (before === null) return limit;
  if (before.kind === 'number' && limit.kind === 'number') {
    return { kind: 'number', low: Math.max(before.low, limit.low), high: Math.min(before.high, limit.high) };
  }
  if (before.kind === 'label' && limit.kind === 'label') {
    return { kind: 'label', allowed: before.allowed.map((isIn, i) => isIn && limit.allowed[i] === true) };
  }
  throw new Error('a factor has either numbers or labels');
}
