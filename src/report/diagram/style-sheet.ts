/** How a diagram looks, by light and by dark. Without custom properties, which not every drawer of SVG knows. */
import { FONT_SIZES } from './text-size.ts';

const FONTS =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', sans-serif";

interface Theme {
  readonly page: string;
  readonly panel: string;
  readonly frame: string;
  readonly box: string;
  readonly border: string;
  readonly text: string;
  readonly faint: string;
  readonly line: string;
  readonly decision: string;
  readonly decisionBorder: string;
  readonly shock: string;
  readonly shockBorder: string;
}

const LIGHT: Theme = {
  page: '#ffffff',
  panel: '#f6f7f9',
  frame: '#d5dae1',
  box: '#ffffff',
  border: '#7d8896',
  text: '#1b2129',
  faint: '#56616e',
  line: '#56616e',
  decision: '#e9eefb',
  decisionBorder: '#5d78b5',
  shock: '#fdf3dd',
  shockBorder: '#a67c1a',
};

const DARK: Theme = {
  page: '#14171c',
  panel: '#1b1f26',
  frame: '#363e49',
  box: '#242a32',
  border: '#8591a0',
  text: '#e6e9ee',
  faint: '#a3adba',
  line: '#9aa5b3',
  decision: '#222c42',
  decisionBorder: '#8aa4de',
  shock: '#362d18',
  shockBorder: '#d3a947',
};

const coloured = (theme: Theme): string =>
  [
    `text{fill:${theme.text}}`,
    `.page{fill:${theme.page}}`,
    `.panel{fill:${theme.panel};stroke:${theme.frame}}`,
    `.group{fill:none;stroke:${theme.border}}`,
    `.box{fill:${theme.box};stroke:${theme.border}}`,
    `.decision{fill:${theme.decision};stroke:${theme.decisionBorder}}`,
    `.shock{fill:${theme.shock};stroke:${theme.shockBorder}}`,
    `.aside{fill:${theme.panel};stroke:${theme.border}}`,
    `.line{stroke:${theme.line}}`,
    `.head,.start{fill:${theme.line}}`,
    `text.faint{fill:${theme.faint}}`,
    `.halo{stroke:${theme.panel}}`,
  ].join('');

const FONT_RULES = Object.entries(FONT_SIZES)
  .map(([look, size]) => {
    const bold = look === 'label' || look === 'faint' ? '' : ';font-weight:600';
    return `text.${look}{font-size:${size}px${bold}}`;
  })
  .join('');

/** Rules for one `<svg>`; nothing in them comes from a scenario. */
export const STYLE_SHEET = [
  `svg{font-family:${FONTS}}`,
  '.middle{text-anchor:middle}',
  '.line{fill:none;stroke-linecap:round}',
  '.dashed{stroke-dasharray:5 4}',
  '.group,.aside{stroke-dasharray:4 3}',
  '.halo{stroke-width:3px;stroke-linejoin:round;paint-order:stroke}',
  FONT_RULES,
  coloured(LIGHT),
  `@media (prefers-color-scheme:dark){${coloured(DARK)}}`,
].join('\n');
