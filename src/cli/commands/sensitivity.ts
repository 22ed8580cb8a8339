/** `juncture sensitivity`: which factors move the outcomes. */
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
  sensitivity,
  sensitivityDesign,
  settingsOn,
  settingWords,
  tornadoPlaces,
} from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import { sensitivityFigures, sensitivityText, settingsTable } from '../../report/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { type ExperimentOptions, runExperiment } from '../experiment.ts';
import { factorsNamed } from '../factor-words.ts';
import { SENSITIVITY_WORDS } from '../method-words.ts';
import { measureNamed, outcomeNamed } from '../outcome-words.ts';
import { pointOf } from '../scenario.ts';
import { sensitivityJson, sensitivityTable } from '../sensitivity-data.ts';
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
    if (method === 'tornado' && (options.factors !== undefined || options.measure.length > 0)) {
      throw usage(
        'A tornado has a bar for every parameter that is drawn, of outcomes: leave --factors and --measure out.',
      );
    }
    const outputs = outputsOf(scenario, options);
    const design = sensitivityDesign(kind, scenario, seedKey(options.seed), { factors, size, secondOrder });
    const centre = pointOf(scenario, settings);
    const all =
      kind === 'one-at-a-time'
        ? tornadoPlaces(scenario, centre, settings)
        : settingsOn(design, factors, settings).map((at) => ({ settings: at, point: pointOf(scenario, at) }));
    const places = all.map((place, i) => ({ name: `${i}`, ...place }));
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
        ...(kind === 'runs' || kind === 'one-at-a-time' ? [] : ['--size', `${size}`]),
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
          { ...request, method, factors, design, places, centre, runs, outputs },
          pool,
        );
        const { columns, colour } = terminal;
        return {
          manifest: result.manifest,
          json: sensitivityJson(result),
          text: () => sensitivityText(result, { columns, colour }),
          figures: () => sensitivityFigures(result),
          tables: {
            points: { table: settingsTable(places), row: 'a point of the design' },
            estimates: {
              table: sensitivityTable(result),
              row: 'an index of a factor for an outcome or a measure',
            },
          },
          interrupted: result.interrupted,
          done: result.runs,
          words: SENSITIVITY_WORDS[method],
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
