/** The claims of a text and what in a scenario carries each: the file beside the scenario, read and held to it. */
import {
  type Described,
  NO_SETTINGS,
  resolvePoint,
  type Scenario,
  type Settings,
} from '../../src/scenario/index.ts';

/** How a claim is taken out of the scenario: what `simulate` takes as options. */
export type Removal = Partial<Pick<Settings, 'set' | 'decide' | 'without' | 'variant'>>;

export interface Claim {
  /** The row of the list of claims, from 1. */
  readonly row: number;
  readonly claim: string;
  /** Ids of the scenario's `sources`. */
  readonly source: readonly string[];
  /** What carries it, such as `parameters.loyalty` or `happenings.crisis.hijacked`. */
  readonly elements: readonly string[];
  /** What the removal stands for, in words; with `remove`. */
  readonly how?: string;
  readonly remove?: Removal;
  /** Why nothing is removed; in place of `how` and `remove`. */
  readonly kept?: string;
  /** Measures whose change is told as well. */
  readonly look?: readonly string[];
  readonly note?: string;
}

export interface ClaimsFile {
  /** The scenario's file, seen from the claims file. */
  readonly scenario: string;
  readonly seed: string;
  /** Runs of each side. */
  readonly runs: number;
  /** Rows that the list of claims has. */
  readonly rows: number;
  readonly claims: readonly Claim[];
}

type Named = Described & { readonly name: string };

const KINDS = [
  'parameters',
  'variables',
  'auxiliaries',
  'stages',
  'happenings',
  'decisions',
  'outcomes',
  'measures',
] as const;

/** `parameters.loyalty`, `stages.crisis.protest`, … of everything a claim can rest on, with its label. */
export function elementsOf(scenario: Scenario): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const kind of KINDS) {
    for (const entry of scenario[kind]) {
      const name = 'path' in entry ? entry.path : (entry as Named).name;
      found.set(`${kind}.${name}`, entry.label);
    }
  }
  return found;
}

/** The settings of a removal. */
export const settingsOf = (removal: Removal): Settings => ({ ...NO_SETTINGS, ...removal });

/** Everything that is wrong with the claims, each in a sentence that names the row. */
export function claimFaults(file: ClaimsFile, scenario: Scenario): readonly string[] {
  const seen = file.claims.map(({ row }) => row);
  const rows = Array.from({ length: file.rows }, (_, i) => i + 1);
  const absent = rows.filter((row) => !seen.includes(row)).map((row) => `Row ${row} is absent.`);
  const others = seen.flatMap((row, i) => {
    if (!rows.includes(row)) return [`Row ${row}: the list of claims has rows 1 to ${file.rows}.`];
    return seen.indexOf(row) < i ? [`Row ${row} stands there twice.`] : [];
  });
  const elements = elementsOf(scenario);
  return [...absent, ...others, ...file.claims.flatMap((claim) => faultsOfClaim(claim, scenario, elements))];
}

function faultsOfClaim(
  claim: Claim,
  scenario: Scenario,
  elements: ReadonlyMap<string, string>,
): readonly string[] {
  const faults: string[] = [];
  const measures = scenario.measures.map(({ name }) => name);
  const sources = scenario.sources.map(({ id }) => id);
  if (claim.elements.length === 0) faults.push('names no element of the scenario.');
  for (const element of claim.elements) {
    if (!elements.has(element)) faults.push(`names '${element}', which the scenario does not have.`);
  }
  if (claim.source.length === 0) faults.push('has no source.');
  for (const source of claim.source) {
    if (!sources.includes(source))
      faults.push(`cites '${source}', which is not among the scenario's sources.`);
  }
  for (const measure of claim.look ?? []) {
    if (!measures.includes(measure)) faults.push(`looks at '${measure}', which is no measure.`);
  }
  if ((claim.remove === undefined) === (claim.kept === undefined)) {
    faults.push('must say either how it is removed (`how` and `remove`) or why nothing is (`kept`).');
  }
  if (claim.remove !== undefined) {
    if (claim.how === undefined) faults.push('does not say in words how it is removed (`how`).');
    const { diagnostics } = resolvePoint(scenario, settingsOf(claim.remove));
    faults.push(...diagnostics.map(({ message }) => `cannot be removed so: ${message}.`));
  }
  return faults.map((fault) => `Row ${claim.row} ${fault}`);
}
