/** `juncture discover`: the worlds in which an outcome concentrates. */
import {
  commandLine,
  DEFAULT_POINTS,
  type DiscoveryResult,
  type DiscoverySample,
  discover,
  drawnFactors,
  sensitivityDesign,
  settingsOn,
  settingWords,
  type Target,
  withHappening,
} from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import {
  boxWords,
  discoveryFigures,
  discoveryText,
  type Field,
  settingsTable,
  type Table,
} from '../../report/index.ts';
import type { Scenario, Settings } from '../../scenario/index.ts';
import { valueJson } from '../estimate-json.ts';
import { CommandError, EXIT } from '../exit.ts';
import { type ExperimentOptions, runExperiment } from '../experiment.ts';
import { factorsNamed } from '../factor-words.ts';
import { faultsJson, limitsJson } from '../limits-json.ts';
import { DISCOVER_WORDS } from '../method-words.ts';
import { happeningNamed, measureNamed, outcomeNamed } from '../outcome-words.ts';
import { pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';

export type DiscoverOptions = Omit<ExperimentOptions, 'runs'> & {
  readonly runs?: number;
  readonly outcome: readonly string[];
  readonly measure?: string;
  readonly happening?: string;
  readonly design: 'runs' | 'latin-hypercube' | 'sobol-sequence';
  readonly factors?: readonly string[];
  readonly size?: number;
  readonly step?: number;
};

const usage = (message: string): CommandError => new CommandError(EXIT.usage, message);

interface Asked {
  readonly scenario: Scenario;
  readonly target: Target;
}

/** The scenario comes back with a measure more where a happening is asked about. */
function asked(scenario: Scenario, options: DiscoverOptions): Asked {
  const { outcome, measure, happening } = options;
  const kinds = [outcome.length > 0, measure !== undefined, happening !== undefined];
  if (kinds.filter(Boolean).length > 1) throw usage('Give one of --outcome, --measure and --happening.');
  if (happening === undefined) return { scenario, target: targetOf(scenario, options) };
  const more = withHappening(scenario, happeningNamed(scenario, happening));
  const { label } = more.scenario.measures[more.measure]!;
  return { scenario: more.scenario, target: { kind: 'measure', measure: more.measure, label } };
}

function targetOf(scenario: Scenario, { outcome, measure }: DiscoverOptions): Target {
  if (measure !== undefined) {
    const index = measureNamed(scenario, measure);
    const found = scenario.measures[index]!;
    if (!found.boolean)
      throw usage(`\`${measure}\` is a number; discover looks for a yes or no, such as an outcome.`);
    return { kind: 'measure', measure: index, label: found.label };
  }
  if (outcome.length === 0) {
    throw usage('Say what to look for, such as: juncture discover FILE --outcome government_falls');
  }
  const outcomes = outcome.map((name) => outcomeNamed(scenario, name));
  return { kind: 'outcomes', outcomes, label: outcomes.map((i) => scenario.outcomes[i]!.label).join(' or ') };
}

/** Runs of the search; as many again are fresh ones. */
const USUAL_RUNS = 20_000;

export async function discoverCommand(
  named: string,
  options: DiscoverOptions,
  terminal: Terminal,
): Promise<void> {
  const { seed, design: kind, step } = options;
  await runExperiment(named, { ...options, runs: options.runs ?? 1 }, terminal, (loaded, settings) => {
    const { scenario, target } = asked(loaded, options);
    const drawn = drawnFactors(scenario, pointOf(scenario, settings));
    const factors = options.factors === undefined ? drawn : factorsNamed(scenario, options.factors);
    if (factors.length === 0)
      throw usage('No parameter is drawn. Name what to move: --factors with --design latin-hypercube.');
    const still = factors.filter(({ name }) => !drawn.some((one) => one.name === name));
    if (kind === 'runs' && still.length > 0) {
      throw usage(
        `In ordinary runs ${still.map(({ name }) => name).join(', ')} is still. Use --design latin-hypercube, which moves it.`,
      );
    }
    const size = options.size ?? DEFAULT_POINTS;
    const runs = options.runs ?? (kind === 'runs' ? USUAL_RUNS : Math.ceil(USUAL_RUNS / size));
    const sample = (text: string): DiscoverySample & { readonly places: ReturnType<typeof placesOf> } => {
      const design = sensitivityDesign(kind, scenario, seedKey(text), { factors, size, secondOrder: false });
      return { design, places: placesOf(scenario, settingsOn(design, factors, settings)) };
    };
    const [search, trial] = [sample(seed), sample(`${seed} fresh`)];
    return {
      scenario,
      settings,
      points: search.places.map(({ point }) => point),
      samples: [search, trial].map(({ places }) => places.map(({ point }) => point)),
      runs,
      what:
        search.places.length === 1
          ? 'ordinary runs, and as many fresh ones'
          : `${search.places.length} points, and as many fresh ones`,
      total: 2 * search.places.length * runs,
      command: commandLine([
        'juncture',
        'discover',
        named,
        ...options.outcome.flatMap((name) => ['--outcome', name]),
        ...(options.measure === undefined ? [] : ['--measure', options.measure]),
        ...(options.happening === undefined ? [] : ['--happening', options.happening]),
        '--design',
        kind,
        ...(kind === 'runs' ? [] : ['--size', `${size}`]),
        ...(options.factors === undefined ? [] : ['--factors', options.factors.join(',')]),
        ...(step === undefined ? [] : ['--step', `${step}`]),
        '--runs',
        `${runs}`,
        '--seed',
        seed,
        ...settingWords(settings),
      ]),
      async ask(request, pool) {
        const result = await discover({ ...request, factors, target, search, trial, runs, step }, pool);
        const { columns, colour } = terminal;
        return {
          manifest: result.manifest,
          json: discoveryJson(result),
          text: () => discoveryText(result, { columns, colour }),
          figures: () => discoveryFigures(result),
          tables: {
            points: { table: settingsTable(search.places), row: 'a point of the search' },
            boxes: { table: boxesTable(result), row: 'a step of the trade-off between coverage and density' },
          },
          interrupted: result.interrupted,
          done: result.interrupted ? 0 : runs,
          words: DISCOVER_WORDS,
        };
      },
    };
  });
}

const placesOf = (scenario: Scenario, all: readonly Settings[]) =>
  all.map((settings, i) => ({ name: `${i}`, settings, point: pointOf(scenario, settings) }));

function discoveryJson(result: DiscoveryResult) {
  const { manifest, factors, target, searched, tried, share, boxes, chosen, leaves, faults, interrupted } =
    result;
  return {
    manifest,
    target,
    searched,
    tried,
    interrupted,
    share: valueJson(share),
    boxes:
      boxes?.map(({ limits, cases, hits, mass, coverage, density }) => ({
        limits: limitsJson(limits, factors),
        cases,
        hits,
        mass,
        coverage,
        density,
      })) ?? null,
    chosen:
      chosen === null
        ? null
        : {
            step: chosen.step,
            limits: limitsJson(chosen.box.limits, factors),
            words: boxWords(chosen.box.limits, factors),
            density: chosen.box.density,
            coverage: chosen.box.coverage,
            mass: chosen.box.mass,
            restrictions: chosen.restrictions.map(({ factor, quasiP, without }) => ({
              factor: factors[factor]!.id,
              quasi_p: quasiP,
              density_without: without.density,
            })),
            fresh: {
              density: valueJson(chosen.fresh.density),
              coverage: valueJson(chosen.fresh.coverage),
              mass: valueJson(chosen.fresh.mass),
            },
          },
    leaves: leaves.map(({ limits, cases, hits, fresh }) => ({
      limits: limitsJson(limits, factors),
      cases,
      hits,
      fresh: valueJson(fresh),
    })),
    ...faultsJson(faults),
  };
}

function boxesTable({ boxes, factors, chosen }: DiscoveryResult): Table {
  return {
    columns: ['step', 'chosen', 'cases', 'hits', 'mass', 'coverage', 'density', 'box'],
    rows: (boxes ?? []).map(({ limits, cases, hits, mass, coverage, density }, step): readonly Field[] => [
      step,
      step === chosen?.step,
      cases,
      hits,
      mass,
      coverage,
      density,
      boxWords(limits, factors),
    ]),
  };
}
