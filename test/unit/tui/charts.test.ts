// Proves the stacked chart and the sketches of distributions: what they draw is what the numbers say.
import { describe, expect, test } from 'vitest';
import { rowText } from '../../../src/report/index.ts';
import type { Distribution, Parameter } from '../../../src/scenario/index.ts';
import { distributionPicture } from '../../../src/tui/state/views/distribution-picture.ts';
import { type Band, stackRows } from '../../../src/tui/state/views/stack.ts';
import { depthOf } from '../../../src/tui/theme.ts';
import { crisisScenario } from '../../helpers/crisis-scenario.ts';

const band = (sign: string, hue: 'sky' | 'orange' | 'green', ...shares: number[]): Band => ({
  shares,
  look: { sign, hue },
});

describe('the stacked chart', () => {
  const bands = [band('A', 'sky', 1, 0.5, 0), band('B', 'orange', 0, 0.5, 1)];
  test('in letters, the first band is on top', () => {
    expect(stackRows(bands, { columns: 3, rows: 4, colour: false }).map(rowText)).toEqual([
      'AAB',
      'AAB',
      'ABB',
      'ABB',
    ]);
  });
  test('in colours, an edge within a row is drawn to an eighth of it', () => {
    const rows = stackRows([band('A', 'sky', 0.75), band('B', 'orange', 0.25)], {
      columns: 1,
      rows: 1,
      colour: true,
    });
    expect(rows[0]).toEqual([{ text: '▂', style: { hue: 'orange', ground: 'sky' } }]);
  });
  test('letters stand in coloured bands, too', () => {
    const rows = stackRows([band('A', 'sky', 1)], { columns: 8, rows: 2, colour: true });
    expect(rows.map(rowText)).toEqual(['   A    ', '       A']);
  });
  test('of three bands in a row the two largest share it', () => {
    const three = [band('A', 'sky', 0.5), band('B', 'orange', 0.1), band('C', 'green', 0.4)];
    expect(stackRows(three, { columns: 1, rows: 1, colour: true })[0]![0]!.style).toEqual({
      hue: 'green',
      ground: 'sky',
    });
    expect(stackRows(three, { columns: 1, rows: 1, colour: false }).map(rowText)).toEqual(['A']);
  });
  test('shares that do not quite add up leave no hole', () => {
    const rows = stackRows([band('A', 'sky', 0.3), band('B', 'orange', 0.6)], {
      columns: 1,
      rows: 10,
      colour: false,
    });
    expect(rows.map(rowText).join('')).toBe('AAABBBBBBB');
  });
});

describe('sketches of distributions', () => {
  const [model] = crisisScenario().parameters;
  const draw = (distribution: Distribution | null, range: readonly [number, number] = [0, 1]) =>
    distributionPicture({ ...model!, distribution, low: range[0], high: range[1] } satisfies Parameter, 8);
  const anywhere = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

  test.each<[string, Distribution, readonly [number, number], string]>([
    ['uniform', { kind: 'uniform', low: 0.25, high: 0.5 }, [0, 1], '  ▇▇    '],
    ['triangular', { kind: 'triangular', low: 0, mode: 0.5, high: 1 }, [0, 1], '▁▃▅▇▇▅▃▁'],
    ['triangular to its end', { kind: 'triangular', low: 0, mode: 1, high: 1 }, [0, 1], ' ▁▂▃▄▅▆▇'],
    ['pert', { kind: 'pert', low: 0, mode: 0.5, high: 1 }, [0, 1], ' ▃▅▇▇▅▃ '],
    ['beta', { kind: 'beta', alpha: 2, beta: 2 }, [0, 1], '▂▄▆▇▇▆▄▂'],
    ['normal', { kind: 'normal', mean: 0, sd: 1 }, anywhere, ' ▁▄▇▇▄▁ '],
    ['lognormal', { kind: 'lognormal', median: 1, sigma: 0.5 }, anywhere, ' ▅▇▅▃▂▁ '],
    ['choice', { kind: 'choice', values: [0, 1], weights: [0.75, 0.25] }, [0, 1], '▇▇▇▇▂▂▂▂'],
  ])('%s', (_, distribution, range, wanted) => {
    expect(draw(distribution, range)).toBe(wanted);
  });

  test('a fixed parameter has none', () => {
    expect(draw(null)).toBeNull();
  });
  test('neither has a density without a height', () => {
    expect(draw({ kind: 'normal', mean: 0, sd: 0 }, [0, 1])).toBeNull();
  });
});

test.each([
  [24, false, 24],
  [8, false, 8],
  [4, false, 4],
  [1, false, 1],
  [24, true, 1],
])('a terminal of %i bits, no colour %s: %i', (bits, noColour, depth) => {
  expect(depthOf({ getColorDepth: () => bits }, noColour)).toBe(depth);
});

test('a stream that is no terminal has no colours', () => {
  expect(depthOf({}, false)).toBe(1);
});
