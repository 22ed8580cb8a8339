// Proves the lab as it is used: the first frame before any work, keys, pictures that come in, resize, and leaving it.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LiveListener } from '../../src/experiment/index.ts';
import { NO_SETTINGS, type Point } from '../../src/scenario/index.ts';
import { type LabEnd, type LabEngine, openLab } from '../../src/tui/index.ts';
import { asKeyboard, asTerminal, FakeKeyboard, FakeTerminal, KEY, shows } from '../helpers/fake-terminal.ts';
import { labScenario, pictureOf, pointFor } from '../helpers/lab.ts';

// Vitest compiles JSX for development, while the tests run the React that users get, which has no `jsxDEV`.
vi.mock('react/jsx-dev-runtime', async () => {
  const { jsx, Fragment } = await import('react/jsx-runtime');
  return { Fragment, jsxDEV: (type: 'a', props: object, key?: string) => jsx(type, props, key) };
});

interface Aimed {
  readonly point: Point;
  readonly listener: LiveListener;
}

interface Session {
  readonly terminal: FakeTerminal;
  readonly keyboard: FakeKeyboard;
  readonly end: Promise<LabEnd>;
  /** Points that the lab asked runs for, the newest last. */
  readonly aimed: Aimed[];
  readonly isOpen: () => boolean;
  /** Hands a picture of the newest point to the lab. */
  readonly picture: (runs: number, endOf: (run: number) => number) => void;
}

const open: Session[] = [];

function session({
  columns = 80,
  rows = 24,
  depth = 1,
  interrupt = new AbortController().signal,
} = {}): Session {
  const terminal = new FakeTerminal({ columns, rows, depth });
  const keyboard = new FakeKeyboard();
  const scenario = labScenario();
  const aimed: Aimed[] = [];
  let isOpen = false;
  const engine: LabEngine = {
    live: () => ({
      aim: (point, listener) => {
        aimed.push({ point, listener });
      },
      stop: () => {},
    }),
    outcomesAt: async () => {},
    drill: async () => {},
    tell: async () => ({ run: 0, sentences: [], ending: '' }),
    futures: async () => null,
    explain: async () => '',
  };
  const end = openLab({
    named: scenario.id,
    load: () => ({
      scenario,
      named: scenario.id,
      seed: '2022',
      settings: NO_SETTINGS,
      point: pointFor(scenario),
      engine: () => {
        isOpen = true;
        return engine;
      },
      services: {
        save: async () => '',
        exportFigure: async () => '',
        remember: () => {},
        watch: () => () => {},
      },
    }),
    stdout: asTerminal(terminal),
    stdin: asKeyboard(keyboard),
    noColour: false,
    interrupt,
    now: () => performance.now(),
  });
  const one: Session = {
    terminal,
    keyboard,
    end,
    aimed,
    isOpen: () => isOpen,
    picture: (runs, endOf) => {
      const { point, listener } = aimed.at(-1)!;
      listener.onPicture({ ...pictureOf(scenario, runs, endOf), point }, runs >= 100_000);
    },
  };
  open.push(one);
  return one;
}

/** A lab whose keys are heard, with runs. */
async function running(terms: Parameters<typeof session>[0] = {}): Promise<Session> {
  const one = session(terms);
  await shows(one.terminal, () => one.aimed.length > 0 && one.keyboard.listenerCount('readable') > 0);
  one.picture(10_000, (run) => run % 3);
  await shows(one.terminal, '10,000 runs');
  return one;
}

afterEach(async () => {
  for (const one of open.splice(0)) {
    one.keyboard.type('q');
    await one.end.catch(() => {});
  }
});

test('a frame is on the screen before the scenario is read, and the lab before any engine is asked for', async () => {
  const one = session();
  expect(one.isOpen()).toBe(false);
  expect(one.terminal.text()).toContain('The scenario is read');
  await shows(one.terminal, 'no runs yet');
  expect(one.terminal.text()).toContain('no runs yet');
  expect(one.terminal.text()).toContain('ASSUMPTIONS');
  await shows(one.terminal, () => one.isOpen());
});

describe.each([
  [60, 15],
  [80, 24],
  [200, 60],
])('%i × %i', (columns, rows) => {
  test('a key moves the assumption, its runs are asked for, and the change is told', async () => {
    const one = await running({ columns, rows });
    one.keyboard.type(KEY.left);
    await shows(one.terminal, '0.50 → 0.45');
    expect(one.aimed.at(-1)!.point.parameters[0]).toBe(0.45);
    one.picture(1_000, (run) => (run % 5 === 0 ? 2 : run % 3));
    await shows(one.terminal, '1,000 runs');
    await shows(one.terminal, /▲\d+/);
    const lines = one.terminal.lines();
    expect(lines[rows - 2]).toMatch(/q quit$/);
    expect(lines[rows - 1]).toBe('');
  });
});

describe('what is written', () => {
  test('keys that come in one chunk all count, and the last value is the one that is run', async () => {
    const one = await running();
    one.keyboard.type(KEY.left.repeat(7));
    await shows(one.terminal, '0.50 → 0.15');
    expect(one.aimed.at(-1)!.point.parameters[0]).toBe(0.15);
  });

  test('only lines that changed, in one write a frame, and less than two kilobytes of them', async () => {
    const one = await running({ depth: 24 });
    one.keyboard.type(KEY.left);
    await shows(one.terminal, '0.50 → 0.45');
    const before = one.terminal.writes.length;
    one.picture(10_000, (run) => (run % 50 === 0 ? 2 : run % 3));
    await shows(one.terminal, /▲ ?\d/);
    const written = one.terminal.writes.slice(before);
    expect(written.length).toBeLessThanOrEqual(2);
    expect(written.join('').length).toBeLessThan(2_000);
    expect(written.join('')).not.toContain(`${KEY.escape}[2J`);
  });

  test('a larger window shows more, a small one says so', async () => {
    const one = await running();
    one.terminal.resize(200, 60);
    await shows(one.terminal, 'MEASURES');
    one.terminal.resize(50, 10);
    await shows(one.terminal, 'needs 60 by 15');
    one.terminal.resize(80, 24);
    await shows(one.terminal, 'ASSUMPTIONS');
  });
});

describe('leaving', () => {
  test('q gives the terminal back and says what was set', async () => {
    const one = await running();
    one.keyboard.type(`${KEY.left}q`);
    const { state, interrupted } = await one.end;
    expect([state.settings.set, interrupted]).toEqual([{ loyalty: 0.45 }, false]);
    expect([one.terminal.alternate, one.terminal.cursorShown, one.keyboard.raw]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('Ctrl-C and an interrupt from outside are said to be that', async () => {
    const one = await running();
    one.keyboard.type(KEY.ctrlC);
    expect((await one.end).interrupted).toBe(true);
    const stop = new AbortController();
    const other = await running({ interrupt: stop.signal });
    stop.abort();
    expect((await other.end).interrupted).toBe(true);
    expect(other.terminal.alternate).toBe(false);
  });
});
