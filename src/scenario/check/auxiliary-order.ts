/** Order in which auxiliaries can be worked out, whichever stages are active; a circle is a fault. */
import { references } from '../../expression/index.ts';
import type { Auxiliary, Stage } from '../model.ts';
import type { Check } from './check.ts';
import { placeOf } from './node.ts';
import { listed } from './suggest.ts';

/** What each auxiliary reads, by any of its rules: the general one and those of stages. */
function dependencies(auxiliaries: readonly Auxiliary[], stages: readonly Stage[]): readonly number[][] {
  const reads = auxiliaries.map(({ value }) => new Set(references(value.tree).auxiliaries));
  for (const rule of stages.flatMap((stage) => stage.auxiliaries)) {
    for (const read of references(rule.value.tree).auxiliaries) reads[rule.auxiliary]!.add(read);
  }
  return reads.map((set) => [...set].sort((a, b) => a - b));
}

interface Frame {
  readonly node: number;
  /** How many of what it reads are seen to. */
  next: number;
}

/**
 * Depth first, without recursion: a file may chain thousands. Gives every node after what it reads, and the
 * circles found on the way, each as the nodes from its first to the one that leads back.
 */
export function orderOf(reads: readonly (readonly number[])[]): { order: number[]; circles: number[][] } {
  const order: number[] = [];
  const circles: number[][] = [];
  const state = reads.map((): 'new' | 'open' | 'done' => 'new');
  for (let root = 0; root < reads.length; root++) {
    if (state[root] !== 'new') continue;
    const path: Frame[] = [{ node: root, next: 0 }];
    state[root] = 'open';
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const read = reads[top.node]![top.next++];
      if (read === undefined) {
        state[top.node] = 'done';
        order.push(top.node);
        path.pop();
      } else if (state[read] === 'open') {
        circles.push(path.slice(path.findIndex(({ node }) => node === read)).map(({ node }) => node));
      } else if (state[read] === 'new') {
        state[read] = 'open';
        path.push({ node: read, next: 0 });
      }
    }
  }
  return { order, circles };
}

/** Indexes of auxiliaries, each after all that it reads. A fault names the members of each circle. */
export function auxiliaryOrder(
  check: Check,
  auxiliaries: readonly Auxiliary[],
  stages: readonly Stage[],
): readonly number[] {
  const { order, circles } = orderOf(dependencies(auxiliaries, stages));
  const told = new Set<number>();
  for (const circle of circles) {
    if (circle.some((member) => told.has(member))) continue;
    for (const member of circle) told.add(member);
    const names = circle.map((member) => auxiliaries[member]!.name);
    check.report.add(placeOf(check.declared.auxiliaries[circle[0]!]!.entry), {
      code: 'auxiliary-cycle',
      message:
        names.length === 1
          ? `\`${names[0]}\` reads itself`
          : `auxiliaries need each other in a circle: ${[...names, names[0]].join(' → ')}`,
      mend: `Break the circle at one of ${listed(names, 'or')}; what must remember its last value is a variable.`,
    });
  }
  return order;
}
