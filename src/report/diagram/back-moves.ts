/** Which moves of a chart run against its reading direction. */

export interface Edge {
  readonly from: string;
  readonly to: string;
}

/**
 * By edge: whether it leads back to where a walk along the edges came from. The walk goes depth first from the nodes in
 * their order and takes edges in theirs, so that the start stands on top and cycles are cut where a reader would.
 */
export function backEdges(nodes: readonly string[], edges: readonly Edge[]): readonly boolean[] {
  const back = edges.map(() => false);
  const out = new Map<string, number[]>(nodes.map((node) => [node, []]));
  for (const [index, { from }] of edges.entries()) out.get(from)?.push(index);
  const state = new Map<string, 'open' | 'done'>();
  for (const root of nodes) {
    if (state.has(root)) continue;
    // Without recursion: a chart may be long.
    const path: { readonly node: string; next: number }[] = [{ node: root, next: 0 }];
    state.set(root, 'open');
    while (path.length > 0) {
      const top = path[path.length - 1]!;
      const edge = out.get(top.node)?.[top.next];
      if (edge === undefined) {
        state.set(top.node, 'done');
        path.pop();
        continue;
      }
      top.next += 1;
      const { to } = edges[edge]!;
      if (state.get(to) === 'open') back[edge] = true;
      else if (!state.has(to)) {
        state.set(to, 'open');
        path.push({ node: to, next: 0 });
      }
    }
  }
  return back;
}
