/** What feeds what as a figure. A parameter that feeds one thing only is listed in that thing's box. */
import type { InfluenceGraph, InfluenceKind, InfluenceNode } from '../../statechart/index.ts';
import type { Box, BoxKind, Figure, Link } from './figure.ts';
import { linesOf, shortened } from './words.ts';

const WIDTH = 150;

const KINDS: Readonly<Record<InfluenceKind, BoxKind>> = {
  parameter: 'parameter',
  variable: 'variable',
  auxiliary: 'auxiliary',
  transition: 'hazard',
  decision: 'decision',
  shock: 'shock',
};

export function influenceFigure(graph: InfluenceGraph): Figure {
  const hosts = hostsOf(graph);
  const shown = graph.nodes.filter(({ id }) => !hosts.has(id));
  const guests = (host: string): readonly InfluenceNode[] =>
    graph.nodes.filter(({ id }) => hosts.get(id) === host);
  return {
    boxes: shown.map((node) => boxOf(node, guests(node.id))),
    links: graph.edges
      .filter(({ from }) => !hosts.has(from))
      .map(
        ({ from, to, kind }): Link => ({
          from,
          to,
          dashed: kind === 'reads',
          head: true,
          back: false,
          share: null,
        }),
      ),
    groups: [],
  };
}

/** By parameter that feeds one thing only, that thing. */
function hostsOf({ nodes, edges }: InfluenceGraph): ReadonlyMap<string, string> {
  const hosts = new Map<string, string>();
  for (const { id, kind } of nodes) {
    if (kind !== 'parameter') continue;
    const fed = edges.filter(({ from }) => from === id);
    if (fed.length === 1) hosts.set(id, fed[0]!.to);
  }
  return hosts;
}

function boxOf({ id, kind, label, formula }: InfluenceNode, guests: readonly InfluenceNode[]): Box {
  return {
    id,
    kind: KINDS[kind],
    lines: [
      ...linesOf(label, 'name', WIDTH, 2),
      ...guests.flatMap((guest) => linesOf(`· ${guest.label}`, 'faint', WIDTH, 2)),
    ],
    tooltip: shortened(formula === '' ? label : `${label}: ${formula}`),
    hue: null,
    group: null,
  };
}
