/**
 * Proves the kernel's meaning by a third executor: the C text of the same program, compiled by gcc without fused
 * multiply-adds, prints the hash of the same batch.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/index.ts';
import { NO_SETTINGS, resolvePoint } from '../../src/scenario/index.ts';
import { scenarioFromFile } from '../helpers/build-scenario.ts';
import { buildC, type CProcess, hasGcc, hashBatch, startC } from '../helpers/kernel-c.ts';
import { pairOf } from '../helpers/kernel-differential.ts';

const RUNS = 3_000;
const isAt = hasGcc();
if (!isAt && process.env.CI) throw new Error('gcc is missing; .ci/run installs it');

describe.skipIf(!isAt)('C from the same program (skipped where there is no gcc)', () => {
  const open: CProcess[] = [];
  afterAll(() => {
    for (const one of open) one.close();
  });

  it.each([
    'scenarios/kazakhstan-2022.yaml',
    'test/fixtures/fuel-prices.yaml',
    'scenarios/exact/gamblers-ruin.yaml',
  ])('hashes %s like WebAssembly', async (file) => {
    const scenario = scenarioFromFile(file);
    const { point } = resolvePoint(scenario, NO_SETTINGS);
    const key = seedKey('c');
    const { kernel } = pairOf(scenario, point!, key);
    const program = startC(buildC(scenario, point!, key));
    open.push(program);
    const { hash } = await program.ask(0, RUNS);
    expect(hash).toBe(hashBatch(kernel.run(0, RUNS)));
  });
});
