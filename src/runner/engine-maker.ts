/** The real engines: the generated kernel where it can run the scenario exactly, else the XState machine. */
import { type CompiledKernel, compileKernel, instantiate } from '../kernel/index.ts';
import type { Key } from '../random/index.ts';
import type { Point, Scenario } from '../scenario/index.ts';
import type { Engine, EngineMaker, Model, Refusal } from './engine.ts';

function kernelEngine(kernel: CompiledKernel, scenario: Scenario): Engine {
  let instance: ReturnType<typeof instantiate> | null = null;
  let aimed: Key | null = null;
  return {
    kind: 'kernel',
    aim(point: Point, key: Key) {
      if (instance !== null && aimed?.key0 === key.key0 && aimed.key1 === key.key1) instance.setPoint(point);
      else instance = instantiate(kernel, scenario, point, key);
      aimed = key;
    },
    run(firstRun, runs) {
      if (instance === null) throw new Error('the kernel was run before it was aimed');
      return instance.run(firstRun, runs);
    },
  };
}

/** Loaded only where it is needed: the machine's library takes its time. */
async function machineEngine(scenario: Scenario): Promise<Engine> {
  const { createChart, runBatch } = await import('../statechart/index.ts');
  const chart = createChart(scenario);
  let aimed: { readonly point: Point; readonly key: Key } | null = null;
  return {
    kind: 'machine',
    aim(point, key) {
      aimed = { point, key };
    },
    run(firstRun, runs) {
      if (aimed === null) throw new Error('the machine was run before it was aimed');
      return runBatch(chart, aimed.point, aimed.key, firstRun, runs);
    },
  };
}

/** The kernel was forced on a scenario that it cannot run exactly. */
export class KernelRefused extends Error {
  override readonly name = 'KernelRefused';
  readonly refused: readonly Refusal[];

  constructor(refused: readonly Refusal[]) {
    super(
      `the kernel cannot run this scenario: ${refused.map(({ path, why }) => `${path}: ${why}`).join('; ')}`,
    );
    this.refused = refused;
  }
}

export const engineMaker: EngineMaker = {
  async prepare(scenario, choice) {
    if (choice === 'machine') return { scenario, kernel: null, refused: [] };
    const compiled = compileKernel(scenario);
    if (!('refused' in compiled)) return { scenario, kernel: compiled, refused: [] };
    if (choice === 'kernel') throw new KernelRefused(compiled.refused);
    return { scenario, kernel: null, refused: compiled.refused };
  },
  open: (model: Model) =>
    model.kernel === null
      ? machineEngine(model.scenario)
      : Promise.resolve(kernelEngine(model.kernel, model.scenario)),
};
