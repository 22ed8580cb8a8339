/**
 * What a figure is: a Vega-Lite specification as plain data. Words of a scenario stand in it only as data and titles,
 * cleaned, never as names of fields or in expressions.
 */
import { clean, wrap } from '../text/index.ts';

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export type PlainObject = { readonly [key: string]: Plain };

/** A whole Vega-Lite 6 specification, its data inside. `config` is not set: `figureConfig` has one for light and dark. */
export interface FigureSpec extends PlainObject {
  readonly $schema: string;
  /** For a file: `outcomes`, `sweep-loyalty`. Only letters, digits and `-`. */
  readonly name: string;
  readonly title: { readonly text: readonly string[]; readonly subtitle: readonly string[] };
  /** What is to be seen, in words, for whoever does not see it. */
  readonly description: string;
}

/** Width of the place where data is drawn, pixels; labels stand outside it. */
export const PLOT_WIDTH = 420;

export interface Drawing {
  readonly name: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly description: string;
  readonly height: number;
  readonly width?: number;
  readonly layer: readonly PlainObject[];
  /** Of scales that layers do not share. */
  readonly resolve?: PlainObject;
}

const TITLE_COLUMNS = 70;
const SUBTITLE_COLUMNS = 96;
const MOST_LINES = 3;

/** Whole words on at most so many lines; what does not fit ends in `…`. */
function lines(text: string, columns: number): readonly string[] {
  if (text === '') return [];
  const all = wrap(text, columns);
  return all.length <= MOST_LINES ? all : [...all.slice(0, MOST_LINES - 1), `${all[MOST_LINES - 1]!}…`];
}

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';

export function drawing({
  name,
  title,
  subtitle = '',
  description,
  height,
  width = PLOT_WIDTH,
  layer,
  resolve,
}: Drawing): FigureSpec {
  return {
    $schema: SCHEMA,
    name: fileName(name),
    title: { text: lines(title, TITLE_COLUMNS), subtitle: lines(subtitle, SUBTITLE_COLUMNS) },
    description: clean(description),
    width,
    height,
    layer,
    ...(resolve === undefined ? {} : { resolve }),
  };
}

/** The figure with where it comes from under its title: settings, seed, scenario. */
export const captioned = (spec: FigureSpec, caption: string): FigureSpec => ({
  ...spec,
  title: { ...spec.title, subtitle: [...spec.title.subtitle, ...lines(caption, SUBTITLE_COLUMNS)] },
});

/** Any text as a part of a file's name. */
export const fileName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

/** Data; what a row says is cleaned and no longer than a label may be. */
export const rows = (values: readonly PlainObject[]): PlainObject => ({
  values: values.map((row) => (typeof row.says === 'string' ? { ...row, says: clean(row.says) } : row)),
});

/** A field whose values are colours, or other looks, themselves. */
export const asItIs = (field: string): PlainObject => ({
  field,
  type: 'nominal',
  scale: null,
  legend: null,
});

/** What a screen reader says of a mark: the field `says` of its row. */
export const SAID: PlainObject = { field: 'says', type: 'nominal' };

/** At the right edge of the plot, whatever its width. */
export const AT_RIGHT: PlainObject = { value: 'width' };
