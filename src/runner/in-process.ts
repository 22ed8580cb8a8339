/** The seat in the caller's own thread: for one worker's worth of work without a thread, and for tests. */
import type { Engine, EngineMaker } from './engine.ts';
import { type Slot, SlotFault } from './slot.ts';

/** Lets what waits (keys, timers, an abort) go first: the work itself blocks. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Engines kept ready; the oldest goes first. */
const MOST_ENGINES = 4;

export function inProcessSlot(maker: Pick<EngineMaker, 'open'>, now: () => number): Slot {
  const held = new Map<number, { readonly engine: Promise<Engine>; job: number }>();
  return {
    async run(task) {
      await turn();
      try {
        const known = held.get(task.model.id) ?? { engine: maker.open(task.model), job: -1 };
        held.set(task.model.id, known);
        for (const id of held.keys()) if (held.size > MOST_ENGINES && id !== task.model.id) held.delete(id);
        const engine = await known.engine;
        if (known.job !== task.job) engine.aim(task.point, task.key);
        known.job = task.job;
        const start = now();
        const batch = engine.run(task.firstRun, task.runs);
        return { batch, busyMs: now() - start };
      } catch (error) {
        held.delete(task.model.id);
        throw new SlotFault('threw', error instanceof Error ? (error.stack ?? error.message) : String(error));
      }
    },
    async close() {
      held.clear();
    },
  };
}
