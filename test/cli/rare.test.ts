/** Proves what `rare` prints and how it refuses, and what `simulate` says of rare outcomes, on the built command. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { juncture } from '../helpers/command.ts';

const LADDER = join('scenarios', 'exact', 'ladder.yaml');
const SMALL = ['--runs', '200', '--replications', '4'];

describe('rare', () => {
  it('tells the chance, the levels and what plain sampling would take', () => {
    const { status, stdout } = juncture(['rare', LADDER, '--outcome', 'reached', ...SMALL]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/The top is reached comes [\d.]+ times in 1?0*,?000,?0* runs/);
    expect(stdout).toContain('LEVELS on the way');
    expect(stdout).toMatch(/Plain sampling takes about [\d,]+ runs/);
  });

  it('gives the same bytes for any number of workers, and again by its own command', () => {
    const args = ['rare', LADDER, '--outcome', 'reached', ...SMALL, '--json'];
    const one = juncture([...args, '--workers', '1']).stdout;
    expect(juncture([...args, '--workers', '3']).stdout).toBe(one);
    const { manifest, replications, levels_from } = JSON.parse(one);
    expect(juncture([...manifest.command.split(' ').slice(1), '--json']).stdout).toBe(one);
    expect(replications).toHaveLength(4);
    expect(levels_from).toBe('chart');
  });

  it('takes levels that are named, and says what there is not', () => {
    const named = ['--levels', 'ladder.second,ladder.up_4'];
    const args = ['rare', LADDER, '--outcome', 'reached', '--set', 'climb=0.3', ...SMALL];
    const { manifest, levels_from } = JSON.parse(juncture([...args, ...named, '--json']).stdout);
    expect(manifest.levels).toEqual(['second', 'up 4']);
    expect(levels_from).toBe('named');
    const unknown = juncture([...args, '--levels', 'ladder.secnd']);
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain(
      'There is no stage or happening `ladder.secnd`. Did you mean `ladder.second`?',
    );
    expect(juncture(['rare', LADDER]).stderr).toContain('Say which outcome');
    expect(juncture(['rare', LADDER, '--outcome', 'reachd']).stderr).toContain('Did you mean `reached`?');
  });
});

describe('simulate', () => {
  it('says of an outcome below 1 in 1,000 how many runs it takes, and offers the command', () => {
    const { stdout } = juncture(['simulate', LADDER, '--set', 'climb=0.15', '--runs', '10000']);
    expect(stdout).toContain('The top is reached came in 2 of 10,000 runs');
    // 1.96² · (1 − p)/(0.1² · p) for p = 2/10,000 is 1,920,335.
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('takes about 1,900,000 runs by plain sampling');
    expect(stdout).toContain(`juncture rare ${LADDER} --outcome reached --seed 2022 --set climb=0.15`);
    const common = juncture(['simulate', join('scenarios', 'exact', 'die.yaml'), '--runs', '2000']).stdout;
    expect(common).not.toContain('juncture rare');
  });
});
