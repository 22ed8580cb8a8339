/**
 * A model brought to life. A worker has this file and little else: of the kernel it takes what runs a compiled
 * scenario, so that its bundle holds neither the compiler nor what reads scenarios; the machine comes when it is needed.
 */
import { type CompiledKernel, instantiate, type KernelInstance } from '../kernel/index.ts';
import type { Key } from '../random/index.ts';
import type { Point, Scenario } from '../scenario/index.ts';
import type { Engine, Model } from './engine.ts';

function kernelEngine(kernel: CompiledKernel, scenario: Scenario): Engine {
  let instance: KernelInstance | null = null;
  return {
    kind: 'kernel',
    aim(point, key) {
      if (instance === null) instance = instantiate(kernel, scenario, point, key);
      else {
        instance.setPoint(point);
        instance.setKey(key);
      }
    },
    run(firstRun, runs, between) {
      if (instance === null) throw new Error('the kernel was run before it was aimed');
      return instance.run(firstRun, runs, between);
    },
    rows(firstRun, runs, into, at) {
      if (instance === null) throw new Error('the kernel was run before it was aimed');
      return instance.rows(firstRun, runs, into, at);
    },
    futures(fork, first, count) {
      const { point, key } = fork.context;
      instance ??= instantiate(kernel, scenario, point, key);
      return instance.futures(fork, first, count);
    },
  };
}

async function machineEngine({ scenario, records }: Model): Promise<Engine> {
  const { createChart, recordBatch, runBatch, runFutures } = await import('../statechart/index.ts');
  const chart = createChart(scenario);
  const runsOf = records ? recordBatch : runBatch;
  let aimed: { readonly point: Point; readonly key: Key } | null = null;
  return {
    kind: 'machine',
    aim(point, key) {
      aimed = { point, key };
    },
    run(firstRun, runs) {
      if (aimed === null) throw new Error('the machine was run before it was aimed');
      return runsOf(chart, aimed.point, aimed.key, firstRun, runs);
    },
    rows(firstRun, runs, into, at) {
      if (aimed === null) throw new Error('the machine was run before it was aimed');
      const batch = runsOf(chart, aimed.point, aimed.key, firstRun, runs);
      into.set(batch.rows, at);
      return batch.records;
    },
    futures: (fork, first, count) => runFutures(chart, fork, first, count),
  };
}

export const openEngine = async (model: Model): Promise<Engine> =>
  model.kernel === null ? machineEngine(model) : kernelEngine(model.kernel, model.scenario);
