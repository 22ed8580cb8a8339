/** Where a program that keeps records of runs keeps them. Addresses are bytes. */
import { type Scenario, SPELL_WIDTH } from '../../scenario/index.ts';
import type { Allocator } from './allocator.ts';

export interface RecordsLayout {
  /** f64 `[rows][parameters]`. */
  readonly parameters: number;
  /** i32: bytes of the spells that there are; the spells. */
  readonly end: number;
  readonly spells: number;
  /** i32: the state that the last move led to. */
  readonly moved: number;
  /** i32 by region: the leaf of the present spell, and the state it began with. */
  readonly leaf: number;
  readonly since: number;
  /** Runs whose spells find room whatever they do. */
  readonly runs: number;
}

/** Spells that find room, where a single run cannot have more. */
const SPELLS_CAPACITY = 1 << 17;

/** Spells of one run, and some of a step at fault, at most: a region moves once a step. */
const mostSpells = ({ regions, time }: Scenario): number => regions.length * (time.steps + 1);

/** Bytes of the records, nearly. */
export const recordBytes = (scenario: Scenario): number =>
  Math.max(SPELLS_CAPACITY, mostSpells(scenario)) * SPELL_WIDTH * 4;

/** @param rows that one call of `batch` can yield. */
export function recordsLayout(scenario: Scenario, at: Allocator, rows: number): RecordsLayout {
  const most = mostSpells(scenario);
  const capacity = Math.max(SPELLS_CAPACITY, most);
  const layout = {
    parameters: at.f64(rows * scenario.parameters.length),
    end: at.i32(1),
    spells: at.i32(capacity * SPELL_WIDTH),
    moved: at.i32(1),
    leaf: at.i32(scenario.regions.length),
    since: at.i32(scenario.regions.length),
    runs: Math.min(rows, Math.floor(capacity / most)),
  };
  at.align(64);
  return layout;
}
