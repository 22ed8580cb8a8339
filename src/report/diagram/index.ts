/** Diagrams as pictures: a scenario's chart, and what influences what, as SVG and PNG. */
export { chartSvg, type RunShares } from './chart-svg.ts';
export { lineWidth } from './draw-link.ts';
export { influenceSvg } from './influence-svg.ts';
export { PngUnavailable, toPng } from './png.ts';
export { oftenText } from './words.ts';
