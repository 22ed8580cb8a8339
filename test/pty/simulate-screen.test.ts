// Proves in a real terminal that the screen draws, follows the window, and always gives the terminal back.
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Tmux, tmuxMissing } from '../helpers/tmux.ts';

const DEMO = fileURLToPath(new URL('../helpers/demo-simulation.ts', import.meta.url));
const missing = tmuxMissing();

/** Starts the demo; afterwards the shell says its exit status. */
async function start(tmux: Tmux, ...terms: readonly (string | number)[]): Promise<void> {
  await tmux.type(
    `clear; echo before; '${process.execPath}' --import tsx '${DEMO}' ${terms.join(' ')}; echo "status $?"`,
  );
  await tmux.keys('Enter');
}

/** The keys stand in this line (from 0): the frame has the size of the window. */
const keysInLine = (line: number): RegExp => new RegExp(`^(?:[^\\n]*\\n){${line}}[^\\n]*q quit *\\n`);

/** The terminal is as it was: main screen, cursor, cooked keys, wrapping. */
async function expectGivenBack(tmux: Tmux): Promise<void> {
  expect(await tmux.ask('#{alternate_on} #{cursor_flag} #{wrap_flag}')).toBe('0 1 1');
  await tmux.type('stty -a | tr " " "\\n" | grep -xE -- "-?(icanon|echo);?" | tr "\\n" " "; echo told');
  await tmux.keys('Enter');
  expect(await tmux.shows(/^icanon;? echo;? told/m)).not.toMatch(/-icanon|-echo/);
}

describe.skipIf(missing !== null)('the simulate screen in tmux', () => {
  let tmux: Tmux;
  beforeEach(async () => {
    tmux = await Tmux.open({ columns: 80, rows: 24 });
  });
  afterEach(async () => {
    await tmux.close();
  });

  test('shows runs coming in, then q ends it with status 0 and the screen before it', async () => {
    await start(tmux, 400, 50);
    const screen = await tmux.shows('400 of 400 runs · done');
    expect(await tmux.ask('#{alternate_on} #{cursor_flag}')).toBe('1 0');
    const lines = screen.split('\n');
    expect(lines[0]).toContain('Kazakhstan, January 2022');
    expect(lines[22]).toMatch(/q quit *$/);
    await tmux.keys('q');
    const after = await tmux.shows('status 0');
    expect(after).toContain('before');
    expect(after).toContain('left with 400 runs, done');
    expect(after).not.toContain('HOW IT ENDS');
    await expectGivenBack(tmux);
  });

  test('Ctrl-C while runs come in: status 130, what was done is kept', async () => {
    await start(tmux, 400, 50, 'endless');
    await tmux.shows('400 of 400 runs');
    await tmux.keys('C-c');
    await tmux.shows('status 130');
    expect(await tmux.screen()).toContain('left with 400 runs, interrupted');
    await expectGivenBack(tmux);
  });

  test.each(['TERM', 'INT', 'HUP'])('the signal %s', async (signal) => {
    await start(tmux, 400, 50, 'endless');
    await tmux.shows('400 of 400 runs');
    const pid = await tmux.ask('#{pane_pid}');
    process.kill(await childOf(Number(pid)), `SIG${signal}`);
    expect(await tmux.shows('status 130')).toContain(`interrupted by SIG${signal}`);
    await expectGivenBack(tmux);
  });

  test('Ctrl-Z sets it aside with the terminal given back; fg brings it up, and its keys, and a new size', async () => {
    await start(tmux, 400, 50);
    await tmux.shows('400 of 400 runs · done');
    await tmux.keys('C-z');
    const aside = await tmux.shows(/status 1\d\d/);
    expect(aside).toContain('before');
    expect(aside).not.toContain('HOW IT ENDS');
    await expectGivenBack(tmux);
    await tmux.type('fg');
    await tmux.keys('Enter');
    await tmux.shows(keysInLine(22));
    expect(await tmux.ask('#{alternate_on} #{cursor_flag}')).toBe('1 0');
    await tmux.keys('?');
    await tmux.shows('KEYS');
    await tmux.keys('?', 'C-z');
    await tmux.shows(/told/);
    await tmux.resize(100, 30);
    await tmux.type('fg');
    await tmux.keys('Enter');
    await tmux.shows(keysInLine(28));
    await tmux.keys('q');
    expect(await tmux.shows('left with 400 runs, done')).not.toContain('HOW IT ENDS');
    await expectGivenBack(tmux);
  });

  test('a crash: the terminal is given back before the trace is printed', async () => {
    await start(tmux, 400, 50, 'crash');
    const after = await tmux.shows(/status [1-9]/);
    expect(after).toContain('the demo crashes');
    await expectGivenBack(tmux);
  });

  test('work that fails: the terminal is given back, the error is read', async () => {
    await start(tmux, 400, 50, 'reject');
    expect(await tmux.shows(/status [1-9]/)).toContain('the demo run has a fault');
    await expectGivenBack(tmux);
  });

  test('follows the window: larger, smaller, too small, and back, without ghosts', async () => {
    await start(tmux, 400, 20);
    await tmux.shows('· done');
    await tmux.resize(120, 40);
    const large = (await tmux.shows('THE SECURITY SERVICES')).split('\n');
    expect(large[38]).toMatch(/q quit *$/);
    await tmux.resize(60, 15);
    const small = (await tmux.shows('1 of 5  How it ends')).split('\n');
    expect(small[13]).toMatch(/q quit *$/);
    expect(small.filter((line) => line.includes('Kazakhstan'))).toHaveLength(1);
    await tmux.resize(50, 12);
    await tmux.shows('needs 60 by 15');
    await tmux.resize(80, 24);
    const back = (await tmux.shows('[1 How it ends]')).split('\n');
    expect(back.filter((line) => line.includes('HOW IT ENDS'))).toHaveLength(1);
    expect(back[22]).toMatch(/q quit *$/);
    // Nothing of all that went to the scrollback.
    await tmux.keys('q');
    await tmux.shows('status 0');
    expect(await tmux.scrollback()).not.toContain('HOW IT ENDS');
  });

  test('keys: views, two arrows in one chunk, help', async () => {
    await start(tmux, 400, 20);
    await tmux.shows('· done');
    await tmux.keys('Tab');
    await tmux.shows('[2 Day by day]');
    await tmux.keys('Right', 'Right');
    await tmux.shows('region 3 of 3');
    await tmux.keys('BTab');
    await tmux.shows('[1 How it ends]');
    await tmux.keys('?');
    await tmux.shows('HOW TO READ IT');
    await tmux.keys('Escape');
    await tmux.shows('HOW IT ENDS');
    await tmux.keys('q');
    await tmux.shows('status 0');
  });

  test('p pauses and goes on', async () => {
    await start(tmux, 400, 1000);
    await tmux.shows(/[1-9]\d* of 400 runs · \d+ s left/);
    await tmux.keys('p');
    await tmux.shows('· paused');
    await tmux.keys('p');
    await tmux.shows('400 of 400 runs · done');
    await tmux.keys('q');
    await tmux.shows('status 0');
  });
});

describe.skipIf(missing !== null)('colours', () => {
  test('NO_COLOR: the same words, no colours, charts of letters', async () => {
    const tmux = await Tmux.open({ columns: 80, rows: 24, env: { NO_COLOR: '1' } });
    try {
      await start(tmux, 400, 20);
      await tmux.shows('· done');
      await tmux.keys('2');
      await tmux.shows(/100┤P+/);
      const coloured = await tmux.colouredScreen();
      const sequences = coloured
        .split('\u001b[')
        .slice(1)
        .map((part) => part.slice(0, part.indexOf('m')));
      // Bold and faint only, and the terminal's own colours: no 30–38, 40–48, 90–107.
      for (const sequence of sequences) expect(sequence).toMatch(/^(?:\d|2\d|[34]9)?(?:;(?:\d|2\d|[34]9))*$/);
    } finally {
      await tmux.close();
    }
  });
});

/** The process that the shell runs. */
async function childOf(shell: number): Promise<number> {
  const { readFileSync } = await import('node:fs');
  const children = readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim().split(' ');
  return Number(children[0]);
}
