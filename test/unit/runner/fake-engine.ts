/** An engine of plain arithmetic, with ways to misbehave: what the runner is tested with. */
import type { Engine, EngineMaker, Model } from '../../../src/runner/engine.ts';
import { emptyBatch, FAULTED, ROW_HEAD, rowLength, type Scenario } from '../../../src/scenario/index.ts';

export interface Behaviour {
  readonly kind: 'well' | 'throws' | 'exits' | 'hangs';
  /** The run at which it misbehaves. */
  readonly atRun: number;
  /** How many more times it does so; shared between threads. */
  readonly left: Int32Array;
  /** Every run from this one on that is a multiple of it ends by a fault; 0: none. */
  readonly faultyRuns: number;
  /** Busy waiting a run, so that jobs take a while. */
  readonly spins: number;
}

export const behave = (
  change: Partial<Omit<Behaviour, 'left'>> & { readonly times?: number } = {},
): Behaviour => {
  const left = new Int32Array(new SharedArrayBuffer(4));
  left[0] = change.times ?? 1;
  return { kind: 'well', atRun: 0, faultyRuns: 0, spins: 0, ...change, left };
};

const described = { label: 'x', unit: null, note: null, group: null, sources: [] };

/** Three outcomes, two stages, two happenings, one decision, two measures, five steps. */
export const fakeScenario = {
  id: 'fake',
  time: { start: '2022-01-01T00:00', stepDays: 1, steps: 5, horizonDays: 5 },
  parameters: [],
  regions: [{ ...described, index: 0, name: 'r', stages: [0, 1], initial: 0, transitions: [] }],
  stages: [{ path: 'r.a' }, { path: 'r.b' }],
  happenings: [{ path: 'r.x' }, { path: 'r.y' }],
  decisions: [{ name: 'd' }],
  outcomes: [{ name: 'one' }, { name: 'two' }, { name: 'unresolved' }],
  measures: [{ name: 'm' }, { name: 'n' }],
} as unknown as Scenario;

/** Scatters a number over 0…2^32−1 (an integer hash in the manner of MurmurHash3's finaliser). */
function scatter(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function misbehave(behaviour: Behaviour, run: number): void {
  if (behaviour.kind === 'well' || run !== behaviour.atRun) return;
  if (Atomics.sub(behaviour.left, 0, 1) <= 0) return;
  switch (behaviour.kind) {
    case 'throws':
      throw new Error(`fake fault at run ${run}`);
    case 'exits':
      process.exit(7);
      break;
    case 'hangs':
      for (;;);
    default:
      behaviour.kind satisfies never;
  }
}

function spin(times: number): number {
  let sum = 0;
  for (let i = 0; i < times; i += 1) sum += Math.sqrt(i);
  return sum;
}

function fakeEngine({ scenario, kernel }: Model): Engine {
  const behaviour = kernel as unknown as Behaviour;
  let salt = 0;
  const engine: Engine = {
    kind: 'kernel',
    aim(point, key) {
      salt = key.key0 + (point.parameters[0] ?? 0);
    },
    run(firstRun, runs) {
      const batch = emptyBatch(scenario, firstRun, runs);
      const stride = rowLength(scenario);
      for (let i = 0; i < runs; i += 1) {
        const run = firstRun + i;
        misbehave(behaviour, run);
        if (spin(behaviour.spins) < 0) throw new Error('never');
        const h = scatter(run + salt);
        const row = i * stride;
        if (behaviour.faultyRuns > 0 && run > 0 && run % behaviour.faultyRuns === 0) {
          batch.rows.fill(Number.NaN, row, row + stride);
          batch.rows[row] = FAULTED;
          continue;
        }
        const step = 1 + (h % 5);
        batch.rows[row] = h % 3;
        batch.rows[row + 1] = step;
        batch.rows[row + ROW_HEAD] = h / 2 ** 32;
        batch.rows[row + ROW_HEAD + 1] = h % 7 === 0 ? Number.NaN : h % 4;
        const changes = batch.stageChanges;
        changes[0] = (changes[0] ?? 0) + 1;
        changes[step * 2] = (changes[step * 2] ?? 0) - 1;
        changes[step * 2 + 1] = (changes[step * 2 + 1] ?? 0) + 1;
        batch.firsts[step] = (batch.firsts[step] ?? 0) + 1;
        batch.times[0] = (batch.times[0] ?? 0) + 1;
        batch.asked[0] = (batch.asked[0] ?? 0) + (h % 2);
      }
      return batch;
    },
    rows(firstRun, runs, into, at) {
      into.set(engine.run(firstRun, runs).rows, at);
      return null;
    },
    futures() {
      throw new Error('this engine has no futures');
    },
  };
  return engine;
}

export const fakeMaker = (behaviour: Behaviour = behave()): EngineMaker => ({
  prepare: async (scenario) => ({
    scenario,
    kernel: behaviour as unknown as NonNullable<Model['kernel']>,
    records: false,
    refused: [],
  }),
  open: async (model) => fakeEngine(model),
});
