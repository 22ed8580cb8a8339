// Proves the screen of a long experiment as it is used: it opens over work under way, takes keys, and gives back.
import { afterEach, expect, test } from 'vitest';
import { openExperiment } from '../../src/tui/index.ts';
import { crisisScenario } from '../helpers/crisis-scenario.ts';
import { asKeyboard, asTerminal, FakeKeyboard, FakeTerminal, KEY, shows } from '../helpers/fake-terminal.ts';

type Screen = ReturnType<typeof openExperiment>;
const open: Screen[] = [];
afterEach(() => {
  for (const screen of open.splice(0)) screen.close();
});

function session() {
  const terminal = new FakeTerminal({ columns: 80, rows: 24 });
  const keyboard = new FakeKeyboard();
  let stops = 0;
  let time = 0;
  const screen = openExperiment({
    scenario: crisisScenario(),
    what: '9 points',
    command: 'juncture sweep kazakhstan-2022 --over loyalty',
    workedMs: 0,
    stdout: asTerminal(terminal),
    stdin: asKeyboard(keyboard),
    noColour: true,
    now: () => time,
    onStop: () => {
      stops += 1;
    },
  });
  open.push(screen);
  const update = (done: number): void => {
    time += 1000;
    screen.update({ done, total: 1000, isOpenEnded: false, leading: null });
  };
  return { terminal, keyboard, screen, update, stops: () => stops };
}

test('the first frame is there at once; progress follows; closing gives the terminal back', async () => {
  const { terminal, screen, update } = session();
  expect(terminal.alternate).toBe(true);
  expect(terminal.text()).toContain('Kazakhstan, January 2022');
  expect(terminal.text()).toContain('starting');
  update(100);
  update(200);
  await shows(terminal, '200 of 1,000 runs · 8 s left');
  screen.close();
  expect(terminal.alternate).toBe(false);
  expect(terminal.cursorShown).toBe(true);
});

test('p pauses the work and lets it go on', async () => {
  const { terminal, keyboard, screen, update } = session();
  update(100);
  await shows(terminal, '100 of 1,000 runs');
  expect(screen.control.paused()).toBe(false);
  // Keys that came before Ink was there are in the stream still.
  keyboard.type('p');
  await shows(terminal, 'paused');
  expect(screen.control.paused()).toBe(true);
  let isOn = false;
  const resumed = screen.control.resumed().then(() => {
    isOn = true;
  });
  expect(isOn).toBe(false);
  keyboard.type('p');
  await resumed;
  expect(screen.control.paused()).toBe(false);
});

test.each([
  ['q', 'q'],
  ['ctrl-c', KEY.ctrlC],
])('%s asks the work to stop, and ends a pause', async (_, key) => {
  const { terminal, keyboard, screen, update, stops } = session();
  update(100);
  await shows(terminal, '100 of 1,000 runs');
  keyboard.type('p');
  await shows(terminal, 'paused');
  const resumed = screen.control.resumed();
  keyboard.type(key);
  await resumed;
  expect(stops()).toBeGreaterThan(0);
  expect(screen.control.paused()).toBe(false);
});
