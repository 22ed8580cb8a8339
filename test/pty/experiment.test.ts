// Proves in a real terminal that a long experiment has a screen, that p pauses it, and that q ends it with what is done.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMAND } from '../helpers/command.ts';
import { Tmux, tmuxMissing } from '../helpers/tmux.ts';

const missing = tmuxMissing();
/** Enough for any machine to be at work on while the screen is read. */
const MANY = 3_000_000;

describe.skipIf(missing !== null)('a long experiment in tmux', () => {
  let tmux: Tmux;
  let folder: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'juncture-long-'));
    tmux = await Tmux.open({ columns: 80, rows: 24 });
  });
  afterEach(async () => {
    await tmux.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (...words: readonly (string | number)[]): Promise<void> => {
    await tmux.type(
      `cd '${folder}'; clear; echo before; '${process.execPath}' '${COMMAND}' ${words.join(' ')}; echo "status $?"`,
    );
    await tmux.keys('Enter');
  };

  test('how far it is and what the runs say; p pauses, q shows and keeps what is done', async () => {
    await start('sweep kazakhstan-2022 --over loyalty=0.2,0.5,0.8 --runs', MANY, '--out data');
    const screen = await tmux.shows(/loyalty 0\.2 +loyalty 0\.5 +loyalty 0\.8/);
    expect(await tmux.ask('#{alternate_on} #{cursor_flag}')).toBe('1 0');
    const lines = screen.split('\n');
    expect(lines[0]).toContain('Kazakhstan, January 2022');
    expect(lines[1]).toMatch(/of 9,000,000 runs · .*left/);
    expect(lines[2]).toMatch(/3 points, [\d,]+ runs of each · [\d,]+ runs a second · no faults/);
    expect(lines[22]).toMatch(/^ p pause {2}q stop/);
    await tmux.keys('p');
    await tmux.shows('paused');
    await tmux.keys('p');
    await tmux.shows(/min left|h left|h \d+ min left| s left/);
    await tmux.keys('q');
    const after = await tmux.shows('status 130');
    expect(after).toContain('Interrupted; what is shown rests on the runs that were done.');
    expect(await tmux.ask('#{alternate_on} #{cursor_flag} #{wrap_flag}')).toBe('0 1 1');
    const manifest = JSON.parse(readFileSync(join(folder, 'data', 'manifest.json'), 'utf8')) as {
      readonly runs_done: number;
    };
    expect(manifest.runs_done).toBeGreaterThan(0);
    expect(readdirSync(join(folder, 'data', 'figures'))).toEqual(['sweep-loyalty.svg']);
  });

  test('with --plain, and where it is short, there is no screen', async () => {
    await start('sweep kazakhstan-2022 --over loyalty=0.2,0.8 --runs 20000 --plain');
    await tmux.shows(/[█·]+ \d+ of 40000 runs/);
    expect(await tmux.ask('#{alternate_on}')).toBe('0');
    await tmux.keys('C-c');
    await tmux.shows(/status (130|0)/);
  });
});
