// Proves that pairing by run number counts what was gained, lost and kept, and leaves out what a fault ended.
import { describe, expect, test } from 'vitest';
import { FAULTED_CODE, NO_CODES, recoded, writeCodes } from '../../../src/experiment/outcome-codes.ts';
import { canTell, crossTable, pairedChanges, pairedCounts } from '../../../src/experiment/paired-outcomes.ts';
import { emptyBatch, rowLength } from '../../../src/scenario/index.ts';
import { crisisScenario } from '../../helpers/crisis-scenario.ts';

const codesOf = (...codes: readonly number[]) => ({ codes: Uint8Array.from(codes), runs: codes.length });

describe('codes', () => {
  test('each run at its number, a fault as its own code', () => {
    const scenario = crisisScenario();
    const batch = emptyBatch(scenario, 2, 2);
    batch.rows[0] = 3;
    batch.rows[rowLength(scenario)] = -1;
    const into = new Uint8Array(5);
    writeCodes(scenario, batch, into);
    expect([...into]).toEqual([0, 0, 3, FAULTED_CODE, 0]);
  });

  test('another version of a scenario: outcomes are the same by name, one that is gone is none of its', () => {
    const from = crisisScenario();
    const [first, second, ...rest] = from.outcomes;
    const to = { ...from, outcomes: [second!, ...rest].map((outcome, index) => ({ ...outcome, index })) };
    expect(first).toBeDefined();
    const { codes } = recoded(codesOf(0, 1, 2, FAULTED_CODE), from, to);
    expect(codes[0]).toBeGreaterThanOrEqual(to.outcomes.length);
    expect([...codes.slice(1)]).toEqual([0, 1, FAULTED_CODE]);
  });
});

describe('pairs', () => {
  test('gained, lost, kept and neither', () => {
    const table = crossTable(codesOf(0, 0, 1, 1, 2, 0), codesOf(0, 1, 1, 0, 2, 1), 3);
    expect(table.pairs).toBe(6);
    expect(pairedCounts(table, 0)).toEqual({ both: 1, first: 1, second: 2, neither: 2 });
    expect(pairedCounts(table, 2)).toEqual({ both: 1, first: 0, second: 0, neither: 5 });
  });

  test('only as many as both sides have, and none with a fault on either side', () => {
    const table = crossTable(codesOf(0, FAULTED_CODE, 1, 1), codesOf(0, 0, FAULTED_CODE), 2);
    expect(table.pairs).toBe(1);
  });

  test('the change is now less before, its interval that of paired shares: half of that of unpaired ones here', () => {
    const runs = 4_000;
    const before = { codes: new Uint8Array(runs).map((_, run) => (run % 2 === 0 ? 1 : 0)), runs };
    // Every tenth run is gained, none is lost.
    const now = { codes: before.codes.map((code, run) => (run % 20 === 1 ? 1 : code)), runs };
    const [lost, gained] = pairedChanges(crossTable(before, now, 2));
    expect(gained?.value).toBeCloseTo(0.05, 12);
    expect(lost?.value).toBeCloseTo(-0.05, 12);
    expect(gained!.low).toBeGreaterThan(0.03);
    expect(gained!.high - gained!.low).toBeLessThan(0.02);
    expect([canTell(gained!), canTell(pairedChanges(crossTable(before, before, 2))[0]!)]).toEqual([
      true,
      false,
    ]);
  });

  test('without pairs nothing can be told', () => {
    expect(canTell(pairedChanges(crossTable(NO_CODES, NO_CODES, 2))[0]!)).toBe(false);
  });
});
