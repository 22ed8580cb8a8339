/** The question `sensitivity`: which factors move the outcomes, and by how much of what is not known? */
import { seedKey } from '../../random/index.ts';
import type { Pool } from '../../runner/index.ts';
import { type Analysis, refusePairing } from '../design/index.ts';
import { experimentManifest, faultsAt, runPlaces } from '../experiment.ts';
import { factorColumns } from '../factor-columns.ts';
import { keepRuns } from '../kept-runs.ts';
import { indexes, outputSources } from './blocks.ts';
import { givenData, givenDataOutput } from './given-data.ts';
import { luckOutput } from './luck.ts';
import type {
  SensitivityMethod,
  SensitivityOutput,
  SensitivityRequest,
  SensitivityResult,
} from './request.ts';
import { morrisOutput } from './screening.ts';
import { sobolOutput } from './sobol.ts';
import { tornadoOutputs } from './tornado.ts';

/** What a design must support for a method. A radial design gives total order alone, which is asked for by choosing it. */
export function analysisOf(method: SensitivityMethod, design: string): Analysis {
  if (method === 'morris') return 'elementary-effects';
  if (method === 'given-data') return 'given-data';
  if (method === 'luck') return 'variance-split';
  if (method === 'tornado') return 'tornado';
  return design === 'radial' ? 'total-effects' : 'sobol';
}

/**
 * Runs the places and analyses what came. Points share their luck, so that what differs between them is the factors;
 * with given data, and where luck itself is the question, every run has a luck of its own. Faulted runs are counted and listed, and their points left out.
 * @throws RangeError where the design does not support the method. @throws ExperimentBroken (rejects).
 */
export async function sensitivity(request: SensitivityRequest, pool: Pool): Promise<SensitivityResult> {
  const { scenario, method, design, places, runs, outputs, factors } = request;
  const refused = design === null ? null : refusePairing(design.kind, analysisOf(method, design.kind));
  if (refused !== null) throw new RangeError(refused);
  const kept = keepRuns(scenario, places.length, runs, outputs.measures);
  const report = await runPlaces(request, pool, {
    places,
    runs,
    luck: hasOwnLuck(method) ? 'own' : 'same',
    keep: 'rows',
    onPass: kept.add,
  });
  const key = seedKey(request.seed);
  const sources =
    report.done === 0 || method === 'tornado' ? [] : outputSources(scenario, outputs, kept, report.done);
  const bars =
    report.done > 0 && method === 'tornado'
      ? tornadoOutputs(scenario, request.centre, kept, { runs: report.done, outputs })
      : [];
  const data =
    method === 'given-data'
      ? givenData(factors, factorColumns({ ...request, done: report.done, firstRun: 0 }, key))
      : null;
  const answers = sources.map((source) => {
    if (data !== null) {
      const { values } = source.of(indexes(places.length));
      const { id, label, kind } = source;
      return [source, givenDataOutput(data, values, { id, label, kind }, key)] as const;
    }
    if (method === 'luck')
      return [source, luckOutput(source.of(indexes(places.length)), source, key)] as const;
    if (design?.kind === 'saltelli') return [source, sobolOutput(design, source, key)] as const;
    if (design?.kind === 'radial') {
      const answer = method === 'sobol' ? sobolOutput : morrisOutput;
      return [source, answer(design, source, key)] as const;
    }
    if (design?.kind === 'morris') return [source, morrisOutput(design, source, key)] as const;
    throw new Error(`no analysis of ${design?.kind}`);
  });
  return {
    manifest: {
      ...experimentManifest(request, runs),
      method,
      design: design?.kind ?? (method === 'tornado' ? 'one-at-a-time' : 'runs'),
      factors: factors.map(({ name }) => name),
      points: places.length,
    },
    title: scenario.title,
    factors: factors.map(({ name, label }) => ({ id: name, label })),
    othersDrawn: method === 'tornado' ? 0 : othersDrawn(request),
    runs: report.done,
    outputs: [
      ...bars,
      ...answers.flatMap(([, answer]): readonly SensitivityOutput[] =>
        typeof answer === 'string' ? [] : [answer],
      ),
    ],
    left: answers.flatMap(([{ id, label }, answer]) =>
      typeof answer === 'string' ? [{ id, label, why: answer }] : [],
    ),
    faults: await faultsAt(
      request,
      places,
      kept.outcomes.map((codes) => codes.subarray(0, report.done)),
      hasOwnLuck(method) ? (place) => place * runs : undefined,
    ),
    interrupted: report.interrupted,
  };
}

const hasOwnLuck = (method: SensitivityMethod): boolean => method === 'given-data' || method === 'luck';

function othersDrawn({ scenario, places, factors }: SensitivityRequest): number {
  const names = new Set(factors.map(({ name }) => name));
  const held = places[0]?.point.parameters ?? [];
  return scenario.parameters.filter(({ index, name }) => held[index] === null && !names.has(name)).length;
}
