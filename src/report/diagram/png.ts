/** An SVG picture as PNG, drawn by resvg, an optional package that loads when it is asked for. */
import type { Resvg } from '@resvg/resvg-js';

/** The package is not there, or finds no font; the message says what to do. */
export class PngUnavailable extends Error {
  override readonly name = 'PngUnavailable';
}

/** Twice the SVG's size, so that small letters can be read, and no wider than this many pixels. */
const ZOOM = 2;
const WIDEST = 8000;

const MISSING =
  'PNG pictures need the package @resvg/resvg-js, which is not installed here.\n' +
  'Install it with: npm install @resvg/resvg-js@2.6.2 (or draw SVG, which needs nothing).';
const NO_FONT =
  'No font was found on this machine, so a PNG would have no words.\nInstall one (such as fonts-dejavu), or draw SVG.';

/**
 * @param svg as `chartSvg` writes it; its light colours are drawn.
 * @throws PngUnavailable (rejects).
 */
export async function toPng(svg: string): Promise<Uint8Array> {
  const resvg = await import('@resvg/resvg-js').catch(() => {
    throw new PngUnavailable(MISSING);
  });
  const family = installedFamily(resvg.Resvg);
  const width = Number(/<svg[^>]* width="(\d+)"/.exec(svg)?.[1] ?? '0');
  const value = Math.min(ZOOM, WIDEST / Math.max(1, width));
  const picture = new resvg.Resvg(svg, {
    font: { loadSystemFonts: true, ...(family === null ? {} : { defaultFontFamily: family }) },
    fitTo: { mode: 'zoom', value },
  });
  return picture.render().asPng();
}

/** Upright fonts without serifs of the usual systems, wide ones last. */
const FAMILIES = [
  'Segoe UI',
  'Helvetica Neue',
  'Arial',
  'Liberation Sans',
  'Roboto',
  'Noto Sans',
  'Cantarell',
  'Ubuntu',
  'DejaVu Sans',
];

const ROW = 24;
const SAMPLE_WIDTH = 240;

/**
 * The first of FAMILIES that is installed; null for none of them. resvg falls back to its default font where the first
 * family of a list is missing, and does not say so: each family's sample is compared with that of one that cannot exist.
 * @throws PngUnavailable where no font draws anything.
 */
function installedFamily(Drawer: typeof Resvg): string | null {
  const families = ['No such family', ...FAMILIES];
  const rows = families.map(
    (family, row) => `<text x="2" y="${row * ROW + 17}" font-size="14" font-family="${family}">Rhgqam</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SAMPLE_WIDTH}" height="${families.length * ROW}">${rows.join('')}</svg>`;
  const { pixels } = new Drawer(svg, { font: { loadSystemFonts: true } }).render();
  const bytes = SAMPLE_WIDTH * ROW * 4;
  const rowOf = (row: number): Buffer => pixels.subarray(row * bytes, (row + 1) * bytes);
  const fallback = rowOf(0);
  const found = families.find((_, row) => !rowOf(row).equals(fallback));
  if (found === undefined && fallback.every((byte) => byte === 0)) throw new PngUnavailable(NO_FONT);
  return found ?? null;
}
