/** The page of claims as Markdown, from a comparison of the scenario with itself less each claim. */
import type { Estimate } from '../../src/analysis/index.ts';
import { type ComparisonResult, type ComparisonSide, compare } from '../../src/experiment/index.ts';
import type { Pool } from '../../src/runner/index.ts';
import { NO_SETTINGS, resolvePoint, type Scenario } from '../../src/scenario/index.ts';
import { type Claim, type ClaimsFile, type Removal, settingsOf } from './claims.ts';

/** Changes told of a claim besides that of the first outcome. */
const MOST_OTHERS = 2;

type Contrast = ComparisonResult['contrasts'][number];
type Change = Contrast['outcomes'][number];

const BASELINE = 'as it is';
const sideName = (row: number): string => `row ${row}`;

function sideOf(scenario: Scenario, name: string, removal: Removal): ComparisonSide {
  const settings = settingsOf(removal);
  const { point, diagnostics } = resolvePoint(scenario, settings);
  if (point === null) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return { name, settings, point };
}

/** The choices of the first `one_of` parameter: the readings by which results are told as well. */
function readingsOf(
  scenario: Scenario,
): { readonly parameter: string; readonly choices: readonly string[] } | null {
  const found = scenario.parameters.find(({ choices }) => choices !== null);
  return found?.choices ? { parameter: found.name, choices: found.choices } : null;
}

/**
 * Runs the scenario and each removal with the same luck.
 * @throws ExperimentBroken (rejects).
 */
export async function claimsPage(file: ClaimsFile, scenario: Scenario, pool: Pool): Promise<string> {
  const removed = file.claims.flatMap(({ row, remove }) =>
    remove === undefined ? [] : [sideOf(scenario, sideName(row), remove)],
  );
  const readings = readingsOf(scenario);
  const read = (readings?.choices ?? []).map((choice) =>
    sideOf(scenario, choice, { set: { [readings?.parameter ?? '']: choice } }),
  );
  const result = await compare(
    {
      scenario,
      named: scenario.id,
      settings: NO_SETTINGS,
      seed: file.seed,
      version: '',
      command: '',
      now: () => 0,
      sides: [sideOf(scenario, BASELINE, {}), ...removed, ...read],
      runs: file.runs,
    },
    pool,
  );
  if (result.faults.count > 0) throw new Error(result.faults.listed.map(({ message }) => message).join('\n'));
  return `${[
    head(file, scenario),
    outcomesTable(scenario, result, [BASELINE]),
    '## Claim by claim',
    claimsTable(file, scenario, result),
    ...(readings === null ? [] : [readingsHead(scenario, readings.parameter)]),
    ...(readings === null ? [] : [outcomesTable(scenario, result, [BASELINE, ...readings.choices])]),
  ].join('\n\n')}\n`;
}

function head(file: ClaimsFile, scenario: Scenario): string {
  return `# ${scenario.title}: what each claim does

<!-- Written by \`npm run claims\` from ${file.scenario.replace('.yaml', '.claims.json')}. Do not edit. -->

Every causal claim of the text modelled, in our words; what in the scenario carries it; and how the outcomes change when it is
taken out. A change is in percentage points: the share of runs without the claim less the share with it, over the same
${file.runs.toLocaleString('en-US')} runs with the same luck (seed ${file.seed}), with the 95 % interval for paired shares (Newcombe 1998, method 10).
The intervals are the error of counting alone. Many claims are looked at, so one interval in twenty would miss zero by chance.
Small changes say that the model does not need the claim for how it ends, not that the claim is wrong.

How often the scenario ends in which way, as it is:`;
}

function readingsHead(scenario: Scenario, parameter: string): string {
  const label = scenario.parameters.find(({ name }) => name === parameter)?.label ?? parameter;
  return `## By reading

Nobody knows which reading of “${label}” is right. Each run draws one; here every run is held to one.`;
}

const percent = (value: number): string => (100 * value).toFixed(1);

function outcomesTable(scenario: Scenario, result: ComparisonResult, names: readonly string[]): string {
  const sides = result.sides.filter(({ name }) => names.includes(name));
  const share = ({ value, low, high }: Estimate): string =>
    `${percent(value)} (${percent(low)}–${percent(high)})`;
  const rows = scenario.outcomes.map(({ name, label }, i) => {
    const shares = sides.map(({ result: { outcomes } }) => share(outcomes[i]!.share));
    return name === 'unresolved' && sides.every(({ result: { outcomes } }) => outcomes[i]!.count === 0)
      ? null
      : `| ${label} | ${shares.join(' | ')} |`;
  });
  return [
    `| ends | ${sides.map(({ name }) => `${name}, %`).join(' | ')} |`,
    `| --- |${' ---: |'.repeat(sides.length)}`,
    ...rows.filter((row) => row !== null),
  ].join('\n');
}

function claimsTable({ claims }: ClaimsFile, scenario: Scenario, result: ComparisonResult): string {
  const first = scenario.outcomes[0]?.label ?? '';
  return [
    `| # | claim | carried by | taken out | ${first} | what else moves most |`,
    '| ---: | --- | --- | --- | --- | --- |',
    ...claims.map((claim) => `| ${cellsOf(claim, result).map(cell).join(' | ')} |`),
  ].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function cellsOf(claim: Claim, result: ComparisonResult): readonly string[] {
  const said = [
    claim.claim,
    ...(claim.note === undefined ? [] : [claim.note]),
    `[${claim.source.join(', ')}]`,
  ];
  const carried = claim.elements.map((element) => `\`${element}\``).join('<br>');
  const start = [String(claim.row), said.join(' '), carried];
  const contrast = result.contrasts.find(({ side }) => side === sideName(claim.row));
  if (claim.remove === undefined || contrast === undefined) return [...start, claim.kept ?? '', '–', '–'];
  const [first, ...others] = contrast.outcomes;
  const told = others
    .filter(({ change }) => change !== null && (change.low > 0 || change.high < 0))
    .sort((a, b) => Math.abs(b.change!.value) - Math.abs(a.change!.value))
    .slice(0, MOST_OTHERS)
    .map((change) => `${change.label} ${inPoints(change)}`);
  const moves = [...told, ...(claim.look ?? []).map((measure) => measureInWords(contrast, measure))];
  return [
    ...start,
    `${claim.how ?? ''} ${removalInWords(claim.remove)}`,
    inPoints(first!),
    moves.length === 0 ? 'no outcome beyond its error' : moves.join('<br>'),
  ];
}

/** A true minus, as in all our texts. */
function signed(value: number, places: number): string {
  const text = Math.abs(value).toFixed(places);
  return `${Number(text) === 0 ? '' : value < 0 ? '−' : '+'}${text}`;
}

function inPoints({ change }: Pick<Change, 'change'>): string {
  if (change === null) return 'no pair of runs';
  const [value, low, high] = [change.value, change.low, change.high].map((share) => signed(100 * share, 1));
  return `${value} (${low} to ${high})`;
}

function measureInWords(contrast: Contrast, name: string): string {
  const { label, change, boolean, unit } = contrast.measures.find(({ id }) => id === name)!;
  if (change === null) return `${label}: no pair of runs has a value`;
  if (boolean) return `${label} ${inPoints({ change })}`;
  const places = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(change.value), 1e-3))));
  const [value, low, high] = [change.value, change.low, change.high].map((of) => signed(of, places));
  return `${label}, on the mean: ${value} (${low} to ${high})${unit === null || /^\d/.test(unit) ? '' : ` ${unit}`}`;
}

function removalInWords({ set, decide, without, variant }: Removal): string {
  const parts = [
    ...(variant == null ? [] : [`--variant ${variant}`]),
    ...Object.entries(set ?? {}).map(([name, value]) => `--set ${name}=${value}`),
    ...Object.entries(decide ?? {}).map(([name, option]) => `--decide ${name}=${option}`),
    ...(without ?? []).map((path) => `--without ${path}`),
  ];
  return `\`${parts.join(' ')}\``;
}
