/** Records of runs that stand behind each other, joined and cut. */
import { type RunRecords, SPELL_WIDTH } from './batch.ts';

/** Runs of their own, each part's counted from 0. */
interface Part {
  readonly runs: number;
  readonly records: RunRecords;
}

/** Records of parts as those of one batch. */
export function joinRecords(parts: readonly Part[]): RunRecords {
  const length = (pick: (records: RunRecords) => ArrayLike<number>): number =>
    parts.reduce((sum, { records }) => sum + pick(records).length, 0);
  const parameters = new Float64Array(length((records) => records.parameters));
  const spells = new Int32Array(length((records) => records.spells));
  let [run, parameter, spell] = [0, 0, 0];
  for (const { runs, records } of parts) {
    parameters.set(records.parameters, parameter);
    spells.set(records.spells, spell);
    shift(spells.subarray(spell, spell + records.spells.length), run);
    run += runs;
    parameter += records.parameters.length;
    spell += records.spells.length;
  }
  return { parameters, spells };
}

/** Runs `from` to `from + runs − 1` of a batch of `all`. The arrays are new. */
export function cutRecords(
  { parameters, spells }: RunRecords,
  all: number,
  from: number,
  runs: number,
): RunRecords {
  const width = parameters.length / all;
  const own = spells.slice(
    SPELL_WIDTH * firstSpell(spells, from),
    SPELL_WIDTH * firstSpell(spells, from + runs),
  );
  shift(own, -from);
  return { parameters: parameters.slice(from * width, (from + runs) * width), spells: own };
}

function shift(spells: Int32Array, by: number): void {
  for (let at = 0; at < spells.length; at += SPELL_WIDTH) spells[at] = (spells[at] as number) + by;
}

/** Number of the first spell of a run or a later one: the spells are in run order. */
function firstSpell(spells: Int32Array, run: number): number {
  let [low, high] = [0, spells.length / SPELL_WIDTH];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spells[middle * SPELL_WIDTH] as number) < run) low = middle + 1;
    else high = middle;
  }
  return low;
}
