// Proves the parts that figures are made of: labels that differ, numbers, what is hollow, what is left out, and grids.
import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../../../src/analysis/index.ts';
import {
  changesFigure,
  type FigureCase,
  type FigureSpec,
  factorsFigure,
  heatMapFigure,
  measureFigure,
  outcomesFigure,
  SHARES_CHANGED,
  stagesFigure,
  sweepFigure,
  tornadoFigure,
} from '../../../../src/report/index.ts';

const estimate = (value: number, low: number, high: number): Estimate => ({
  value,
  low,
  high,
  level: 0.95,
  n: 1000,
  method: 'wilson',
});
const about = (value: number): Estimate => estimate(value, value - 0.02, value + 0.02);

type Row = Readonly<Record<string, unknown>>;
const layersOf = (spec: FigureSpec | null) =>
  (spec as unknown as { layer: { mark: Row; data: { values: readonly Row[] } }[] }).layer;
const rowsOf = (spec: FigureSpec | null, type: string, more: Row = {}): readonly Row[] =>
  layersOf(spec)
    .filter(
      ({ mark }) => mark.type === type && Object.entries(more).every(([key, value]) => mark[key] === value),
    )
    .flatMap(({ data }) => data.values);

const of: FigureCase = {
  title: 'A case',
  start: '2022-01-02',
  horizonDays: 30,
  outcomes: [
    { id: 'held', label: 'Held', sign: '■', hue: 'blue' },
    { id: 'fallen', label: 'Fallen', sign: '●', hue: 'yellow' },
  ],
  timeline: [
    { day: 2.5, label: 'second' },
    { day: 2.1, label: 'first of the same day' },
    { day: 40, label: 'too late' },
  ],
  endings: {},
};

test('labels are cut, and two that look alike are told apart by a number', () => {
  const long = `A label far too long for any place beside a plot, ${'x'.repeat(300)}`;
  const outcomes = [`${long} one`, `${long} two`].map((label) => ({ ...of.outcomes[0]!, label }));
  const labels = rowsOf(outcomesFigure({ ...of, outcomes }, [about(0.4), about(0.6)]), 'bar').map(
    ({ label }) => label,
  );
  expect(labels[0]).toMatch(/^■ A label far too .*…$/);
  expect(labels[1]).toBe(`${labels[0]} (2)`);
  const says = rowsOf(outcomesFigure({ ...of, outcomes }, [about(0.4), about(0.6)]), 'bar').map(
    ({ says }) => says,
  );
  expect(String(says[0]).length).toBeGreaterThan(150);
});

test('a share is of 100 runs, with the interval, in bars and beside them', () => {
  const [bar] = rowsOf(outcomesFigure(of, [estimate(0.381, 0.361, 0.402), about(0.6)]), 'bar');
  expect(bar).toMatchObject({ hundred: 38.1, low: 36.1, high: 40.2, text: '38 (36–40)' });
});

describe('changes', () => {
  const contrast = (side: string, change: Estimate) => ({
    side,
    against: 'baseline',
    changes: [{ label: 'Held', change }],
  });
  const words = { title: 'A case', ...SHARES_CHANGED };

  test('that could be nothing are hollow, others full', () => {
    const spec = changesFigure(
      [contrast('clear', estimate(0.05, 0.01, 0.09)), contrast('unclear', estimate(0.05, -0.01, 0.11))],
      words,
    );
    expect(rowsOf(spec, 'point', { filled: true }).map(({ series }) => series)).toEqual([
      'clear less baseline',
    ]);
    expect(rowsOf(spec, 'point', { filled: false }).map(({ series }) => series)).toEqual([
      'unclear less baseline',
    ]);
  });

  test('of seven sides and more are a grid, which says less of what could be nothing', () => {
    const many = Array.from({ length: 7 }, (_, i) =>
      contrast(`side ${i}`, i === 0 ? estimate(0.05, -0.01, 0.11) : estimate(-0.2, -0.25, -0.15)),
    );
    const cells = rowsOf(changesFigure(many, words), 'rect');
    expect(cells[0]).toMatchObject({ value: 0, text: '·', down: 'side 0' });
    expect(cells[1]).toMatchObject({ value: -20, text: '−20', down: 'side 1' });
    expect(rowsOf(changesFigure(many.slice(1), words), 'rect')).toEqual([]);
  });
});

describe('factors', () => {
  const labels = Array.from({ length: 57 }, (_, i) => `Factor ${i}`);
  const head = { kind: 'outcome', id: 'held', label: 'Held', mean: 0.4 } as const;

  test('of 57 the twenty largest are shown, and the rest is said', () => {
    const total = labels.map((_, i) => about(0.3 + i / 200));
    const spec = factorsFigure(
      'A case',
      { ...head, method: 'sobol', first: null, total, second: null, luck: null, convergence: [] },
      labels,
    );
    const dots = rowsOf(spec, 'point');
    expect(dots).toHaveLength(20);
    expect(dots[0]).toMatchObject({ label: 'Factor 56' });
    expect(spec.title.subtitle.join(' ')).toContain('37 more matter no more than the last');
  });

  test('an index that may be 0 is hollow, never below 0, and said as what it is at most', () => {
    const total = [estimate(-0.05, -0.2, 0.1), estimate(0.5, 0.4, 0.6), estimate(1.2, 0.8, 1.6)];
    const output = {
      ...head,
      method: 'sobol',
      first: null,
      total,
      second: null,
      luck: null,
      convergence: [],
    } as const;
    const dots = rowsOf(factorsFigure('A case', output, labels), 'point');
    expect(dots.find(({ label }) => label === 'Factor 0')).toMatchObject({
      value: 0,
      low: 0,
      hollow: true,
      text: 'up to 0.10',
    });
    expect(dots.find(({ label }) => label === 'Factor 1')).toMatchObject({ hollow: false });
    expect(dots.find(({ label }) => label === 'Factor 2')).toMatchObject({ value: 1, high: 1 });
  });

  test('an effect tells only where its whole interval is above what luck would make', () => {
    const effect = (low: number) => ({ mean: 0, spread: 0, byLuck: 0.1, meanSize: estimate(0.2, low, 0.4) });
    const spec = factorsFigure(
      'A case',
      { ...head, method: 'morris', effects: [effect(0.11), effect(0.09)] },
      labels,
    );
    expect(rowsOf(spec, 'point').map(({ hollow }) => hollow)).toEqual([false, true]);
    expect(rowsOf(spec, 'tick')).toHaveLength(2);
  });
});

test('a tornado’s ends are values, its scale holds them, and choices go by their names', () => {
  const bar = (label: string, low: number, high: number, swing: Estimate) => ({
    id: label,
    label,
    least: { value: 0.123456, share: about(low) },
    most: { value: 'gangs', share: about(high) },
    swing,
  });
  const spec = tornadoFigure('A case', { id: 'held', label: 'Held' }, [
    bar('One', 0.2, 0.6, about(0.4)),
    bar('Other', 0.39, 0.4, estimate(0.01, -0.02, 0.04)),
  ]);
  const bars = rowsOf(spec, 'bar');
  expect(bars[0]).toMatchObject({ low: 20, high: 60, atLow: '0.123', atHigh: 'gangs' });
  expect(bars[1]?.fill).toBe('transparent');
});

test('along numbers lines with the place where the lead changes; along names dots; what is rare is said', () => {
  const outcomes = [...of.outcomes, { id: 'rare', label: 'Rare', sign: '○', hue: 'grey' } as const];
  const shares = [
    [about(0.8), about(0.2)],
    [about(0.2), about(0.8)],
    [about(0.001), about(0.002)],
  ];
  const along = (values: readonly (number | string)[]) =>
    sweepFigure({ ...of, outcomes }, { name: 'x', label: 'X', values }, shares);
  const lines = along([0, 1]);
  expect(rowsOf(lines, 'line')).toHaveLength(4);
  expect(rowsOf(lines, 'rule')).toEqual([{ at: 0.5, words: '0.5' }]);
  expect(lines.title.subtitle.join(' ')).toContain('1 never above 1 of 100 is left out');
  expect(rowsOf(along(['a', 'b']), 'line')).toEqual([]);
  expect(rowsOf(along(['a', 'b']), 'point')).toHaveLength(4);
});

test('a map’s numbers stand in its cells, white where the cell is dark', () => {
  const spec = heatMapFigure(of, 0, {
    across: { name: 'x', label: 'X', values: [0, 1] },
    down: { name: 'y', label: 'Y', values: ['low', 'high'] },
    shares: [about(0.1), about(0.2), about(0.3), about(0.9)],
  });
  expect(rowsOf(spec, 'text').map(({ across, down, text, ink }) => [across, down, text, ink])).toEqual([
    ['0', 'low', '10', '#10151c'],
    ['1', 'low', '20', '#10151c'],
    ['0', 'high', '30', '#10151c'],
    ['1', 'high', '90', '#ffffff'],
  ]);
});

test('stages are stacked to 100, never-entered ones left out, and one number marks a day of the timeline', () => {
  const stage = (path: string, shares: readonly number[], depth = 0) => ({
    path,
    label: path,
    depth,
    shares,
  });
  const spec = stagesFigure(
    of,
    {
      id: 'street',
      label: 'Street',
      stages: [
        stage('street.outer', [1, 0.5]),
        stage('street.outer.one', [1, 0.2], 1),
        stage('street.outer.two', [0, 0.3], 1),
        stage('street.never', [0, 0]),
        stage('street.over', [0, 0.5]),
      ],
    },
    { days: [0, 30], runs: 400 },
  );
  const areas = rowsOf(spec, 'area');
  expect(areas.filter(({ day }) => day === 30).map(({ low, high }) => [low, high])).toEqual([
    [0, 20],
    [20, 50],
    [50, 100],
  ]);
  expect(rowsOf(spec, 'rule')).toHaveLength(1);
  expect(rowsOf(spec, 'rule')[0]).toMatchObject({
    number: '1',
    says: '4 Jan: second, first of the same day',
  });
});

test('a measure’s bars are of 100 runs that have a value; what was before is an outline over them', () => {
  const now = { low: 0, high: 3, counts: [50, 25, 25], median: 1 };
  const spec = measureFigure('A case', {
    id: 'm',
    label: 'M',
    unit: 'days',
    now,
    before: { ...now, counts: [1, 1, 2] },
  });
  expect(rowsOf(spec, 'rect').map(({ from, to, hundred }) => [from, to, hundred])).toEqual([
    [0, 1, 50],
    [1, 2, 25],
    [2, 3, 25],
  ]);
  const outline = rowsOf(spec, 'line').map(({ hundred }) => hundred);
  expect(outline).toEqual([0, 25, 25, 25, 25, 50, 50, 0]);
});
