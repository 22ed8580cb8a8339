/** What a design is: points in the unit cube, and which analyses its shape allows. */

/** A place in [0, 1]^dimensions, one coordinate a factor. */
export type UnitPoint = readonly number[];

/**
 * What can be made of a design's results. `table`: the outcomes at each point; `tornado`: low and high of one factor
 * at a time; `elementary-effects`: Morris's; `sobol`: first and total order indices; `total-effects`: total order alone;
 * `given-data`: PRCC, regression and PAWN; `variance-split`: luck against ignorance; `discovery`: boxes and trees.
 */
export type Analysis =
  | 'table'
  | 'tornado'
  | 'elementary-effects'
  | 'sobol'
  | 'total-effects'
  | 'given-data'
  | 'variance-split'
  | 'discovery';

interface Base<Kind extends string> {
  readonly kind: Kind;
  readonly dimensions: number;
  readonly points: readonly UnitPoint[];
  readonly supports: readonly Analysis[];
}

/** Every combination of levels; the last factor moves fastest. */
export type GridDesign = Base<'grid'> & { readonly levels: readonly number[] };
export type ListDesign = Base<'list'>;
/** The centre, then each factor at its levels with all others at the centre: point 1 + factor · levels + level. */
export type OneAtATimeDesign = Base<'one-at-a-time'> & { readonly levels: readonly number[] };
export type LatinHypercubeDesign = Base<'latin-hypercube'>;
export type SobolSequenceDesign = Base<'sobol-sequence'>;

/**
 * Blocks of `base` points: A, B, then A with factor i from B for each i, then (`secondOrder`) B with factor i from A
 * for each i.
 */
export type SaltelliDesign = Base<'saltelli'> & { readonly base: number; readonly secondOrder: boolean };

/** Stars: a centre, then the centre with one factor moved for each factor in order. */
export type RadialDesign = Base<'radial'> & { readonly stars: number };

/** Paths of dimensions + 1 points, each of which differs from the one before in one factor. */
export type MorrisDesign = Base<'morris'> & { readonly paths: number; readonly levels: number };

export type Design =
  | GridDesign
  | ListDesign
  | OneAtATimeDesign
  | LatinHypercubeDesign
  | SobolSequenceDesign
  | SaltelliDesign
  | RadialDesign
  | MorrisDesign;

export type DesignKind = Design['kind'];

/** Which analyses each kind of design supports. */
export const SUPPORTS = {
  grid: ['table'],
  list: ['table'],
  'one-at-a-time': ['table', 'tornado'],
  'latin-hypercube': ['table', 'given-data', 'variance-split', 'discovery'],
  'sobol-sequence': ['table', 'given-data', 'variance-split', 'discovery'],
  saltelli: ['sobol', 'total-effects'],
  radial: ['elementary-effects', 'total-effects'],
  morris: ['elementary-effects'],
} as const satisfies Readonly<Record<DesignKind, readonly Analysis[]>>;
