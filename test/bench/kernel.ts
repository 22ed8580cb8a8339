/**
 * What the kernel does on one core: against C that gcc -O3 makes of the same program, against the naive program, and how
 * soon it answers after a moved parameter and after a changed structure.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileKernel, instantiate, type KernelInstance } from '../../src/kernel/index.ts';
import { seedKey } from '../../src/random/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { pointOf, scenarioFromFile } from '../helpers/build-scenario.ts';
import { buildC, hasGcc, startC } from '../helpers/kernel-c.ts';
import { naiveModel } from './naive.ts';

const RUNS = 20_000;
const PAIRS = 9;
const NAIVE_RUNS = 200;
const KEY = seedKey('bench');

export const MODELS = {
  'bench model': 'test/bench/model.yaml',
  'founding case': 'scenarios/kazakhstan-2022.yaml',
} as const;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const secondsOf = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

function instanceOf(scenario: Scenario): KernelInstance {
  const compiled = compileKernel(scenario);
  if ('refused' in compiled) throw new Error('the kernel refuses the model');
  return instantiate(compiled, scenario, pointOf(scenario), KEY);
}

export interface KernelBench {
  readonly model: string;
  readonly runsASecond: number;
  /** Speed of WebAssembly over that of gcc -O3's C, interleaved; null without gcc. */
  readonly ofC: number | null;
  /** Milliseconds for 10,000 runs after a parameter was moved. */
  readonly movedMs: number;
  /** Milliseconds from a checked scenario to its first 10,000 runs, in a fresh process. */
  readonly changedMs: number;
}

async function againstC(scenario: Scenario, kernel: KernelInstance): Promise<number | null> {
  if (!hasGcc()) return null;
  const program = startC(buildC(scenario, pointOf(scenario), KEY));
  const ratios: number[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const { seconds } = await program.ask(pair * RUNS, RUNS);
    ratios.push(seconds / secondsOf(() => kernel.run(pair * RUNS, RUNS)));
  }
  program.close();
  return median(ratios.slice(2));
}

function movedMs(scenario: Scenario, kernel: KernelInstance): number {
  const { name, baseline } = scenario.parameters[0]!;
  const times = Array.from({ length: PAIRS }, (_, time) => {
    const point = pointOf(scenario, { set: { [name]: baseline * (1 - 0.001 * time) } });
    return (
      1000 *
      secondsOf(() => {
        kernel.setPoint(point);
        kernel.run(0, 10_000);
      })
    );
  });
  kernel.setPoint(pointOf(scenario));
  return median(times);
}

/** The process that is timed reads the scenario first: what is measured begins with the checked structure. */
function changedMs(file: string): number {
  const script = join(tmpdir(), `juncture-bench-${process.pid}.mts`);
  const here = (name: string): string => JSON.stringify(new URL(name, import.meta.url).href);
  writeFileSync(
    script,
    `import { pointOf, scenarioFromFile } from ${here('../helpers/build-scenario.ts')};
import { compileKernel, instantiate } from ${here('../../src/kernel/index.ts')};
const scenario = scenarioFromFile(${JSON.stringify(file)});
const point = pointOf(scenario);
const start = performance.now();
const compiled = compileKernel(scenario);
instantiate(compiled, scenario, point, { key0: 1, key1: 2 }).run(0, 10_000);
process.stdout.write(String(performance.now() - start));
`,
  );
  const times = [1, 2, 3, 4, 5].map(() =>
    Number(execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' })),
  );
  return median(times);
}

export async function benchKernel(model: keyof typeof MODELS): Promise<KernelBench> {
  const file = MODELS[model];
  const scenario = scenarioFromFile(file);
  const kernel = instanceOf(scenario);
  for (let round = 0; round < 3; round += 1) kernel.run(0, RUNS);
  const times = Array.from({ length: PAIRS }, (_, sample) =>
    secondsOf(() => kernel.run(sample * RUNS, RUNS)),
  );
  return {
    model,
    runsASecond: RUNS / median(times),
    ofC: await againstC(scenario, kernel),
    movedMs: movedMs(scenario, kernel),
    changedMs: changedMs(file),
  };
}

/** The kernel's speed as a multiple of the naive program's, interleaved, on the bench model. */
export function benchNaive(): { readonly naiveRunsASecond: number; readonly times: number } {
  const scenario = scenarioFromFile(MODELS['bench model']);
  const kernel = instanceOf(scenario);
  const naive = naiveModel(MODELS['bench model']);
  for (let run = 0; run < NAIVE_RUNS; run += 1) naive(run);
  for (let round = 0; round < 3; round += 1) kernel.run(0, RUNS);
  const samples = Array.from({ length: 5 }, (_, sample) => ({
    naive:
      NAIVE_RUNS /
      secondsOf(() => {
        for (let run = 0; run < NAIVE_RUNS; run += 1) naive(sample * NAIVE_RUNS + run);
      }),
    kernel: RUNS / secondsOf(() => kernel.run(sample * RUNS, RUNS)),
  }));
  return {
    naiveRunsASecond: median(samples.map((one) => one.naive)),
    times: median(samples.map((one) => one.kernel / one.naive)),
  };
}
