/**
 * Proves that the folders are what R and Python take them for: the scripts of docs/ read one, count its shares again, and
 * R's survival (Therneau), with the multi-state survfit, finds the occupation of stages that our own Aalen-Johansen
 * estimator finds, to 1e-10: with nested stages, stages entered again, late censoring and faulted runs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Spell, stageOccupation } from '../../../src/analysis/stage-occupation.ts';
import { juncture } from '../../helpers/command.ts';

const CRISIS = `juncture: 1
title: A street that is cleared and fills again
time: { start: 2022-01-01, step: 6 hours, horizon: 20 days }
parameters:
  heat: { baseline: 0.5, range: [0, 1], distribution: { uniform: [0.1, 0.9] } }
variables:
  x: { initial: 0 }
auxiliaries:
  bad: "1 / (4 - x)"
regions:
  street:
    initial: calm
    stages:
      calm: { transitions: { stirs: { to: crowd, hazard: "0.3 * heat" } } }
      crowd:
        initial: loud
        stages:
          loud:
            transitions:
              again: { to: loud, chance_per_day: 0.2, add: { x: 1 } }
              tires: { to: quiet, chance_per_day: 0.3 }
          quiet: { transitions: { back: { to: loud, chance_per_day: 0.2 }, home: { to: street.calm, chance_per_day: 0.2 } } }
        transitions: { over: { to: done, chance_per_day: 0.05 } }
      done: { outcome: ended }
  palace:
    initial: one
    stages: { one: { transitions: { splits: { to: two, hazard: "0.1 * heat" } } }, two: {} }
outcomes: { ended: {} }
variants: { hot: { set: { heat: 0.9 } } }
`;

const own = mkdtempSync(join(tmpdir(), 'juncture-'));
const data = join(own, 'data');
const scripts = resolve('docs');
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const hasR = has('Rscript', '-e', 'library(survival)');
const hasPython = has('python3', '--version');

beforeAll(() => {
  writeFileSync(join(own, 'crisis.yaml'), CRISIS);
  const args = ['compare', join(own, 'crisis.yaml'), 'baseline', 'hot', '--runs', '300', '--out', data];
  expect(juncture(args).status).toBe(0);
}, 60_000);

/** Rows of a table without quotes, by column. */
function rowsOf(path: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(columns.map((name, i) => [name, fields[i] ?? '']));
  });
}

/** Our own shares of the stages of a region, as a function of the day. */
function ownOccupation(region: string, point: string): (stage: string, day: number) => number {
  const pointOf = new Map(rowsOf(join(data, 'runs.csv')).map((run) => [run.id, run.point]));
  const rows = rowsOf(join(data, 'spells.csv')).filter(
    (spell) => spell.region === region && pointOf.get(spell.id) === point,
  );
  const stages = [...new Set(rows.flatMap(({ from, to }) => [from!, to!]))].filter((stage) => stage !== '');
  const spells = rows.map(
    ({ from, to, start, stop }): Spell => ({
      from: stages.indexOf(from!),
      to: to === '' ? null : stages.indexOf(to!),
      start: Number(start),
      stop: Number(stop),
    }),
  );
  const initial = stages.map((stage) => (stage === rows[0]!.from ? 1 : 0));
  const { times, shares } = stageOccupation(spells, initial);
  return (stage, day) => {
    const last = times.findLastIndex((time) => time <= day);
    return (shares[last] ?? initial)[stages.indexOf(stage)]!;
  };
}

describe.skipIf(!hasR)('in R, which this machine has with survival', () => {
  it.each(['street', 'palace'])('the occupation of %s is ours', (region) => {
    const out = join(own, `${region}.csv`);
    const { status, stderr, stdout } = spawnSync(
      'Rscript',
      [join(scripts, 'read-results.R'), data, region, out],
      { cwd: own, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('300 runs at each of 2 points; all 4 shares are as counted here.');
    expect(existsSync(join(own, 'results.pdf'))).toBe(true);
    const rows = rowsOf(out);
    expect(rows.length).toBeGreaterThan(200);
    for (const point of ['0', '1']) {
      const share = ownOccupation(region, point);
      const far = rows
        .filter((row) => row.point === point)
        .map((row) => Math.abs(Number(row.share) - share(row.stage!, Number(row.day))));
      expect(Math.max(...far)).toBeLessThan(1e-10);
    }
    // A spoiled table is seen: taking every stay for one that was left moves the estimate.
    const spoiled = ownOccupation(region, '0');
    const other = rows.filter((row) => row.point === '1');
    expect(
      Math.max(...other.map((row) => Math.abs(Number(row.share) - spoiled(row.stage!, Number(row.day))))),
    ).toBeGreaterThan(0.01);
  });
});

describe.skipIf(!hasPython)('in Python, which this machine has', () => {
  it('the shares are as the estimates say, and are drawn', () => {
    const { status, stdout, stderr } = spawnSync('python3', [join(scripts, 'read_results.py'), data], {
      cwd: own,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('300 runs at each of 2 points; all 4 shares are as counted here.');
    expect(stdout).toMatch(/Drew results\.png|baseline +ended +#/);
  });
});
