/** The stages as the kernel numbers them. */
import type { Scenario } from '../../scenario/index.ts';

export interface Tree {
  /** By stage: the last stage below it (itself for a leaf). Stages are numbered in document order, parents first. */
  readonly lastDescendant: readonly number[];
  /** By region: its leaves in document order. */
  readonly leaves: readonly (readonly number[])[];
  /** By stage: its number among its region's leaves, −1 when it is not a leaf. */
  readonly leafNumber: readonly number[];
  /** By stage: the leaf that entering it leads to. */
  readonly entryLeaf: readonly number[];
  /** By stage: the way from the top down to it, itself last. */
  readonly path: readonly (readonly number[])[];
  /** The longest way. */
  readonly pathWidth: number;
}

export function treeOf({ stages, regions }: Scenario): Tree {
  const lastDescendant = stages.map(({ index }) => index);
  for (const { index, parent } of [...stages].reverse()) {
    if (parent !== null)
      lastDescendant[parent] = Math.max(lastDescendant[parent] as number, lastDescendant[index] as number);
  }
  const leaves = regions.map((region) => region.stages.filter((stage) => stages[stage]?.initial === null));
  const leafNumber = stages.map(({ index, region }) => (leaves[region] as readonly number[]).indexOf(index));
  const entryLeaf: number[] = [];
  const path: number[][] = [];
  for (const { index, initial, parent } of [...stages].reverse()) {
    entryLeaf[index] = initial === null ? index : (entryLeaf[initial] as number);
    const way = [index];
    for (let up = parent; up !== null; up = stages[up]?.parent ?? null) way.unshift(up);
    path[index] = way;
  }
  return {
    lastDescendant,
    leaves,
    leafNumber,
    entryLeaf,
    path,
    pathWidth: Math.max(1, ...path.map((way) => way.length)),
  };
}
