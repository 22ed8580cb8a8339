/** Builds a scenario's C with gcc, where there is one, and asks the program for batches. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { C_FLAGS, toC } from '../../src/kernel/index.ts';
import type { Key } from '../../src/random/index.ts';
import type { BatchResult, Point, Scenario } from '../../src/scenario/index.ts';

export const hasGcc = (): boolean => spawnSync('gcc', ['--version']).status === 0;

/** The path of the program of a scenario at a point with a key. */
export function buildC(
  scenario: Scenario,
  point: Point,
  key: Key,
  flags: readonly string[] = C_FLAGS,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'juncture-c-'));
  const source = join(folder, 'kernel.c');
  const program = join(folder, 'kernel');
  writeFileSync(source, toC(scenario, point, key));
  execFileSync('gcc', [...flags, '-o', program, source, '-lm']);
  return program;
}

export interface CAnswer {
  readonly seconds: number;
  readonly hash: number;
}

export interface CProcess {
  readonly ask: (first: number, runs: number) => Promise<CAnswer>;
  readonly close: () => void;
}

/** The program, waiting for questions. */
export function startC(program: string): CProcess {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((answer: CAnswer) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [seconds, hash] = line.split(' ').map(Number) as [number, number];
    waiting.shift()?.({ seconds, hash });
  });
  return {
    ask: (first, runs) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        child.stdin.write(`${first} ${runs}\n`);
      }),
    close: () => child.stdin.end(),
  };
}

/** The hash that the C program prints, of a batch. `countersBytes` is padded to 16 there. */
export function hashBatch(batch: BatchResult): number {
  let hash = 2166136261;
  const add = (words: Int32Array): void => {
    for (const word of words) hash = Math.imul(hash ^ word, 16777619);
  };
  add(new Int32Array(batch.rows.buffer, batch.rows.byteOffset, batch.rows.length * 2));
  const counters = [batch.stageChanges, batch.firsts, batch.times, batch.asked, batch.fixedUnavailable];
  for (const words of counters) add(words);
  const length = counters.reduce((sum, words) => sum + words.length, 0);
  add(new Int32Array((4 - (length % 4)) % 4));
  return hash >>> 0;
}
