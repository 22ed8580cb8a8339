/**
 * `spells`: one row a stay of a region in a leaf, in the form that packages for multi-state survival read: from `start`
 * to `stop` the run was in `from`, and then (`status` 1) went to `to`, or (0) was seen no longer.
 */
import { type BatchResult, type Scenario, SPELL_WIDTH } from '../../scenario/index.ts';
import type { ColumnShape, TableBuffer } from './columns.ts';
import { daysOf, type PointRuns } from './run-table.ts';

/** `id` is that of `runs`; times are days since the start. */
export function spellColumns(scenario: Scenario): readonly ColumnShape[] {
  const stages = scenario.stages.map(({ path }) => path);
  const days = daysOf(scenario);
  return [
    { name: 'id', kind: 'whole' },
    { name: 'region', kind: 'coded', values: scenario.regions.map(({ name }) => name) },
    { name: 'stage', kind: 'coded', values: stages },
    { name: 'from', kind: 'coded', values: stages },
    { name: 'to', kind: 'coded', values: stages, nullable: true },
    { name: 'start', kind: 'coded', values: days },
    { name: 'stop', kind: 'coded', values: days },
    { name: 'status', kind: 'whole' },
  ];
}

/** Adds the spells of runs. @param first the id of the first of them. */
export function addSpells(
  { stages }: Scenario,
  { batch }: PointRuns,
  table: TableBuffer,
  first: number,
): void {
  const regions = Int32Array.from(stages, ({ region }) => region);
  addBatch(batch, regions, table, first);
}

function addBatch({ records }: BatchResult, regions: Int32Array, table: TableBuffer, id: number): void {
  if (records === null) throw new Error('the runs to be written down were run without their records');
  const { spells } = records;
  const [ids, region, stage, from, to, start, stop, status] = table.columns as readonly Int32Array[] as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (let spell = 0; spell < spells.length; ) {
    const { at: first, room } = table;
    const last = first + Math.min(room, (spells.length - spell) / SPELL_WIDTH);
    for (let at = first; at < last; at += 1, spell += SPELL_WIDTH) {
      const leaf = spells[spell + 1] as number;
      const next = spells[spell + 2] as number;
      ids[at] = id + (spells[spell] as number);
      region[at] = regions[leaf] as number;
      stage[at] = leaf;
      from[at] = leaf;
      to[at] = next;
      start[at] = spells[spell + 3] as number;
      stop[at] = spells[spell + 4] as number;
      status[at] = next < 0 ? 0 : 1;
    }
    table.added(last - first);
  }
}
