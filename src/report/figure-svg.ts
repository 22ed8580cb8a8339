/** A figure as an SVG file: drawn by Vega, which is loaded when it is asked for, to the same bytes on every machine. */
import { type FigureMode, type FigureSpec, figureConfig } from './figures/index.ts';
import { cleanParagraph, emsOf } from './text/index.ts';

/** Vega asks for the width of every text: the estimate of all our pictures is taken, not a font of the machine. */
const width = (item: { readonly fontSize?: number }, text: unknown): number =>
  emsOf(String(text ?? '')) * (item.fontSize ?? 11);

const refused = (): Promise<never> => Promise.reject(new Error('a figure loads nothing'));

/** Vega counts names and measures text for the whole process, so figures are drawn one after the other. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The SVG document, ending with a line feed. It asks for no font by name, loads nothing, and says its title and description
 * to screen readers.
 */
export function figureSvg(spec: FigureSpec, mode: FigureMode = 'light'): Promise<string> {
  const drawn = last.then(() => drawSvg(spec, mode));
  last = drawn.catch(() => {});
  return drawn;
}

async function drawSvg(spec: FigureSpec, mode: FigureMode): Promise<string> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const { name, ...rest } = spec;
  const { spec: compiled } = compile(
    { ...rest, config: figureConfig(mode) } as unknown as Parameters<typeof compile>[0],
    { logger: vega.logger(vega.Error) },
  );
  // Its types leave it out.
  const { textMetrics: metrics } = vega as unknown as { textMetrics: { width: typeof width } };
  const before = metrics.width;
  metrics.width = width;
  vega.resetSVGDefIds();
  const view = new vega.View(vega.parse(compiled), {
    renderer: 'none',
    logLevel: vega.Error,
    loader: { load: refused, sanitize: refused, http: refused, file: refused } as never,
  });
  try {
    return named(ownNames(shortened(await view.toSVG()), name).replace(NO_CHARACTERS, '\ufffd'), spec);
  } finally {
    view.finalize();
    metrics.width = before;
  }
}

/** An element a line, for whoever compares two files; places to a hundredth of a pixel, which is all that is seen. */
const shortened = (svg: string): string =>
  svg
    .replace(/(<\/g>|\/>)(?=<)/g, '$1\n')
    .replace(/<(?:path|g|text|line)[^>]*>/g, (tag) =>
      tag.replace(/ (?:d|transform|x2?|y2?)="[^"]*"/g, (place) =>
        place.replace(/-?\d+\.\d{3,}(?:e-?\d+)?|-?\d+e-\d+/g, (number) =>
          String(Number(Number(number).toFixed(2))),
        ),
      ),
    );

/** Gradients are called by their figure's name, so that several figures can stand in one page. */
const ownNames = (svg: string, name: string): string =>
  svg.replace(/( id="|url\(#)((?:gradient|clip)_?\d+)/g, `$1${name}-$2`);

/** What XML 1.0 has no place for and cleaning leaves. */
const NO_CHARACTERS = /[\ufffe\uffff]/g;

/** A title and a description inside the root element. */
function named(svg: string, { title, description }: FigureSpec): string {
  const said = escaped([...title.text, ...title.subtitle].join(' '));
  const open = svg.indexOf('>') + 1;
  const root = `${svg.slice(0, open - 1)} role="graphics-document document" aria-label="${said}">`;
  return `${root}<title>${said}</title><desc>${escaped(description)}</desc>${svg.slice(open)}\n`;
}

const escaped = (text: string): string =>
  cleanParagraph(text)
    .replace(NO_CHARACTERS, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
