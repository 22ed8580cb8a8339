// Proves the simulate screen as it is used: frames at three sizes, keys, live runs, resize, and leaving it.
import { afterEach, describe, expect, test } from 'vitest';
import { openSimulation, type SimulationEnd, type StartSimulation } from '../../src/tui/index.ts';
import { crisisScenario } from '../helpers/crisis-scenario.ts';
import { asKeyboard, asTerminal, FakeKeyboard, FakeTerminal, KEY, shows } from '../helpers/fake-terminal.ts';
import { crisisResult } from '../helpers/simulation-result.ts';

interface Session {
  readonly terminal: FakeTerminal;
  readonly keyboard: FakeKeyboard;
  readonly end: Promise<SimulationEnd>;
  /** Hands runs to the screen, as the engines would. */
  readonly update: (done: number) => void;
  readonly finish: (done: number) => void;
  readonly fail: (error: Error) => void;
  /** What `start` was given; null before it was called. */
  readonly started: () => Parameters<StartSimulation> | null;
}

const RUNS = 1000;
const open: Session[] = [];

interface Terms {
  readonly columns?: number;
  readonly rows?: number;
  readonly depth?: number;
  readonly noColour?: boolean;
  readonly interrupt?: AbortSignal;
}

function session({ columns = 80, rows = 24, depth = 1, noColour = false, interrupt }: Terms = {}): Session {
  const terminal = new FakeTerminal({ columns, rows, depth });
  const keyboard = new FakeKeyboard();
  let started: Parameters<StartSimulation> | null = null;
  let finish: (done: number) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const end = openSimulation({
    scenario: crisisScenario(),
    runs: RUNS,
    manifest: crisisResult(0, RUNS).manifest,
    stdout: asTerminal(terminal),
    stdin: asKeyboard(keyboard),
    noColour,
    ...(interrupt === undefined ? {} : { interrupt }),
    start: (...given) => {
      started = given;
      return new Promise((resolve, reject) => {
        finish = (done) => resolve(crisisResult(done, RUNS));
        fail = reject;
      });
    },
  });
  const one: Session = {
    terminal,
    keyboard,
    end,
    update: (done) =>
      started![0](crisisResult(done, RUNS), { done, total: RUNS, secondsLeft: (RUNS - done) / 100 }),
    finish: (done) => finish(done),
    fail: (error) => fail(error),
    started: () => started,
  };
  open.push(one);
  return one;
}

/** A session whose app is up and has runs. */
async function running(terms: Terms = {}): Promise<Session> {
  const one = session(terms);
  await shows(one.terminal, () => one.started() !== null);
  one.update(300);
  // A screen that does not come up says why.
  await Promise.race([shows(one.terminal, '300 of 1,000 runs'), one.end]);
  return one;
}

afterEach(async () => {
  for (const one of open.splice(0)) {
    one.finish(RUNS);
    one.keyboard.type('q');
    await one.end.catch(() => {});
  }
});

describe('frames', () => {
  test.each([
    [60, 15],
    [80, 24],
    [120, 40],
  ])('%i × %i: the answer, the progress and last the keys', async (columns, rows) => {
    const { terminal } = await running({ columns, rows });
    const lines = terminal.lines();
    expect(lines[0]).toContain('Kazakhstan, January 2022');
    expect(terminal.text()).toContain('■ Held with foreign tro');
    expect(terminal.text()).toMatch(/of 100 runs +(share +)?95 % interval/);
    expect(lines[rows - 2]).toMatch(/tab view.*q quit$/);
    expect(lines[rows - 1]).toBe('');
  });

  test('the first is on the screen before any work begins, and has no runs', async () => {
    const one = session();
    expect(one.started()).toBeNull();
    expect(one.terminal.text()).toContain('0 of 1,000 runs · starting');
    expect(one.terminal.text()).toContain('Held with foreign troops');
    expect(one.terminal.text()).toContain('--runs 1000 --seed 2022');
    expect(one.terminal.alternate).toBe(true);
    await shows(one.terminal, () => one.started() !== null);
  });

  test('in colour the same words stand as without', async () => {
    const plain = await running({ depth: 24, noColour: true });
    const coloured = await running({ depth: 24 });
    expect(coloured.terminal.text()).toBe(plain.terminal.text());
    expect(coloured.terminal.writes.join('')).toContain('38;2;213;94;0');
    expect(plain.terminal.writes.join('')).not.toMatch(/\[[34]8;|\[[34]\dm|\[9\dm/);
  });
});

describe('live', () => {
  test('runs come in, then are done', async () => {
    const one = await running();
    one.update(700);
    await shows(one.terminal, '700 of 1,000 runs · 3 s left');
    one.finish(RUNS);
    await shows(one.terminal, '1,000 of 1,000 runs · done');
    expect(one.terminal.text()).not.toContain('p pause');
  });

  test('an update writes only lines that changed, in one write, and never clears the screen', async () => {
    const one = await running();
    const before = one.terminal.lines();
    const writes = one.terminal.writes.length;
    one.update(310);
    await shows(one.terminal, '310 of 1,000 runs');
    expect(one.terminal.writes).toHaveLength(writes + 1);
    expect(one.terminal.writes.at(-1)).not.toMatch(/\[\d?J/);
    const after = one.terminal.lines();
    const changed = after.flatMap((line, row) => (line === before[row] ? [] : [row]));
    const touched = [...new Set(one.terminal.touched.at(-1))];
    expect(touched.sort((a, b) => a - b)).toEqual(changed);
  });

  test('a key that changes nothing writes nothing', async () => {
    const one = await running();
    const writes = one.terminal.writes.length;
    one.keyboard.type(`x${KEY.up}${KEY.escape}`);
    one.keyboard.type('3');
    await shows(one.terminal, '[3 Measures]');
    expect(one.terminal.writes).toHaveLength(writes + 1);
  });

  test('p pauses the work and p goes on', async () => {
    const one = await running();
    const control = one.started()![2];
    one.keyboard.type('p');
    await shows(one.terminal, '· paused');
    expect(control.paused()).toBe(true);
    const resumed = control.resumed();
    one.keyboard.type('p');
    await resumed;
    await shows(one.terminal, (text) => !text.includes('paused'));
  });
});

describe('keys', () => {
  test('tab and shift-tab turn the views, digits go to them', async () => {
    const { terminal, keyboard } = await running();
    keyboard.type('\t');
    await shows(terminal, '[2 Day by day]');
    keyboard.type(KEY.shiftTab);
    await shows(terminal, '[1 How it ends]');
    keyboard.type('5');
    await shows(terminal, '[5 Assumptions]');
    keyboard.type('\t');
    await shows(terminal, '[1 How it ends]');
  });

  test('two arrows in one chunk both count', async () => {
    const { terminal, keyboard } = await running({ columns: 60, rows: 15 });
    keyboard.type('4');
    await shows(terminal, 'What happened');
    keyboard.type(KEY.down + KEY.down);
    await shows(terminal, '↑ 2');
    keyboard.type(KEY.up);
    await shows(terminal, '↑ 1');
    keyboard.type('1');
    keyboard.type(KEY.right + KEY.right);
    await shows(terminal, 'THE SECURITY SERVICES');
  });

  test('letters in one chunk all count', async () => {
    const { terminal, keyboard } = await running({ columns: 60, rows: 15 });
    keyboard.type('4jjj');
    await shows(terminal, '↑ 3');
  });

  test('? opens the help and closes it, escape too', async () => {
    const { terminal, keyboard } = await running();
    keyboard.type('?');
    await shows(terminal, 'HOW TO READ IT');
    keyboard.type('?');
    await shows(terminal, 'HOW IT ENDS');
    keyboard.type('?');
    await shows(terminal, 'HOW TO READ IT');
    keyboard.type(KEY.escape);
    await shows(terminal, 'HOW IT ENDS');
  });

  test('r reveals history', async () => {
    const { terminal, keyboard } = await running();
    keyboard.type('3r');
    await shows(terminal, '▲ history: 238');
  });
});

describe('resize', () => {
  test('lays the screen out anew, larger and smaller, with nothing left over', async () => {
    const { terminal } = await running();
    terminal.resize(120, 40);
    await shows(terminal, 'THE SECURITY SERVICES');
    expect(terminal.lines()[38]).toMatch(/q quit$/);
    terminal.resize(60, 15);
    await shows(terminal, '1 of 5  How it ends');
    expect(terminal.lines()[13]).toMatch(/q quit$/);
    expect(terminal.lines()[14]).toBe('');
    expect(terminal.text()).not.toContain('share');
  });

  test('too small says so, and comes back', async () => {
    const { terminal } = await running();
    terminal.resize(40, 10);
    await shows(terminal, 'needs 60 by 15');
    expect(terminal.text()).not.toContain('Kazakhstan');
    terminal.resize(80, 24);
    await shows(terminal, 'Kazakhstan');
  });
});

describe('leaving', () => {
  test('q gives the terminal back, stops the work and returns what is done', async () => {
    const one = await running();
    const [, signal] = one.started()!;
    one.keyboard.type('q');
    await shows(one.terminal, () => signal.aborted);
    expect(one.terminal.alternate).toBe(false);
    expect(one.terminal.cursorShown).toBe(true);
    expect(one.terminal.wraps).toBe(true);
    expect(one.keyboard.raw).toBe(false);
    one.fail(new Error('aborted'));
    await expect(one.end).resolves.toMatchObject({ interrupted: true, signal: null, result: { runs: 300 } });
  });

  test('what the work hands back after it was stopped is taken', async () => {
    const one = await running();
    one.keyboard.type('q');
    await shows(one.terminal, () => one.started()![1].aborted);
    one.finish(450);
    await expect(one.end).resolves.toMatchObject({ interrupted: true, result: { runs: 450 } });
  });

  test('q after the last run is no interruption', async () => {
    const one = await running();
    one.finish(RUNS);
    await shows(one.terminal, '· done');
    one.keyboard.type('q');
    await expect(one.end).resolves.toMatchObject({ interrupted: false, result: { runs: RUNS } });
  });

  test('Ctrl-C', async () => {
    const one = await running();
    one.keyboard.type(KEY.ctrlC);
    await shows(one.terminal, () => one.started()![1].aborted);
    one.fail(new Error('aborted'));
    await expect(one.end).resolves.toMatchObject({ interrupted: true });
    expect(one.terminal.alternate).toBe(false);
  });

  test('the caller may interrupt it', async () => {
    const stop = new AbortController();
    const one = await running({ interrupt: stop.signal });
    stop.abort();
    await shows(one.terminal, () => one.started()![1].aborted);
    one.fail(new Error('aborted'));
    await expect(one.end).resolves.toMatchObject({ interrupted: true });
  });

  test('work that fails gives the terminal back and its error on', async () => {
    const one = await running();
    one.fail(new Error('run 3 has a fault'));
    await expect(one.end).rejects.toThrow('run 3 has a fault');
    expect(one.terminal.alternate).toBe(false);
    expect(one.terminal.cursorShown).toBe(true);
  });

  test('a terminal that is gone ends it quietly', async () => {
    const one = await running();
    one.terminal.emit('error', Object.assign(new Error('write EIO'), { code: 'EIO' }));
    await shows(one.terminal, () => one.started()![1].aborted);
    one.fail(new Error('aborted'));
    await expect(one.end).resolves.toMatchObject({ interrupted: true, signal: 'SIGHUP' });
  });

  test('no listener is left behind', async () => {
    const names = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGCONT', 'exit', 'uncaughtExceptionMonitor'] as const;
    const count = () => names.map((name) => process.listenerCount(name));
    const settled = () => new Promise((go) => setTimeout(go, 20));
    await settled();
    const before = count();
    const one = await running();
    one.finish(RUNS);
    await shows(one.terminal, '· done');
    one.keyboard.type('q');
    await one.end;
    await settled();
    expect(count()).toEqual(before);
    expect(one.terminal.listenerCount('resize')).toBe(0);
  });
});
