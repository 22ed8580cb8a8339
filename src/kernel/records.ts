/** What the runs of a batch leave beside their rows, taken out of a kernel's memory as it comes. */
import { type RunRecords, type Scenario, SPELL_WIDTH } from '../scenario/index.ts';
import type { Layout } from './model/layout.ts';

export interface Records {
  /** After `count` runs, the first of them the batch's `done`-th. */
  take(done: number, count: number): void;
  all(): RunRecords;
}

/** Null where the program keeps nothing. */
export function openRecords(
  { records: at }: Layout,
  { parameters: { length: width } }: Scenario,
  runs: number,
  buffer: ArrayBuffer,
): Records | null {
  if (at === null) return null;
  const parameters = new Float64Array(runs * width);
  const parts: Int32Array[] = [];
  const count = new Int32Array(buffer, at.count, 1);
  count[0] = 0;
  return {
    take(done, some) {
      parameters.set(new Float64Array(buffer, at.parameters, some * width), done * width);
      parts.push(new Int32Array(buffer, at.spells, (count[0] as number) * SPELL_WIDTH).slice());
      count[0] = 0;
    },
    all: () => ({ parameters, spells: joined(parts) }),
  };
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}
