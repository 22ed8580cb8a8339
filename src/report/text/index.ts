/** Typography of the terminal: widths, numbers, bars, colours. Knows no scenario. */
export { type BarSpan, bar, barScale } from './bar.ts';
export {
  type Cell,
  cell,
  cutRow,
  EMPTY_ROW,
  FAINT,
  gap,
  padRow,
  type Row,
  rowAnsi,
  rowText,
  rowWidth,
  STRONG,
  type Style,
  spread,
} from './cells.ts';
export { changeBar } from './change-bar.ts';
export { clean, cleanParagraph } from './clean.ts';
export { type ColourDepth, type Hue, hueNamed, INKS } from './colour.ts';
export { columnOfDay, dateText, dayTicks, momentText, tickLabels, tickLine } from './days.ts';
export { cutToEms, emsOf } from './ems.ts';
export { durationText, errorStep, errorText, grouped, rounded, stepFor } from './figures.ts';
export { atLeft, atRight, clip, wrap } from './fit.ts';
export { type Curve, columnOf, type LineChart, lineChart } from './line-chart.ts';
export { type Look, outcomeLooks, stageLooks } from './looks.ts';
export {
  CANNOT_TELL,
  errorOf,
  intervalText,
  ofHundred,
  ofHundredRuns,
  perCent,
  tableStep,
} from './shares.ts';
export { areaRows, boxLine, histogramRows, resample } from './sparkline.ts';
export { graphemes, textWidth } from './width.ts';
