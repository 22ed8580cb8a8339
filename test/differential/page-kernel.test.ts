/** Proves that what runs in a report's page gives the numbers of `simulate`, to the last bit, in whatever steps it is asked. */
import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/experiment/index.ts';
import { compileKernel } from '../../src/kernel/index.ts';
import { openSimulation } from '../../src/page/simulation.ts';
import { type PageModel, packBytes, pageModelText, readPageModel } from '../../src/report/index.ts';
import { startPool } from '../../src/runner/index.ts';
import { NO_SETTINGS, type Settings } from '../../src/scenario/index.ts';
import { pointOf, scenarioFromFile } from '../helpers/build-scenario.ts';

const RUNS = 1500;

function modelOf(path: string): PageModel {
  const scenario = scenarioFromFile(path);
  const kernel = compileKernel(scenario);
  if ('refused' in kernel) throw new Error('the kernel refused');
  const { bytes, image, ...rest } = kernel;
  return {
    scenario,
    kernel: { bytes: packBytes(bytes), image: packBytes(image), rest },
    named: path,
    settings: NO_SETTINGS,
    seed: '2022',
    runs: RUNS,
    version: '1.2.3',
  };
}

/** Everything but how the result is labelled. */
const numbers = ({ manifest: _, ...rest }: object & { readonly manifest: unknown }): unknown => rest;

describe.each([
  [
    'test/fixtures/fuel-prices.yaml',
    { set: { loyalty: 0.3, sponsor: 'gangs' }, decide: { response: 'concede' }, without: ['oil_falls'] },
  ],
  ['scenarios/kazakhstan-2022.yaml', { variant: 'no_gangs', set: { loyalty: 0.25 } }],
  ['scenarios/exact/correlation.yaml', {}],
] as const)('%s', (path, some) => {
  const settings = { ...NO_SETTINGS, ...some } as Settings;
  const model = modelOf(path);

  it.each(['2022', 'other'])('seed %s', async (seed) => {
    const { scenario } = model;
    const pool = startPool({ workers: 0, now: () => 0 });
    const request = { scenario, named: path, seed, version: '1.2.3', runs: RUNS, now: () => 0 };
    const ask = (of: Settings) => simulate({ ...request, settings: of, point: pointOf(scenario, of) }, pool);
    const [own, file] = [await ask(settings), await ask(NO_SETTINGS)];
    await pool.close();
    // What the page reads is what was written into it, without any expression.
    const asked = openSimulation(
      readPageModel(pageModelText(model)),
      () => 0,
    )({ settings, seed, runs: RUNS });
    if ('refused' in asked) throw new Error(asked.refused.join(' '));
    for (const step of [1, 7, 400]) asked.step(step);
    expect(asked.picture().done).toBe(408);
    expect(asked.step(RUNS).done).toBe(RUNS);
    const picture = asked.picture();
    expect(numbers(picture.result)).toEqual(numbers(own));
    expect(numbers(picture.baseline)).toEqual(numbers(file));
    expect(picture.result.manifest).toEqual(own.manifest);
  });
});

it('settings that do not fit are refused in sentences, as the command line refuses them', () => {
  const asked = openSimulation(
    modelOf('test/fixtures/fuel-prices.yaml'),
    () => 0,
  )({
    settings: { ...NO_SETTINGS, set: { loyaltee: 1 } },
    seed: '1',
    runs: 10,
  });
  expect(asked).toEqual({ refused: [expect.stringContaining('loyaltee')] });
});
