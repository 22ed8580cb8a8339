/** What the runs of a batch leave beside their rows, taken out of a kernel's memory as it comes. */
import { joinRecords, type RunRecords, type Scenario, SPELL_WIDTH } from '../scenario/index.ts';
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
  firstRun: number,
  buffer: ArrayBuffer,
): Records | null {
  if (at === null) return null;
  const parts: { readonly runs: number; readonly records: RunRecords }[] = [];
  const end = new Int32Array(buffer, at.end, 1);
  end[0] = 0;
  return {
    take(done, runs) {
      const spells = new Int32Array(buffer, at.spells, (end[0] as number) / 4).slice();
      // The kernel has a run's own number.
      for (let spell = 0; spell < spells.length; spell += SPELL_WIDTH) {
        spells[spell] = (spells[spell] as number) - firstRun - done;
      }
      const parameters = new Float64Array(buffer, at.parameters, runs * width).slice();
      parts.push({ runs, records: { parameters, spells } });
      end[0] = 0;
    },
    all: () => joinRecords(parts),
  };
}
