// Proves that a frame fits every window: one row shorter, no row wider, the keys last, whatever a scenario says.
import { describe, expect, test } from 'vitest';
import { type Row, rowText, rowWidth } from '../../../src/report/index.ts';
import { frameOf, frameRows, type Size, scrollRoom } from '../../../src/tui/state/frame.ts';
import { reduce } from '../../../src/tui/state/reducer.ts';
import { initialState, type State, VIEWS } from '../../../src/tui/state/state.ts';
import { crisisScenario } from '../../helpers/crisis-scenario.ts';
import { hostileResult, hostileScenario } from '../../helpers/hostile-result.ts';
import { crisisResult } from '../../helpers/simulation-result.ts';

const begin = (colour = false): State =>
  initialState({ scenario: crisisScenario(), runs: 2000, manifest: null, colour });
const running = (colour = false): State =>
  reduce(begin(colour), {
    type: 'update',
    result: crisisResult(500, 2000),
    progress: { done: 500, total: 2000, secondsLeft: 12 },
  });
const texts = (state: State, size: Size) => frameRows(frameOf(state, size)).map(rowText);

function expectFits(rows: readonly Row[], { columns, rows: height }: Size, what: string): void {
  expect(rows.length, what).toBe(height - 1);
  for (const row of rows) expect(rowWidth(row), `${what}: ${rowText(row)}`).toBeLessThanOrEqual(columns);
}

const SIZES: readonly Size[] = [
  [60, 15],
  [60, 24],
  [71, 19],
  [72, 20],
  [76, 23],
  [80, 24],
  [99, 29],
  [100, 30],
  [120, 40],
  [149, 50],
  [150, 15],
  [200, 60],
  [400, 15],
].map(([columns, rows]) => ({ columns: columns!, rows: rows! }));

describe('every view fits', () => {
  const hostile = (): State => ({
    ...initialState({ scenario: hostileScenario(), runs: 2000, manifest: null, colour: true }),
    result: hostileResult(),
    done: 500,
    history: true,
  });
  const bare = (): State => {
    const scenario = {
      ...crisisScenario(),
      regions: [],
      measures: [],
      decisions: [],
      parameters: [],
      timeline: [],
    };
    const state = initialState({ scenario, runs: 2000, manifest: null, colour: true });
    const nothing = { measures: [], regions: [], happenings: [], decisions: [], parameters: [] };
    return { ...state, result: { ...crisisResult(500, 2000), ...nothing } };
  };
  const states: readonly (readonly [string, () => State])[] = [
    ['no runs', begin],
    ['some runs', running],
    ['in colour with history', () => ({ ...running(true), history: true })],
    ['hostile words', hostile],
    ['outcomes alone', bare],
  ];
  describe.each(states)('%s', (_, state) => {
    test.each(SIZES)('$columns × $rows', (size) => {
      for (const view of VIEWS) {
        for (const help of [false, true]) {
          for (const region of [0, 2]) {
            const one = { ...state(), view, help, region };
            expectFits(frameRows(frameOf(one, size)), size, `${view} help ${help} region ${region}`);
          }
        }
      }
    });
  });
});

test('any smaller window gets a plain sentence, down to one column and two rows', () => {
  expect(texts(running(), { columns: 59, rows: 24 }).join(' ')).toContain(
    '59 columns by 24 rows; the screen needs 60 by',
  );
  expect(texts(running(), { columns: 80, rows: 14 }).join(' ')).toContain('press q');
  for (const [columns, rows] of [
    [1, 2],
    [5, 3],
    [59, 15],
    [80, 14],
  ] as const) {
    const frame = frameRows(frameOf(running(), { columns, rows }));
    expect(frame.length).toBeLessThan(Math.max(2, rows));
    for (const row of frame) expect(rowWidth(row)).toBeLessThanOrEqual(Math.max(1, columns));
  }
});

describe('the first frame', () => {
  const first = texts(begin(), { columns: 80, rows: 24 });
  test('has the title, an empty bar and every outcome', () => {
    expect(first[0]).toContain('Kazakhstan, January 2022');
    expect(first[2]).toMatch(/^─+ +0 of 2,000 runs · starting *$/);
    for (const { label } of crisisScenario().outcomes) expect(first.join('\n')).toContain(label);
  });
  test('says no number it does not know', () => {
    const body = first
      .slice(3, 17)
      .join('\n')
      .replace(/after 30 days/, '')
      .replace(/0 +50 +100 %/, '')
      .replace(/2 Jan.*/, '');
    expect(body.replace(/of 100 runs|95 % interval/g, '')).not.toMatch(/\d/);
  });
});

describe('steady', () => {
  /** Where each row's numbers end, blanked digits apart. */
  const shape = (lines: readonly string[]) => lines.slice(3, 11).map((line) => line.length);
  test('rows keep their places and widths as runs come in', () => {
    const size = { columns: 80, rows: 24 };
    const shapes = [10, 60, 250, 900, 2000].map((runs) => {
      const state = { ...begin(), result: crisisResult(runs, 2000), done: runs };
      const lines = texts(state, size);
      const labels = lines.slice(4, 10).map((line) => line.slice(3, 28).trim());
      expect(labels).toEqual(crisisScenario().outcomes.map(({ label }) => label));
      return shape(lines);
    });
    for (const one of shapes) expect(one).toEqual(shapes[0]);
  });
  test('the progress row does not move either', () => {
    const size = { columns: 80, rows: 24 };
    const rows = [0, 7, 999, 2000].map((done) => texts({ ...running(), done }, size)[2]!);
    const places = rows.map((row) => row.indexOf(' of 2,000 runs'));
    expect(new Set(places).size).toBe(1);
  });
});

describe('what the views say', () => {
  const at = (view: State['view'], more: Partial<State> = {}) =>
    texts({ ...running(), view, ...more }, { columns: 80, rows: 24 }).join('\n');

  test('how it ends: natural frequencies, per cent, intervals, stages, runs, seed, error, command', () => {
    const text = at('ending');
    expect(text).toMatch(/HOW IT ENDS +of 100 runs +share +95 % interval/);
    expect(text).toMatch(/■ Held with foreign troops █+.* 4\d +4\d % +\d\d–\d\d %/);
    expect(text).toMatch(/P Peaceful protest +▇/);
    expect(text).toMatch(/500 runs ±4 of 100 · 6 assumptions vary, 1 held · seed 2022/);
    expect(text).toContain('juncture simulate kazakhstan-2022 --runs 2000 --seed 2022');
    expect(text).toMatch(/━+.*500 of 2,000 runs · 12 s left/);
  });
  test('day by day: letters, an axis of dates, the region', () => {
    const text = at('days');
    expect(text).toMatch(/THE CRISIS {2}share of runs in each stage +region 1 of 3/);
    expect(text).toMatch(/100┤P+/);
    expect(text).toContain('2 Jan');
    expect(at('days', { region: 1 })).toContain('THE PALACE');
  });
  test('without colour, every column of the chart is a letter', () => {
    const chart = at('days').split('\n').slice(4, 10);
    for (const line of chart) expect(line.slice(5).trimEnd()).toMatch(/^[PVFCTH]+$/);
  });
  test('measures: median, 90 % range, histogram, share of a yes or no', () => {
    const text = at('measures');
    expect(text).toMatch(/Largest crowd, thousands +\d+/);
    expect(text).toMatch(/90 % of runs +\d+ – \d+/);
    expect(text).toMatch(/[▁▂▃▄▅▆▇█]{3}/);
    expect(text).toMatch(/The old guard is purged *\n 3\d of 100 runs \(\d+–\d+ %\)/);
    expect(text).toMatch(/in \d\d of 100 runs +mean/);
  });
  test('what happened: shares and median dates, decisions with options', () => {
    const text = texts({ ...running(), view: 'happened' }, { columns: 80, rows: 60 }).join('\n');
    expect(text).toMatch(/• Violence hijacks the protest +█+.* 9\d +9\d % +\d+ Jan/);
    expect(text).toMatch(/DECISIONS +of 100 times/);
    expect(text).toMatch(/Who restores order\? {2}asked 0\.9\d times a run/);
    expect(text).toMatch(/› Ask the alliance +█+/);
  });
  test('assumptions: which vary and how, which are held', () => {
    const text = at('assumptions');
    expect(text).toMatch(/~ Security-force loyalty +beta, mean 0\.6/);
    expect(text).toMatch(/= Police pay, months in arrears +held at 1/);
  });
  test('history only where it was asked for', () => {
    for (const view of VIEWS) expect(at(view)).not.toMatch(/history:|▲ what/);
    expect(at('measures', { history: true })).toContain('▲ history: 238');
    expect(at('happened', { history: true })).toContain(
      'history: 5 Jan to 6 Jan, City hall burns (contested)',
    );
    expect(at('days', { history: true })).toContain('▲ what really happened');
  });
  test('settings that differ from the file stand in the title row', () => {
    const result = crisisResult(20);
    const manifest = {
      ...result.manifest,
      variant: 'loyal_police',
      set: { loyalty: 0.3 },
      without: ['oil_falls'],
    };
    expect(at('ending', { result: { ...result, manifest } }).split('\n')[0]).toMatch(
      /variant loyal_police · loyalty = 0\.3 · without oil_falls $/,
    );
  });
  test('faults are said in place of the error', () => {
    const result = {
      ...crisisResult(20),
      faults: [{ run: 3, message: 'crowd is not finite', command: 'juncture run' }],
    };
    expect(at('ending', { result })).toContain('! 1 run had a fault: crowd is not finite');
  });
});

describe('scrolling', () => {
  const size = { columns: 60, rows: 15 };
  test('what is hidden is counted, and comes into view', () => {
    const state = { ...running(), view: 'happened' as const };
    const { limit } = scrollRoom(state, size);
    expect(limit).toBeGreaterThan(5);
    expect(texts(state, size).at(-2)).toContain(`↓ ${limit} more`);
    const end = texts({ ...state, scroll: { ...state.scroll, happened: limit } }, size);
    expect(end.join('\n')).toContain('Negotiate');
    expect(end.at(-2)).toContain(`↑ ${limit}`);
    expect(end[2]).toContain('WHAT HAPPENED');
  });
  test('a view scrolled far stays full after the window grew', () => {
    const state = { ...running(), view: 'happened' as const, scroll: { ...running().scroll, happened: 19 } };
    expect(texts(state, { columns: 80, rows: 40 }).slice(3, 30).join('\n')).toContain('Units defect');
  });
});
