/**
 * What feeds what as a figure. Lines are for what can be followed: a parameter that feeds one thing only, and whatever
 * feeds many, is named in the boxes that it feeds instead.
 */
import type { InfluenceGraph, InfluenceKind, InfluenceNode } from '../../statechart/index.ts';
import type { Box, BoxKind, Figure, Link } from './figure.ts';
import { linesOf, shortened } from './words.ts';

const WIDTH = 160;
/** What feeds more things than this is named in them. */
const MOST_LINES = 4;

const KINDS: Readonly<Record<InfluenceKind, BoxKind>> = {
  parameter: 'parameter',
  variable: 'variable',
  auxiliary: 'auxiliary',
  transition: 'hazard',
  decision: 'decision',
  shock: 'shock',
};

export function influenceFigure(graph: InfluenceGraph): Figure {
  const degree = countsOf(graph);
  const isNamed = (node: InfluenceNode): boolean => {
    const feeds = degree.get(node.id) ?? 0;
    return feeds > MOST_LINES || (node.kind === 'parameter' && feeds === 1);
  };
  const named = new Map(graph.nodes.filter(isNamed).map((node) => [node.id, node]));
  const fed = new Set(graph.edges.map(({ to }) => to));
  const namedIn = (id: string): readonly InfluenceNode[] =>
    graph.edges.filter(({ to }) => to === id).flatMap(({ from }) => named.get(from) ?? []);
  return {
    boxes: graph.nodes
      .filter(({ id }) => !named.has(id) || fed.has(id))
      .map((node) => boxOf(node, namedIn(node.id), named.has(node.id) ? (degree.get(node.id) ?? 0) : 0)),
    links: graph.edges
      .filter(({ from }) => !named.has(from))
      .map(
        ({ from, to, kind }): Link => ({
          from,
          to,
          dashed: kind === 'reads',
          head: true,
          back: false,
          share: null,
          happening: null,
        }),
      ),
    groups: [],
  };
}

/** By node, how many things it feeds. */
function countsOf({ edges }: InfluenceGraph): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { from } of edges) counts.set(from, (counts.get(from) ?? 0) + 1);
  return counts;
}

/** @param feeds how many things name it; 0 where lines show them. */
function boxOf(
  { id, kind, label, formula }: InfluenceNode,
  named: readonly InfluenceNode[],
  feeds: number,
): Box {
  return {
    id,
    kind: KINDS[kind],
    lines: [
      ...linesOf(label, 'name', WIDTH, 2),
      ...named.flatMap((each) => linesOf(`← ${each.label}`, 'faint', WIDTH, 1)),
      ...(feeds === 0 ? [] : linesOf(`→ feeds ${feeds}`, 'strong', WIDTH, 1)),
    ],
    tooltip: shortened(
      [formula === '' ? label : `${label}: ${formula}`, ...named.map((each) => `← ${each.label}`)].join('\n'),
    ),
    hue: null,
    group: null,
  };
}
