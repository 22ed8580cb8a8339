/** What an assumption's value rests on, and how weak that is. */
import type { Described, Scenario } from '../../scenario/index.ts';
import type { Evidence } from './findings.ts';

/** The word that stands where no source gives a value. */
const ASSUMPTION = 'assumption';

export function evidenceOf({ sources }: Pick<Described, 'sources'>): Evidence {
  if (sources.length === 0) return 'unsourced';
  const assumed = sources.filter(({ id }) => id === ASSUMPTION).length;
  if (assumed === 0) return 'sourced';
  return assumed === sources.length ? 'assumed' : 'partly';
}

const DOUBT = /contest|disput|debat|unknown|nobody knows|guess/i;

/** Whether the note itself says that the value is in doubt. */
export const isContested = ({ note }: Pick<Described, 'note'>): boolean => DOUBT.test(note ?? '');

const WEAKNESS: Readonly<Record<Evidence, number>> = { sourced: 0.25, partly: 0.5, assumed: 1, unsourced: 1 };

/** From ¼ (sources alone) to 1 (an assumption, or nothing at all); what is contested is a step weaker. */
export const weaknessOf = (evidence: Evidence, contested: boolean): number =>
  Math.min(1, WEAKNESS[evidence] * (contested ? 2 : 1));

/** What an entry cites, as the scenario's list of sources words it, with the place; the word `assumption` left out. */
export function citedSources(
  { sources: listed }: Scenario,
  { sources }: Pick<Described, 'sources'>,
): readonly string[] {
  return sources
    .filter(({ id }) => id !== ASSUMPTION)
    .map(({ id, place }) => {
      const text = listed.find((source) => source.id === id)?.text ?? id;
      return place === null ? text : `${text} (${place})`;
    });
}
