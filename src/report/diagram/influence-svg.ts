/** What feeds what as an SVG picture; resting on a box brings out its lines, without any script. */
import type { Scenario } from '../../scenario/index.ts';
import { type InfluenceGraph, influenceGraph } from '../../statechart/index.ts';
import { drawBox } from './draw-box.ts';
import type { Box, BoxKind, Figure } from './figure.ts';
import { flowed } from './flow.ts';
import { layOut } from './graphviz.ts';
import { influenceFigure } from './influence-figure.ts';
import { figureSvg, headPart, type Part, page } from './page.ts';
import { sampleBoxes } from './sample-boxes.ts';

const LAYOUT = { direction: 'right', gap: 9, rankGap: 55 } as const;
const LEAST_WIDTH = 640;

const MEANINGS: readonly (readonly [BoxKind, string])[] = [
  ['parameter', 'parameter'],
  ['variable', 'variable'],
  ['auxiliary', 'auxiliary'],
  ['hazard', 'transition'],
  ['decision', 'decision'],
  ['shock', 'shock'],
];

const WORDS =
  'A full line changes a variable, a broken one is read by a formula. What feeds many things, and a parameter of one thing only, is named (←) in the boxes it feeds. The lines of the box under the pointer stand out.';

/** The picture as SVG text; the same graph gives the same bytes. Rejects only by a fault of ours. */
export async function influenceSvg(
  scenario: Scenario,
  graph: InfluenceGraph = influenceGraph(scenario),
): Promise<string> {
  const figure = influenceFigure(graph);
  const linked = new Set(figure.links.flatMap(({ from, to }) => [from, to]));
  const laidOut = await layOut({ ...figure, boxes: figure.boxes.filter(({ id }) => linked.has(id)) }, LAYOUT);
  const alone = figure.boxes.filter(({ id }) => !linked.has(id));
  const width = Math.max(laidOut.size.width, LEAST_WIDTH);
  const parts: readonly Part[] = [
    headPart(scenario.title, WORDS, width),
    ...(linked.size === 0 ? [] : [{ size: laidOut.size, svg: figureSvg(laidOut) }]),
    ...(alone.length === 0 ? [] : [rowsPart(alone, width)]),
    rowsPart(sampleBoxes(MEANINGS, figure.boxes), width),
  ];
  return page(`${scenario.title}: what feeds what`, width, parts, { rules: hoverRules(figure) });
}

/** A box under the pointer fades the lines that are not its own. */
function hoverRules({ boxes }: Figure): string {
  const own = boxes.map(({ id }) => `svg:has(g.at-${id}:hover) .tie.of-${id}{opacity:1}`);
  return ['\nsvg:has(g[class*="at-"]:hover) .tie{opacity:.12}', ...own].join('\n');
}

function rowsPart(boxes: readonly Box[], width: number): Part {
  const flow = flowed(boxes, width, 10);
  return { size: { width, height: flow.size.height }, svg: flow.boxes.map(drawBox).join('\n') };
}
