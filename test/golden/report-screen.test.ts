// Proves what each view of the simulate screen looks like, in letters alone: what only colour says would be missing here.
import { describe, expect, test } from 'vitest';
import { rowText } from '../../src/report/index.ts';
import { frameOf, frameRows } from '../../src/tui/state/frame.ts';
import { initialState, type State, VIEWS } from '../../src/tui/state/state.ts';
import { crisisScenario } from '../helpers/crisis-scenario.ts';
import { crisisResult } from '../helpers/simulation-result.ts';

const SIZES = [
  [60, 15],
  [80, 24],
  [120, 40],
] as const;

const state = (view: State['view'], more: Partial<State> = {}): State => ({
  ...initialState({ scenario: crisisScenario(), runs: 10_000, manifest: null, colour: false }),
  result: crisisResult(2000, 10_000),
  done: 2000,
  secondsLeft: 8,
  view,
  ...more,
});

const drawn = (one: State, columns: number, rows: number) =>
  `${frameRows(frameOf(one, { columns, rows }))
    .map((row) => rowText(row).trimEnd())
    .join('\n')}\n`;

describe.each(SIZES)('%i × %i', (columns, rows) => {
  test.each(VIEWS)('%s', async (view) => {
    await expect(drawn(state(view), columns, rows)).toMatchFileSnapshot(
      `./report/screen-${view}-${columns}x${rows}.txt`,
    );
  });
});

test('the first frame, the help and history at 80 × 24', async () => {
  const { result } = initialState({
    scenario: crisisScenario(),
    runs: 10_000,
    manifest: null,
    colour: false,
  });
  const first = state('ending', { result, done: 0, secondsLeft: null });
  await expect(drawn(first, 80, 24)).toMatchFileSnapshot('./report/screen-first-80x24.txt');
  await expect(drawn(state('ending', { help: true }), 80, 24)).toMatchFileSnapshot(
    './report/screen-help-80x24.txt',
  );
  const history = state('days', { history: true, region: 1 });
  await expect(drawn(history, 80, 24)).toMatchFileSnapshot('./report/screen-history-80x24.txt');
});
