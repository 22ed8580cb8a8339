// Proves that a room sees where the chart stands at any size: what is active is lit by a sign and named, the rest is dim.
import { describe, expect, test } from 'vitest';
import { createPlayer, newSession } from '../../../../src/experiment/index.ts';
import { seedKey } from '../../../../src/random/index.ts';
import { rowAnsi, rowText, rowWidth } from '../../../../src/report/index.ts';
import { createChart } from '../../../../src/statechart/index.ts';
import { chartPage, chartRows, chartStrips } from '../../../../src/tui/present/panes/chart.ts';
import { nowhere, placed } from '../../../../src/tui/present/place.ts';
import type { PresentState } from '../../../../src/tui/present/state.ts';
import { chartLines, chartRegions } from '../../../../src/tui/present/words.ts';
import { pointOf, scenarioFromFile } from '../../../helpers/build-scenario.ts';

const scenario = scenarioFromFile('scenarios/kazakhstan-2022.yaml');
const player = createPlayer(createChart(scenario), pointOf(scenario), { key: seedKey('2022'), run: 0 });

function stateAt(step: number): PresentState {
  const session = { ...newSession({ scenario, seed: '2022', run: 0 }), at: { way: 0, step } };
  return { ...nowhere(scenario, session), ...placed(player, session) };
}

const state = stateAt(30);
const leaves = chartRegions(state).map(({ stages }) => stages.findLast(({ isActive }) => isActive)!.label);

test('a leaf is active with all that it lies in, and nothing else', () => {
  const [crisis] = chartRegions(state);
  const active = crisis!.stages.filter(({ isActive }) => isActive);
  expect(active.map(({ depth }) => depth)).toEqual(active.map((_, depth) => depth));
  for (const { stages } of chartRegions(state))
    expect(stages.filter((one) => one.isActive && one.isLeaf)).toHaveLength(1);
});

describe.each([
  [30, 8],
  [43, 9],
  [64, 24],
  [110, 40],
  [200, 60],
] as const)('at %i × %i', (columns, rows) => {
  const frame = chartRows(state, { columns, rows });

  test('fits, with one lit sign a region at least and dim ones beside', () => {
    expect(frame.length).toBeLessThanOrEqual(rows);
    for (const row of frame) expect(rowWidth(row)).toBeLessThanOrEqual(columns);
    const text = frame.map(rowText).join('\n');
    expect(text.match(/●/g)!.length).toBeGreaterThanOrEqual(scenario.regions.length);
    expect(text).toContain('○');
  });

  test('without colour the sign says it: lit and dim differ as text', () => {
    const plain = frame.map((row) => rowAnsi(row, 1)).join('\n');
    expect(plain).not.toMatch(/\[[34]8;|\[3[0-8]m|\[9\dm/);
    expect(plain).toContain('●');
  });
});

test.each([60, 80, 120])(
  'beside a decision a row a region, %i columns wide, each with its active stage',
  (columns) => {
    const frame = chartStrips(state, columns);
    for (const row of frame) expect(rowWidth(row)).toBeLessThanOrEqual(columns);
    const text = frame.map(rowText).join('\n');
    for (const label of leaves) expect(text).toContain(label.slice(0, 8));
  },
);

test.each([
  [80, 17],
  [200, 54],
  [60, 11],
] as const)('the page at %i × %i: regions side by side, and it says what it leaves out', (columns, rows) => {
  const page = chartPage(state, { columns, rows });
  for (const row of page) expect(rowWidth(row)).toBeLessThanOrEqual(columns);
  const text = page.map(rowText).join('\n');
  expect(text).toContain('● active  ○ not');
  const first = rowText(page[2]!);
  expect(first).toContain('The crisis');
  expect(first.trim()).not.toBe('The crisis');
  expect(text.includes('Held alone')).toBe(!text.includes('are left out'));
});

test('in lines each region with all its stages, the active one said', () => {
  const lines = chartLines(state);
  expect(lines).toHaveLength(scenario.regions.length);
  for (const [at, label] of leaves.entries()) expect(lines[at]).toContain(`${label} (active)`);
});
