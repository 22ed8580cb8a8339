/** Boxes and groups as SVG: each kind has a shape of its own, so that it can be told without colour. */
import { type Hue, INKS } from '../text/index.ts';
import { heightOf, isBare, type Size } from './box-size.ts';
import type { Box, Group, TextLine } from './figure.ts';
import type { Placed, Point } from './graphviz.ts';
import { escaped, px, textElement, titleElement } from './svg-text.ts';
import { FONT_SIZES, lineHeight } from './text-size.ts';

/** Where the letters of a line stand, as a part of its height from above. */
const BASELINE = 0.78;

export function drawBox({ thing, centre, size }: Placed<Box>): string {
  const halo = isBare(thing) ? ' halo' : '';
  return `<g class="middle${halo} at-${thing.id}">${titleElement(thing.tooltip)}${shapeOf(thing, centre, size)}${linesAt(thing.lines, centre)}</g>`;
}

function linesAt(lines: readonly TextLine[], centre: Point): string {
  let top = centre.y - heightOf(lines) / 2;
  return lines
    .map(({ text, look, happening }) => {
      const y = top + lineHeight(look) * BASELINE;
      top += lineHeight(look);
      return textElement(text, { x: centre.x, y, happening }, look);
    })
    .join('');
}

function shapeOf({ kind, hue }: Box, centre: Point, size: Size): string {
  switch (kind) {
    case 'label':
      return '';
    case 'start':
      return `<circle class="start" cx="${px(centre.x)}" cy="${px(centre.y)}" r="${px(size.width / 2)}"/>`;
    case 'stage':
    case 'variable':
      return rectangle(centre, size, { radius: 7, looks: 'class="box"' });
    case 'final':
      return `${rectangle(centre, size, { radius: 7, looks: inked(hue, 2) })}${rectangle(centre, inset(size, 3), { radius: 5, looks: inked(hue, 0.8, 0) })}`;
    case 'decision':
      return polygon(chamfered(centre, size), 'class="decision"');
    case 'shock':
      return polygon(slanted(centre, size), 'class="shock"');
    case 'hazard':
      return polygon(chamfered(centre, size), 'class="box"');
    case 'parameter':
    case 'elsewhere':
      return rectangle(centre, size, {
        radius: size.height / 2,
        looks: `class="${kind === 'parameter' ? 'shock' : 'aside'}"`,
      });
    case 'anywhere':
    case 'auxiliary':
      return rectangle(centre, size, { radius: 3, looks: 'class="aside"' });
    default:
      return kind satisfies never;
  }
}

function inked(hue: Hue | null, width: number, opacity = 0.16): string {
  const colour = hue === null ? null : `rgb(${INKS[hue].rgb.join(',')})`;
  if (colour === null) return `class="box" stroke-width="${width}"`;
  return `stroke="${colour}" fill="${colour}" fill-opacity="${opacity}" stroke-width="${width}"`;
}

const inset = ({ width, height }: Size, by: number): Size => ({
  width: width - 2 * by,
  height: height - 2 * by,
});

function rectangle(
  { x, y }: Point,
  { width, height }: Size,
  { radius, looks }: { readonly radius: number; readonly looks: string },
): string {
  return `<rect ${looks} x="${px(x - width / 2)}" y="${px(y - height / 2)}" width="${px(width)}" height="${px(height)}" rx="${px(radius)}"/>`;
}

const polygon = (corners: readonly Point[], looks: string): string =>
  `<polygon ${looks} points="${corners.map(({ x, y }) => `${px(x)},${px(y)}`).join(' ')}"/>`;

const CUT = 7;

function chamfered({ x, y }: Point, { width, height }: Size): readonly Point[] {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  return [
    { x: left + CUT, y: top },
    { x: right - CUT, y: top },
    { x: right, y: top + CUT },
    { x: right, y: bottom - CUT },
    { x: right - CUT, y: bottom },
    { x: left + CUT, y: bottom },
    { x: left, y: bottom - CUT },
    { x: left, y: top + CUT },
  ];
}

function slanted({ x, y }: Point, { width, height }: Size): readonly Point[] {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  return [
    { x: left + CUT, y: top },
    { x: right, y: top },
    { x: right - CUT, y: bottom },
    { x: left, y: bottom },
  ];
}

/** A box around other boxes, its name at the top. */
export function drawGroup({ thing, centre, size }: Placed<Group>): string {
  const frame = rectangle(centre, size, { radius: 10, looks: 'class="group"' });
  const y = centre.y - size.height / 2 + FONT_SIZES.name + 7;
  return `<g class="middle">${titleElement(thing.tooltip)}${frame}${textElement(thing.label, { x: centre.x, y }, 'name')}</g>`;
}

/** A figure's frame with its heading; the whole is `width` by `height`. */
export function drawPanel({ width, height }: Size, heading: string): string {
  const frame = `<rect class="panel" x="0.5" y="0.5" width="${px(width - 1)}" height="${px(height - 1)}" rx="10"/>`;
  return `${frame}<text class="region" x="14" y="24">${escaped(heading)}</text>`;
}
