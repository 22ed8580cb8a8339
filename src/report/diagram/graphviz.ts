/**
 * Lays a figure out with Graphviz's `dot`, built for WebAssembly: the same bytes on every machine. Only sizes and ids go
 * in, so that no text of a scenario can mean anything there.
 */
import { isBare, type Size, sizeOf } from './box-size.ts';
import type { Box, Figure, Group, Link } from './figure.ts';
import { FONT_SIZES, widthOf } from './text-size.ts';

/** Pixels from the top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Placed<Thing> {
  readonly thing: Thing;
  readonly centre: Point;
  readonly size: Size;
}

export interface LaidOut {
  readonly size: Size;
  readonly boxes: readonly Placed<Box>[];
  readonly groups: readonly Placed<Group>[];
  /** Bézier control points from where the link starts: 1 + 3n of them. */
  readonly links: readonly { readonly link: Link; readonly points: readonly Point[] }[];
}

export type Direction = 'down' | 'right';

export interface LayoutOptions {
  readonly direction: Direction;
  /** Least distance of boxes beside each other and of ranks, pixels. */
  readonly gap: number;
  readonly rankGap: number;
}

/** A pixel is a point of Graphviz, of which 72 make its inch. */
const inches = (pixels: number): string => (pixels / 72).toFixed(4);

/** Above so many links a bound on what is spent on short lines: 450 transitions take 10 s instead of 100. */
const MANY_LINKS = 200;
const LESS_WORK = ', nslimit=1, nslimit1=1';

const GROUP_LABEL_HEIGHT = 20;

/** @throws Error when Graphviz cannot lay it out, which is a fault of ours. */
export async function layOut(figure: Figure, options: LayoutOptions): Promise<LaidOut> {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
  const graphviz = await Graphviz.load();
  const drawn = JSON.parse(graphviz.layout(dotOf(figure, options), 'json', 'dot')) as Drawn;
  return read(figure, drawn);
}

function dotOf({ boxes, links, groups }: Figure, { direction, gap, rankGap }: LayoutOptions): string {
  const inside = (group: string | null): string[] => [
    ...boxes.filter((box) => box.group === group).map(nodeOf),
    ...groups
      .filter(({ parent }) => parent === group)
      .flatMap((each) => [
        `subgraph cluster_${each.id} { margin=12; label=${blank(groupLabelSize(each))};`,
        ...inside(each.id),
        '}',
      ]),
  ];
  const bare = new Set(boxes.filter(isBare).map(({ id }) => id));
  return [
    'digraph {',
    `graph [compound=true, rankdir=${direction === 'down' ? 'TB' : 'LR'}, nodesep=${inches(gap)}, ranksep=${inches(rankGap)}${links.length > MANY_LINKS ? LESS_WORK : ''}];`,
    'node [shape=box, fixedsize=true, label=""];',
    'edge [dir=none];',
    ...inside(null),
    ...links.map((link, index) => edgeOf(link, index, bare)),
    '}',
  ].join('\n');
}

function nodeOf(box: Box): string {
  const { width, height } = sizeOf(box);
  return `${box.id} [width=${inches(width)}, height=${inches(height)}];`;
}

/** A label of a size, with nothing in it. */
const blank = ({ width, height }: Size): string =>
  `<<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="${Math.ceil(width)}" HEIGHT="${height}"><TR><TD></TD></TR></TABLE>>`;

const groupLabelSize = ({ label }: Group): Size => ({
  width: widthOf(label, 'name'),
  height: Math.max(GROUP_LABEL_HEIGHT, FONT_SIZES.name),
});

/** Lines come to a label from above and leave it below: it reads as a part of the line. */
function edgeOf(
  { from, to, fromGroup, toGroup, back }: Link,
  index: number,
  bare: ReadonlySet<string>,
): string {
  const [tail, head] = back ? [to, from] : [from, to];
  const [tailGroup, headGroup] = back ? [toGroup, fromGroup] : [fromGroup, toGroup];
  const attributes = [
    `id=${index}`,
    ...(bare.has(tail) ? ['tailport=s'] : []),
    ...(bare.has(head) ? ['headport=n'] : []),
    ...(tailGroup === undefined ? [] : [`ltail=cluster_${tailGroup}`]),
    ...(headGroup === undefined ? [] : [`lhead=cluster_${headGroup}`]),
  ];
  return `${tail} -> ${head} [${attributes.join(', ')}];`;
}

/** What Graphviz answers (`json`): lengths in points from the bottom left corner. */
interface Drawn {
  readonly bb: string;
  readonly objects?: readonly {
    readonly name: string;
    readonly pos?: string;
    readonly bb?: string;
  }[];
  readonly edges?: readonly { readonly id: string; readonly pos: string }[];
}

function read(figure: Figure, drawn: Drawn): LaidOut {
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers(drawn.bb);
  const at = (x: number, y: number): Point => ({ x: x - left, y: top - y });
  const objects = new Map((drawn.objects ?? []).map((object) => [object.name, object]));
  const found = (name: string) => {
    const object = objects.get(name);
    if (object === undefined) throw new Error(`Graphviz left out ${name}`);
    return object;
  };
  return {
    size: { width: right - left, height: top - bottom },
    boxes: figure.boxes.map((thing) => {
      const [x = 0, y = 0] = numbers(found(thing.id).pos ?? '');
      return { thing, centre: at(x, y), size: sizeOf(thing) };
    }),
    groups: figure.groups.map((thing) => {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers(found(`cluster_${thing.id}`).bb ?? '');
      const size = { width: x1 - x0, height: y1 - y0 };
      return { thing, centre: at((x0 + x1) / 2, (y0 + y1) / 2), size };
    }),
    links: (drawn.edges ?? []).map(({ id, pos }) => {
      const link = figure.links[Number(id)]!;
      const points = pos.split(' ').map((pair) => {
        const [x = 0, y = 0] = numbers(pair);
        return at(x, y);
      });
      return { link, points: link.back ? points.reverse() : points };
    }),
  };
}

const numbers = (text: string): number[] => text.split(',').map(Number);
