/** Which designs fit which analyses, and what to say where one does not. */
import { type Analysis, type DesignKind, SUPPORTS } from './design.ts';

const NAMES: Readonly<Record<DesignKind, string>> = {
  grid: 'a grid',
  list: 'a list of points',
  'one-at-a-time': 'a one-at-a-time design',
  'latin-hypercube': 'a Latin hypercube',
  'sobol-sequence': 'a Sobol sequence',
  saltelli: 'a Saltelli design',
  radial: 'a radial design',
  morris: 'a Morris design',
};

const WANTS: Readonly<Record<Analysis, string>> = {
  table: 'A table of points',
  tornado: 'A tornado',
  'elementary-effects': 'Morris elementary effects',
  sobol: 'Sobol indices',
  'total-effects': 'Total effects',
  'given-data': 'PRCC, regression and PAWN',
  'variance-split': 'Shares of luck and ignorance',
  discovery: 'Boxes and trees',
};

/** The designs that support an analysis, in the order in which they are to be thought of. */
export function designsFor(analysis: Analysis): readonly DesignKind[] {
  const kinds = Object.keys(SUPPORTS) as DesignKind[];
  return kinds.filter((kind) => (SUPPORTS[kind] as readonly Analysis[]).includes(analysis));
}

/**
 * Null where the design supports the analysis; else a sentence that names the designs that do.
 * `Sobol indices cannot be had from a Morris design; they need a Saltelli design (saltelli).`
 */
export function refusePairing(kind: DesignKind, analysis: Analysis): string | null {
  const fitting = designsFor(analysis);
  if (fitting.includes(kind)) return null;
  const named = fitting.map((one) => `${NAMES[one]} (${one})`).join(' or ');
  return `${WANTS[analysis]} cannot be had from ${NAMES[kind]}: they need ${named}.`;
}
