/** Prints hashes of everything that must have the same bits on every engine; run by a node other than the test's own. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { compileKernel, instantiate } from '../../src/kernel/index.ts';
import { seedKey } from '../../src/random/index.ts';
import { loadScenario, NO_SETTINGS, resolvePoint } from '../../src/scenario/index.ts';
import { createChart, runBatch } from '../../src/statechart/index.ts';
import { fingerprints } from '../unit/random/fingerprints.ts';
import { hashBatch } from './kernel-c.ts';

const RUNS = 2_000;
const MACHINE_RUNS = 60;

function hashesOf(file: string) {
  const { scenario } = loadScenario(file, (path) => (existsSync(path) ? readFileSync(path) : null));
  if (scenario === null) throw new Error(`${file} is faulty`);
  const { point } = resolvePoint(scenario, NO_SETTINGS);
  const compiled = compileKernel(scenario);
  if (point === null || 'refused' in compiled) throw new Error(`${file} cannot run`);
  const key = seedKey('portable');
  const kernel = instantiate(compiled, scenario, point, key);
  return {
    program: createHash('sha256').update(compiled.bytes).digest('hex'),
    kernel: hashBatch(kernel.run(0, RUNS)),
    machine: hashBatch(runBatch(createChart(scenario), point, key, 0, MACHINE_RUNS)),
  };
}

process.stdout.write(
  JSON.stringify({
    random: fingerprints(),
    scenarios: process.argv.slice(2).map((file) => [file, hashesOf(file)]),
  }),
);
