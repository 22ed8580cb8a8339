// Proves the lab in a real terminal, a whole lesson long: move, see, sweep, drill, read a story, save, crash, reopen.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMAND } from '../helpers/command.ts';
import { Tmux, tmuxMissing } from '../helpers/tmux.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));
const missing = tmuxMissing();

/** Small, so that every picture is there at once on any machine. */
const CRISIS = `juncture: 1
title: A small crisis
summary: A police that may waver.
sources: { book: "A. Author (2011). A book." }
time: { start: 2022-01-01, step: 1 day, horizon: 20 days }
parameters:
  loyalty: { label: Loyalty of the police, baseline: 0.5, range: [0, 1], distribution: { beta: { sd: 0.15 } }, source: book, note: It is contested. }
  anger: { label: Anger, baseline: 0.5, range: [0, 1], distribution: { uniform: [0.2, 0.8] }, source: assumption }
regions:
  street:
    initial: protest
    stages:
      protest:
        transitions:
          riot: { to: riot, hazard: "0.3 * anger * (1 - loyalty)" }
          calms: { to: calm, hazard: "0.05 + 0.05 * loyalty" }
      riot:
        transitions:
          is_cleared: { to: cleared, hazard: "0.3 * loyalty" }
          topples: { to: fallen, hazard: "0.2 * (1 - loyalty)" }
      calm: { outcome: calm }
      cleared: { outcome: cleared }
      fallen: { outcome: falls }
outcomes: { calm: { label: It calms down }, cleared: { label: The riot is cleared }, falls: { label: The government falls } }
`;

describe.skipIf(missing !== null)('the lab in tmux', () => {
  let tmux: Tmux;
  let folder: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'juncture-lesson-'));
    writeFileSync(join(folder, 'crisis.yaml'), CRISIS);
    tmux = await opened();
  });
  afterEach(async () => {
    await tmux.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const opened = (env: Readonly<Record<string, string>> = {}) =>
    Tmux.open({ columns: 80, rows: 24, env: { XDG_STATE_HOME: join(folder, 'state'), ...env } });

  /** Types the command; afterwards the shell says its exit status. */
  const lab = async (scenario = 'crisis.yaml', ...more: readonly string[]): Promise<void> => {
    const words = `'${process.execPath}' '${COMMAND}' lab ${scenario} ${more.join(' ')}`;
    await tmux.type(`cd '${folder}'; clear; ${words}; echo "status $?"`);
    await tmux.keys('Enter');
    await tmux.shows(/[1-9][\d,]* runs ±/);
  };

  const left = (count: number): readonly string[] => Array.from({ length: count }, () => 'Left');

  test('a lesson: move an assumption, see the change, sweep, what matters, drill, a story, save, reopen', async () => {
    await lab();
    expect((await tmux.screen()).split('\n')[22]).toMatch(/q quit *$/);
    await tmux.keys(...left(4));
    // 0.50 to 0.30: fewer are cleared, more topple; the sentence says the largest change.
    await tmux.shows(/0\.50 → 0\.30/);
    const moved = await tmux.shows(/The government falls: 1\d more of 100 runs/);
    expect(moved).toMatch(/1 assumption varies, 1 held · seed 2022/);
    await tmux.keys('i');
    expect(await tmux.shows('RESTS ON')).toMatch(/A\. Author \(2011\)/);
    await tmux.keys('Escape');
    await tmux.keys('g');
    await tmux.shows(/ALONG LOYALTY OF THE POLICE +4,000 runs each/);
    await tmux.shows('The likeliest ending tips');
    await tmux.keys('Escape');
    await tmux.shows('ASSUMPTIONS');
    await tmux.keys('o');
    await tmux.shows(/WHAT MATTERS FOR THE GOVERNMENT FALLS +5,000 runs each/);
    await tmux.keys('Escape');
    await tmux.shows('ASSUMPTIONS');
    await tmux.keys('d');
    await tmux.shows(/RUNS THAT END: THE GOVERNMENT FALLS/);
    await tmux.shows(/of 2,000 runs looked at\./);
    await tmux.keys('Enter');
    expect(await tmux.shows(/RUN \d+/)).toMatch(/1 of \d+ that end so/);
    await tmux.shows('It begins');
    await tmux.keys('n');
    await tmux.shows(/2 of \d+ that end so/);
    await tmux.keys('Escape');
    await tmux.shows('RUNS THAT END');
    await tmux.keys('Escape');
    await tmux.shows('ASSUMPTIONS');
    await tmux.keys('s');
    await tmux.shows('Name of the variant');
    await tmux.type('soft');
    await tmux.keys('Enter');
    await tmux.shows('Saved crisis-soft.yaml');
    await tmux.keys('q');
    const after = await tmux.shows('status 0');
    expect(after).toContain('juncture lab crisis-soft.yaml --seed 2022 --variant soft');
    expect(after).toContain('juncture lab crisis.yaml --seed 2022 --set loyalty=0.3');
    expect(await tmux.ask('#{alternate_on} #{cursor_flag}')).toBe('0 1');
    await lab('crisis-soft.yaml', '--variant', 'soft');
    await tmux.shows(/held at 0\.30|0\.50 → 0\.30/);
    await tmux.keys('q');
    await tmux.shows('status 0');
  });

  test('the futures of a moment of a run: from its story, moment by moment and back, and from a day', async () => {
    await lab();
    await tmux.keys('d');
    await tmux.shows(/of 2,000 runs looked at\./);
    await tmux.keys('Enter');
    await tmux.shows('It begins');
    await tmux.keys('Down');
    await tmux.shows(/▸ +\d+ Jan/);
    await tmux.keys('f');
    const page = await tmux.shows(/FUTURES FROM \d+ JAN .* moment 2 of \d/);
    expect(page).toContain('In this run comes next:');
    // What happened stands beside its not happening in that step.
    await tmux.shows(/B +Not in this step: .*(more|fewer|cannot tell) \(/);
    await tmux.keys('Left');
    await tmux.shows(/moment 1 of \d/);
    await tmux.keys('e');
    await tmux.shows(/Wrote crisis-futures-run-\d+\.svg/);
    await tmux.keys('Escape');
    await tmux.shows(/RUN \d+/);
    await tmux.keys('Escape');
    await tmux.shows('RUNS THAT END');
    await tmux.keys('Escape');
    await tmux.shows('ASSUMPTIONS');
    await tmux.keys('Tab', '}', '}');
    await tmux.shows('2 Jan marked');
    await tmux.keys('f');
    await tmux.shows(/FUTURES FROM/);
    await tmux.keys('q');
    await tmux.shows('status 0');
  });

  test('holding a key: the last value counts, and its runs are shown', async () => {
    await lab();
    await tmux.keys(...left(30));
    await tmux.shows(/0\.50 → 0\.00/);
    await tmux.keys(...Array.from({ length: 12 }, () => 'Right'));
    await tmux.shows(/0\.50 → 0\.60/);
    await tmux.shows(/100,000 runs/);
    await tmux.keys('0');
    await tmux.shows('varies around 0.50');
    await tmux.keys('q');
    await tmux.shows('status 0');
  });

  test('a typed value, undo and redo, a mark', async () => {
    await lab();
    await tmux.type('.25');
    await tmux.keys('Enter');
    await tmux.shows(/0\.50 → 0\.25/);
    await tmux.keys('u');
    await tmux.shows('varies around 0.50');
    await tmux.keys('C-r');
    await tmux.shows(/0\.50 → 0\.25/);
    await tmux.keys('b');
    await tmux.keys('Right');
    await tmux.shows(/was: what you marked/);
    await tmux.keys('q');
    await tmux.shows('status 0');
  });

  test('figure and data are written beside the user', async () => {
    await lab();
    await tmux.keys('e');
    await tmux.shows('Wrote crisis-ends.svg and crisis-ends.csv');
    await tmux.keys('q');
    await tmux.shows('status 0');
    expect(readFileSync(join(folder, 'crisis-ends.csv'), 'utf8')).toMatch(/^side,outcome,/);
    expect(readdirSync(folder)).toContain('crisis-ends.svg');
  });

  test('the file is saved in an editor: the change against the version before, and faults in place', async () => {
    await lab();
    await tmux.keys('Left');
    await tmux.shows(/100,000 runs/);
    writeFileSync(join(folder, 'crisis.yaml'), CRISIS.replace('0.3 * anger', '0.9 * anger'));
    await tmux.shows('"was" is the version before');
    await tmux.shows(/It calms down: \d+ fewer of 100 runs/);
    writeFileSync(join(folder, 'crisis.yaml'), CRISIS.replace('0.3 * anger', '0.9 * angr'));
    expect(await tmux.shows('THE FILE HAS FAULTS')).toContain('Did you mean `anger`?');
    writeFileSync(join(folder, 'crisis.yaml'), CRISIS);
    await tmux.shows('ASSUMPTIONS');
    await tmux.shows(/0\.50 → 0\.45/);
    await tmux.keys('q');
    await tmux.shows('status 0');
  });

  test('the terminal goes away: reopening offers what was set', async () => {
    await lab();
    await tmux.keys(...left(2));
    await tmux.shows(/0\.50 → 0\.40/);
    const shell = Number(await tmux.ask('#{pane_pid}'));
    await tmux.close();
    await gone(shell);
    tmux = await opened();
    await lab();
    await tmux.shows('THE LAB WAS LEFT WITHOUT BEING QUIT');
    await tmux.keys('Enter');
    await tmux.shows(/0\.50 → 0\.40/);
    await tmux.keys('q');
    await tmux.shows('status 0');
    await lab();
    expect(await tmux.screen()).toContain('ASSUMPTIONS');
    await tmux.keys('q');
    await tmux.shows('status 0');
  });

  test('killed as soon as a key is on the screen, it offers that key, too', async () => {
    await lab();
    await tmux.keys('Left');
    await tmux.shows(/0\.50 → 0\.45/);
    const shell = await tmux.ask('#{pane_pid}');
    process.kill(Number(execFileSync('pgrep', ['-P', shell], { encoding: 'utf8' })), 'SIGKILL');
    await tmux.shows('status 137');
    // Such an end leaves the terminal as it was drawn.
    await tmux.close();
    tmux = await opened();
    await lab();
    await tmux.shows('THE LAB WAS LEFT WITHOUT BEING QUIT');
    await tmux.keys('Enter');
    await tmux.shows(/0\.50 → 0\.45/);
    await tmux.keys('q');
    await tmux.shows('status 0');
  });

  test('Ctrl-C, Ctrl-Z and fg give the terminal back', async () => {
    await lab();
    await tmux.keys('Left');
    await tmux.shows(/0\.50 → 0\.45/);
    await tmux.keys('C-z');
    await tmux.shows(/Stopped|suspended/i);
    expect(await tmux.ask('#{alternate_on} #{cursor_flag}')).toBe('0 1');
    await tmux.type('fg');
    await tmux.keys('Enter');
    await tmux.shows(/0\.50 → 0\.45/);
    await tmux.keys('Left');
    await tmux.shows(/0\.50 → 0\.40/);
    await tmux.keys('C-c');
    expect(await tmux.shows(/--set loyalty=0\.4/)).not.toContain('ASSUMPTIONS');
    expect(await tmux.ask('#{alternate_on} #{cursor_flag}')).toBe('0 1');
  });

  test('follows the window: larger, reduced, too small, and back', async () => {
    await lab();
    await tmux.keys('Left');
    await tmux.resize(200, 60);
    await tmux.shows('WHAT HAPPENED');
    await tmux.resize(60, 15);
    const small = (await tmux.shows(/HOW IT ENDS/)).split('\n');
    expect(small[13]).toMatch(/q quit *$/);
    await tmux.resize(50, 10);
    await tmux.shows('Enlarge it');
    await tmux.resize(80, 24);
    const back = (await tmux.shows('HOW IT ENDS')).split('\n');
    expect(back.filter((line) => line.includes('HOW IT ENDS'))).toHaveLength(1);
    await tmux.keys('q');
    await tmux.shows('status 0');
    expect(await tmux.scrollback()).not.toContain('HOW IT ENDS');
  });

  test('a scenario that faults at some settings says where, counts those runs and goes on', async () => {
    copyFileSync(join(FIXTURES, 'cli', 'faults-at-some-settings.yaml'), join(folder, 'faults.yaml'));
    await lab('faults.yaml');
    await tmux.type('.7');
    await tmux.keys('Enter');
    await tmux.shows(/! [\d,]+ of [\d,]+ runs could not go on and are left out: .*hazard/s);
    await tmux.keys('0');
    await tmux.shows(/100,000 runs ±/);
    await tmux.keys('q');
    await tmux.shows('status 0');
  });

  test('NO_COLOR: the same words and signs, no colours', async () => {
    await tmux.close();
    tmux = await opened({ NO_COLOR: '1' });
    await lab();
    await tmux.keys(...left(4));
    await tmux.shows(/The government falls: 1\d more of 100 runs/);
    expect(await tmux.screen()).toMatch(/▲1\d/);
    expect(await tmux.colouredScreen()).not.toMatch(/\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9\d)(?:;\d+)*m/);
    await tmux.keys('q');
    await tmux.shows('status 0');
  });

  test('--plain asks and answers in lines', async () => {
    await tmux.type(
      `cd '${folder}'; clear; '${process.execPath}' '${COMMAND}' lab crisis.yaml --plain; echo "status $?"`,
    );
    await tmux.keys('Enter');
    await tmux.shows(/^> ?$/m);
    await tmux.type('set loyalty 0.3');
    await tmux.keys('Enter');
    await tmux.shows(/The government falls: .* 1\d more of 100 runs/);
    await tmux.type('quit');
    await tmux.keys('Enter');
    await tmux.shows('status 0');
  });
});

/** Waits until no process has this one as its parent any more. */
async function gone(parent: number): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const parents = execFileSync('ps', ['-A', '-o', 'ppid=,args=']).toString();
    const lines = parents
      .split('\n')
      .filter((line) => line.includes('juncture.js') && line.includes('crisis.yaml'));
    if (lines.length === 0) return;
    if (performance.now() > deadline) throw new Error(`Still there under ${parent}:\n${lines.join('\n')}`);
    await new Promise((go) => setTimeout(go, 50));
  }
}
