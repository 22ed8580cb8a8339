/** The seat in the caller's own thread: for one worker's worth of work without a thread, and for tests. */
import { rowLength } from '../scenario/index.ts';
import type { Engine, EngineMaker, Model } from './engine.ts';
import { runPieces } from './pieces.ts';
import { type Slot, SlotFault } from './slot.ts';

/** Lets what waits (keys, timers, an abort) go first: the work itself blocks. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Engines kept ready; the oldest goes first. */
const MOST_ENGINES = 4;

export function inProcessSlot(maker: Pick<EngineMaker, 'open'>, now: () => number): Slot {
  const held = new Map<number, { readonly engine: Promise<Engine>; job: number }>();

  const holdOf = (model: Model) => {
    const known = held.get(model.id) ?? { engine: maker.open(model), job: -1 };
    held.set(model.id, known);
    for (const id of held.keys()) if (held.size > MOST_ENGINES && id !== model.id) held.delete(id);
    return known;
  };

  const failed = (model: Model, error: unknown): SlotFault => {
    held.delete(model.id);
    return new SlotFault('threw', error instanceof Error ? (error.stack ?? error.message) : String(error));
  };

  return {
    async run(task) {
      await turn();
      try {
        const known = holdOf(task.model);
        const engine = await known.engine;
        if (known.job !== task.job) engine.aim(task.point, task.key);
        known.job = task.job;
        const start = now();
        const batch = engine.run(task.firstRun, task.runs);
        return { batch, busyMs: now() - start };
      } catch (error) {
        throw failed(task.model, error);
      }
    },
    async rows({ job, model, key, firstRun, pieces }) {
      await turn();
      try {
        const known = holdOf(model);
        const engine = await known.engine;
        known.job = job;
        const start = now();
        const batch = runPieces(engine, rowLength(model.scenario), { key, firstRun, pieces });
        return { batch, busyMs: now() - start };
      } catch (error) {
        throw failed(model, error);
      }
    },
    async futures({ model, orders }) {
      await turn();
      try {
        const engine = await holdOf(model).engine;
        return orders.map(({ fork, first, count }) => engine.futures(fork, first, count));
      } catch (error) {
        throw failed(model, error);
      }
    },
    // It cannot be told while it runs.
    drop: () => undefined,
    async close() {
      held.clear();
    },
  };
}
