/** `juncture sensitivity`: which factors move the outcomes. */
import type { Estimate } from '../../analysis/index.ts';
import {
  analysisOf,
  commandLine,
  DEFAULT_POINTS,
  DEFAULTS,
  designs,
  drawnFactors,
  type Outputs,
  refuseCorrelated,
  type SensitivityDesign,
  type SensitivityMethod,
  type SensitivityOutput,
  type SensitivityResult,
  sensitivity,
  sensitivityDesign,
  settingsOn,
  settingWords,
} from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import {
  ESTIMATE_COLUMNS,
  estimateFields,
  type Field,
  sensitivityText,
  settingsTable,
  type Table,
} from '../../report/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { valueJson } from '../estimate-json.ts';
import { CommandError, EXIT } from '../exit.ts';
import { type ExperimentOptions, runExperiment } from '../experiment.ts';
import { factorsNamed } from '../factor-words.ts';
import { SENSITIVITY_WORDS } from '../method-words.ts';
import { measureNamed, outcomeNamed } from '../outcome-words.ts';
import { pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';

type Factor = designs.Factor;

export type SensitivityOptions = Omit<ExperimentOptions, 'runs'> & {
  readonly runs?: number;
  readonly method?: SensitivityMethod;
  readonly design?: SensitivityDesign;
  readonly factors?: readonly string[];
  readonly size?: number;
  readonly secondOrder?: true;
  readonly outcome: readonly string[];
  readonly measure: readonly string[];
};

const usage = (message: string): CommandError => new CommandError(EXIT.usage, message);

/** Outcomes by name, else all; measures only those named. */
function outputsOf(scenario: Scenario, { outcome, measure }: SensitivityOptions): Outputs {
  const all = scenario.outcomes.map((_, i) => i);
  const named = outcome.map((name) => outcomeNamed(scenario, name));
  return {
    outcomes: named.length > 0 ? named : measure.length > 0 ? [] : all,
    measures: measure.map((name) => measureNamed(scenario, name)),
  };
}

interface Chosen {
  readonly method: SensitivityMethod;
  readonly design: SensitivityDesign;
  readonly size: number;
  readonly runs: number;
}

/** What was asked for, and the rest as the method takes it. Correlated factors are analysed from ordinary runs. */
function chosenOf(scenario: Scenario, factors: readonly Factor[], options: SensitivityOptions): Chosen {
  const correlated = refuseCorrelated(scenario, factors);
  const method = options.method ?? (correlated === null ? 'sobol' : 'given-data');
  const needsIndependence = method === 'sobol' || method === 'morris';
  if (needsIndependence && correlated !== null) throw usage(correlated);
  const usual = DEFAULTS[method];
  const design = options.design ?? usual.design;
  const analysis = analysisOf(method, design);
  const refused = design === 'runs' ? refuseRuns(method) : designs.refusePairing(design, analysis);
  if (refused !== null) {
    throw usage(method === 'given-data' ? `${refused} Or take ordinary runs (runs).` : refused);
  }
  const isSample = design === 'latin-hypercube' || design === 'sobol-sequence';
  const size =
    options.size ?? (design === 'radial' ? DEFAULTS.sobol.size : isSample ? DEFAULT_POINTS : usual.size);
  const runs =
    options.runs ?? (isSample && method === 'given-data' ? Math.ceil(usual.runs / size) : usual.runs);
  return { method, design, size, runs };
}

function refuseRuns(method: SensitivityMethod): string | null {
  if (method === 'given-data') return null;
  const needed = designs.designsFor(analysisOf(method, 'runs')).join(' or ');
  return `Ordinary runs have no design that ${method} could use: it needs --design ${needed}.`;
}

export async function sensitivityCommand(
  named: string,
  options: SensitivityOptions,
  terminal: Terminal,
): Promise<void> {
  const common = { ...options, runs: options.runs ?? 1 };
  await runExperiment(named, common, terminal, (scenario, settings) => {
    const drawn = drawnFactors(scenario, pointOf(scenario, settings));
    const factors = options.factors === undefined ? drawn : factorsNamed(scenario, options.factors);
    if (factors.length === 0) {
      throw usage('No parameter is drawn, so there is nothing to analyse. Name what to move with --factors.');
    }
    const { method, design: kind, size, runs } = chosenOf(scenario, factors, options);
    const secondOrder = options.secondOrder ?? false;
    if (kind === 'runs') refuseUndrawn(factors, drawn);
    const outputs = outputsOf(scenario, options);
    const design = sensitivityDesign(kind, scenario, seedKey(options.seed), { factors, size, secondOrder });
    const places = settingsOn(design, factors, settings).map((at, i) => ({
      name: `${i}`,
      settings: at,
      point: pointOf(scenario, at),
    }));
    return {
      scenario,
      settings,
      points: places.map(({ point }) => point),
      runs,
      what: places.length === 1 ? 'ordinary runs' : `${places.length} points of ${factors.length} factors`,
      total: places.length * runs,
      command: commandLine([
        'juncture',
        'sensitivity',
        named,
        '--method',
        method,
        '--design',
        kind,
        ...(kind === 'runs' ? [] : ['--size', `${size}`]),
        '--runs',
        `${runs}`,
        ...(options.factors === undefined ? [] : ['--factors', options.factors.join(',')]),
        ...(secondOrder ? ['--second-order'] : []),
        ...options.outcome.flatMap((name) => ['--outcome', name]),
        ...options.measure.flatMap((name) => ['--measure', name]),
        '--seed',
        options.seed,
        ...settingWords(settings),
      ]),
      async ask(request, pool) {
        const result = await sensitivity(
          { ...request, method, factors, design, places, runs, outputs },
          pool,
        );
        const { columns, colour } = terminal;
        return {
          manifest: result.manifest,
          json: sensitivityJson(result),
          text: () => sensitivityText(result, { columns, colour }),
          tables: {
            points: { table: settingsTable(places), row: 'a point of the design' },
            estimates: { table: estimates(result), row: 'an index of a factor for an outcome or a measure' },
          },
          interrupted: result.interrupted,
          done: result.runs,
          words: SENSITIVITY_WORDS[method],
          faults: result.faults.listed,
          stopsAtFaults: false,
        };
      },
    };
  });
}

/** Ordinary runs move only what the scenario draws. */
function refuseUndrawn(factors: readonly Factor[], drawn: readonly Factor[]): void {
  const known = new Set(drawn.map(({ name }) => name));
  const still = factors.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (still.length === 0) return;
  throw usage(
    `In ordinary runs ${still.join(', ')} ${still.length === 1 ? 'does' : 'do'} not vary. Use --design latin-hypercube, which moves it.`,
  );
}

/** By factor: every index there is. */
function indicesOf(output: SensitivityOutput): Readonly<Record<string, readonly (Estimate | null)[]>> {
  switch (output.method) {
    case 'sobol':
      return { ...(output.first === null ? {} : { first: output.first }), total: output.total };
    case 'morris':
      return { mu_star: output.effects.map(({ meanSize }) => meanSize) };
    case 'given-data':
      return { pawn: output.pawn, prcc: output.rankCorrelation, src: output.regression };
    case 'luck':
      return {};
    default:
      return output satisfies never;
  }
}

/** Numbers about factors that are no estimates. */
function numbersOf(output: SensitivityOutput): Readonly<Record<string, readonly number[]>> {
  switch (output.method) {
    case 'sobol':
      return {};
    case 'morris':
      return {
        mu: output.effects.map(({ mean }) => mean),
        sigma: output.effects.map(({ spread }) => spread),
        mu_star_by_luck: output.effects.map(({ byLuck }) => byLuck),
      };
    case 'given-data':
      return { pawn_by_chance: output.pawn.map(({ byChance }) => byChance) };
    case 'luck':
      return {};
    default:
      return output satisfies never;
  }
}

/** What is not of a single factor. */
function restOf(output: SensitivityOutput, factors: SensitivityResult['factors']) {
  switch (output.method) {
    case 'sobol':
      return {
        luck: output.luck === null ? null : valueJson(output.luck),
        second:
          output.second?.map(({ factors: [one, other], index }) => ({
            factors: [factors[one]!.id, factors[other]!.id],
            ...valueJson(index),
          })) ?? null,
        convergence: output.convergence,
      };
    case 'morris':
      return {};
    case 'given-data':
      return { explained: output.explained };
    case 'luck':
      return {
        ignorance: valueJson(output.ignorance),
        luck: valueJson(output.luck),
        ignorance_share: valueJson(output.ignoranceShare),
      };
    default:
      return output satisfies never;
  }
}

function outputJson(output: SensitivityOutput, factors: SensitivityResult['factors']) {
  const { id, label, kind, mean } = output;
  const [indices, numbers] = [indicesOf(output), numbersOf(output)];
  const extra = restOf(output, factors);
  return {
    id,
    label,
    kind,
    mean,
    factors: factors.map((factor, i) => ({
      ...factor,
      ...Object.fromEntries(Object.entries(indices).map(([name, all]) => [name, valueJson(all[i] ?? null)])),
      ...Object.fromEntries(Object.entries(numbers).map(([name, all]) => [name, all[i]])),
    })),
    ...extra,
  };
}

function sensitivityJson({ manifest, runs, factors, outputs, left, faults, interrupted }: SensitivityResult) {
  return {
    manifest,
    runs,
    interrupted,
    outputs: outputs.map((output) => outputJson(output, factors)),
    left,
    faults: faults.listed,
    faulted: faults.count,
  };
}

function estimates({ factors, outputs }: SensitivityResult): Table {
  return {
    columns: ['output', 'kind', 'index', 'factor', ...ESTIMATE_COLUMNS],
    rows: outputs.flatMap((output): readonly (readonly Field[])[] => [
      ...Object.entries(indicesOf(output)).flatMap(([index, all]) =>
        all.map((estimate, i) => [
          output.id,
          output.kind,
          index,
          factors[i]!.id,
          ...estimateFields(estimate),
        ]),
      ),
      ...Object.entries(numbersOf(output)).flatMap(([index, all]) =>
        all.map((value, i) => [output.id, output.kind, index, factors[i]!.id, value, null, null, null, null]),
      ),
      ...(output.method === 'sobol' && output.second !== null
        ? output.second.map(({ factors: [one, other], index }) => [
            output.id,
            output.kind,
            'second',
            `${factors[one]!.id}:${factors[other]!.id}`,
            ...estimateFields(index),
          ])
        : []),
      ...(output.method === 'sobol' && output.luck !== null
        ? [[output.id, output.kind, 'luck', null, ...estimateFields(output.luck)]]
        : []),
      ...(output.method === 'luck'
        ? [
            [output.id, output.kind, 'ignorance_share', null, ...estimateFields(output.ignoranceShare)],
            [output.id, output.kind, 'ignorance_variance', null, ...estimateFields(output.ignorance)],
            [output.id, output.kind, 'luck_variance', null, ...estimateFields(output.luck)],
          ]
        : []),
    ]),
  };
}
