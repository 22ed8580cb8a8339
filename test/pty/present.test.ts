// Proves the seminar in a real terminal: play, predict, take, go back, take another way, walk the tree; a killed one goes on.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMAND } from '../helpers/command.ts';
import { SEMINAR_YAML } from '../helpers/seminar.ts';
import { Tmux, tmuxMissing } from '../helpers/tmux.ts';

const missing = tmuxMissing();

describe.skipIf(missing !== null)('the seminar in tmux', () => {
  let tmux: Tmux;
  let folder: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'juncture-seminar-'));
    writeFileSync(join(folder, 'small.yaml'), SEMINAR_YAML);
    tmux = await opened();
  });
  afterEach(async () => {
    await tmux.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const opened = () => Tmux.open({ columns: 80, rows: 24, env: { XDG_STATE_HOME: join(folder, 'state') } });

  const present = async (): Promise<void> => {
    const words = `'${process.execPath}' '${COMMAND}' present small.yaml --seed 1`;
    await tmux.type(`cd '${folder}'; clear; ${words}; echo "status $?"`);
    await tmux.keys('Enter');
    await tmux.shows(/q quit/);
  };

  test('a lesson, killed in the middle, goes on where it stood', async () => {
    await present();
    await tmux.shows(/OUTLOOK of 100 futures/);
    await tmux.keys('Space');
    await tmux.shows('2 January 2022 · day 1');
    await tmux.keys('d');
    await tmux.shows('THE PRESIDENT MUST CHOOSE');
    await tmux.shows(/2 against 1: \d+ fewer of 100 futures/);
    await tmux.keys('p');
    await tmux.type('1:9 2:14');
    await tmux.keys('Enter');
    await tmux.shows('The room said: 2 (14 hands), 1 (9)');
    await tmux.keys('2');
    await tmux.shows("the room's choice");
    await tmux.shows('way B · run 0');
    await tmux.keys('Left');
    await tmux.shows('way A · run 0');
    await tmux.keys('1');
    await tmux.shows('way C · run 0');
    // As a crash or a flat battery would end it: nothing is told to the program.
    const shell = await tmux.ask('#{pane_pid}');
    process.kill(Number(execFileSync('pgrep', ['-P', shell], { encoding: 'utf8' })), 'SIGKILL');
    await tmux.shows('status 137');
    // Such an end leaves the terminal as it was drawn.
    await tmux.close();
    tmux = await opened();
    await present();
    await tmux.shows('The seminar goes on where it stood');
    await tmux.shows('way C · run 0');
    await tmux.keys('t');
    await tmux.shows('THE WAYS TAKEN');
    await tmux.shows(/C 2 Jan 12:00 · The president: Wait · here/);
    await tmux.keys('Up', 'Enter');
    await tmux.shows('way B · run 0');
    await tmux.keys('e');
    await tmux.shows('Wrote small-handout.md and small-handout.html.');
    await tmux.keys('q');
    const end = await tmux.shows('status 0');
    expect(end).toContain('juncture present small.yaml --seed "1"');
    expect(await tmux.ask('#{alternate_on}')).toBe('0');
  }, 120_000);

  test('a leader follows on a second terminal, sees the notes, and keeps nobody out; the chart is one key away', async () => {
    const script =
      'seminar: 1\nscenario: small\nrun: 0\nstops:\n  - { at: 0, ask: "How will it end?", note: "Hands first." }\n  - { decision: response, ask: "What now?", note: "Press k." }\n';
    writeFileSync(join(folder, 'talk.yaml'), script);
    const opens = async (on: Tmux, more: string): Promise<void> => {
      const words = `'${process.execPath}' '${COMMAND}' present small.yaml --script talk.yaml ${more}`;
      await on.type(`cd '${folder}'; clear; ${words}; echo "status $?"`);
      await on.keys('Enter');
      await on.shows(/q quit/);
    };
    await opens(tmux, '--seed 1 --session talk.json');
    const leader = await opened();
    try {
      await opens(leader, '--follow talk.json');
      await leader.shows(/NOTE +Hands first\./);
      expect(await tmux.screen()).not.toContain('Hands first');
      await tmux.keys('s');
      await tmux.shows('THE PRESIDENT MUST CHOOSE');
      await leader.shows(/NOTE +Press k\./);
      await leader.shows(/2 +Order the p.* odds 25/);
      await tmux.keys('c');
      await tmux.shows(/● Protest/);
      expect(await tmux.screen()).toContain('○ Talks');
      await tmux.keys('Escape');
      await tmux.shows('MUST CHOOSE');
      await tmux.keys('2');
      await leader.shows('way B');
      await leader.resize(60, 15);
      await leader.shows(/STOP .*2 of 2/);
      await leader.keys('q');
      await leader.shows('status 0');
      expect(await leader.ask('#{alternate_on}')).toBe('0');
    } finally {
      await leader.close();
    }
    await tmux.keys('q');
    await tmux.shows('status 0');
  }, 120_000);
});
