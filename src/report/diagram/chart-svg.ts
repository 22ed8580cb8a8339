/** A scenario's chart as one SVG picture: its regions side by side, below them what moves no stage. */
import type { Estimate } from '../../analysis/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { seedWords } from '../plain/settings-line.ts';
import { clean, grouped, outcomeLooks } from '../text/index.ts';
import { asideBoxes, legendBoxes, lineWords } from './aside.ts';
import type { Size } from './box-size.ts';
import { drawBox, drawPanel } from './draw-box.ts';
import type { Box } from './figure.ts';
import { flowed } from './flow.ts';
import { type LaidOut, layOut } from './graphviz.ts';
import { packColumns } from './pack.ts';
import { figureSvg, GAP, headPart, moved, type Part, page, wordsPart } from './page.ts';
import { type RegionContext, regionFigure } from './region-figure.ts';
import { cut, widthOf } from './text-size.ts';

/** What runs of the scenario showed, to be drawn on its arrows. */
export interface RunShares {
  readonly runs: number;
  readonly seed: string;
  /** What was set for the runs, in words; empty for nothing. */
  readonly settings: string;
  /** What draws the picture again; it is written into it. */
  readonly command: string;
  /** By path of a happening: share of runs in which it happened. */
  readonly happenings: ReadonlyMap<string, Estimate>;
}

/** Room in a panel: around the figure, and above it for the heading. */
const PADDING = 14;
const HEADING = 34;
const LEAST_HEADING = 160;
const LEAST_WIDTH = 480;
const PAGE_ASPECT = 1.45;
const LAYOUT = { direction: 'down', gap: 18, rankGap: 15 } as const;

/** The picture as SVG text; the same scenario and shares give the same bytes. Rejects only by a fault of ours. */
export async function chartSvg(scenario: Scenario, shares: RunShares | null): Promise<string> {
  const context: RegionContext = {
    scenario,
    looks: outcomeLooks(scenario.outcomes),
    taken: shares?.happenings ?? null,
  };
  const figures = scenario.regions.map((region) => regionFigure(context, region));
  const laidOut: LaidOut[] = [];
  for (const figure of figures) laidOut.push(await layOut(figure, LAYOUT));
  const regions = regionsPart(scenario, laidOut);
  const { width } = regions.size;
  const aside = asideBoxes(context);
  return page(
    scenario.title,
    width,
    [
      headPart(scenario.title, shares === null ? null : sharesInWords(shares), width),
      regions,
      ...(aside.length === 0 ? [] : [asidePart(aside, width)]),
      legendPart(scenario, legendBoxes(figures, aside), width),
    ],
    { description: shares?.command ?? '' },
  );
}

function sharesInWords({ runs, seed, settings }: RunShares): string {
  const held = settings === '' ? '' : `, ${settings}`;
  return `Per cent of ${grouped(runs)} runs in which it happened at least once (${seedWords(seed)}${held}); the wider the line, the more.`;
}

function regionsPart(scenario: Scenario, laidOut: readonly LaidOut[]): Part {
  const labels = scenario.regions.map(({ label }) => clean(label));
  const sizes = laidOut.map((one, index) => panelSize(labels[index]!, one));
  const { size: packed, corners, widths } = packColumns(sizes, GAP, PAGE_ASPECT);
  const size = { width: Math.max(packed.width, LEAST_WIDTH), height: packed.height };
  const lastColumn = Math.max(0, ...corners.map(({ x }) => x));
  const panels = laidOut.map((one, index) => {
    const isLast = corners[index]!.x === lastColumn;
    const width = isLast ? size.width - lastColumn : widths[index]!;
    const panel = { width, height: sizes[index]!.height };
    return moved(panelOf(labels[index]!, one, panel), corners[index]!);
  });
  return { size, svg: panels.join('\n') };
}

const headingOf = (label: string, width: number): string =>
  cut(label, Math.max(width, LEAST_HEADING), 'region');

function panelSize(label: string, { size }: LaidOut): Size {
  const inner = Math.max(size.width, widthOf(headingOf(label, size.width), 'region'));
  return { width: inner + 2 * PADDING, height: size.height + HEADING + PADDING };
}

function panelOf(label: string, laidOut: LaidOut, size: Size): string {
  const figure = moved(figureSvg(laidOut), { x: (size.width - laidOut.size.width) / 2, y: HEADING });
  return `${drawPanel(size, headingOf(label, laidOut.size.width))}${figure}`;
}

function asidePart(boxes: readonly Box[], width: number): Part {
  const flow = flowed(boxes, width - 2 * PADDING, GAP);
  const size = { width, height: flow.size.height + HEADING + PADDING };
  const inside = moved(flow.boxes.map(drawBox).join('\n'), { x: PADDING, y: HEADING });
  return { size, svg: `${drawPanel(size, 'What moves no stage')}${inside}` };
}

function legendPart(scenario: Scenario, boxes: readonly Box[], width: number): Part {
  const flow = flowed(boxes, width, 10);
  const words = wordsPart(lineWords(scenario), width, 'faint');
  const below = flow.size.height + 8;
  return {
    size: { width, height: below + words.size.height },
    svg: `${flow.boxes.map(drawBox).join('')}${moved(words.svg, { x: 0, y: below })}`,
  };
}
