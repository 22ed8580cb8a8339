/**
 * The real engines: the generated kernel where it can run the scenario exactly, else the XState machine.
 * Each is loaded when it is first needed, so that a command that runs nothing does not wait for them.
 */
import type { CompiledKernel, KernelInstance, Refusal } from '../kernel/index.ts';
import type { Key } from '../random/index.ts';
import type { Point, Scenario } from '../scenario/index.ts';
import type { Engine, EngineMaker } from './engine.ts';

async function kernelEngine(kernel: CompiledKernel, scenario: Scenario): Promise<Engine> {
  const { instantiate } = await import('../kernel/index.ts');
  let instance: KernelInstance | null = null;
  return {
    kind: 'kernel',
    aim(point, key) {
      instance ??= instantiate(kernel, scenario, point, key);
      instance.setPoint(point);
      instance.setKey(key);
    },
    run(firstRun, runs) {
      if (instance === null) throw new Error('the kernel was run before it was aimed');
      return instance.run(firstRun, runs);
    },
  };
}

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
    const reasons = refused.map(({ path, why }) => `${path}: ${why}`).join('; ');
    super(`the kernel cannot run this scenario: ${reasons}`);
    this.refused = refused;
  }
}

export const engineMaker: EngineMaker = {
  async prepare(scenario, choice) {
    if (choice === 'machine') return { scenario, kernel: null, refused: [] };
    const { compileKernel } = await import('../kernel/index.ts');
    const compiled = compileKernel(scenario);
    if (!('refused' in compiled)) return { scenario, kernel: compiled, refused: [] };
    if (choice === 'kernel') throw new KernelRefused(compiled.refused);
    return { scenario, kernel: null, refused: compiled.refused };
  },
  open: ({ scenario, kernel }) =>
    kernel === null ? machineEngine(scenario) : kernelEngine(kernel, scenario),
};
