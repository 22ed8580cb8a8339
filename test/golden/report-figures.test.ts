// Proves what figures are, byte for byte: a change of a number, a mark or a word shows here as text and as a picture.
import { afterAll, expect, test } from 'vitest';
import {
  comparisonFigures,
  type FigureSpec,
  figureSvg,
  sensitivityFigures,
  simulationFigures,
  sweepFigures,
  thresholdFigures,
} from '../../src/report/index.ts';
import { startPool } from '../../src/runner/index.ts';
import { analysed, compared, fuelPrices, simulated, swept, tipped } from '../helpers/figure-answers.ts';

const pool = startPool({ workers: 0, now: () => performance.now() });
afterAll(() => pool.close());

async function expectPicture(name: string, figure: FigureSpec | undefined): Promise<void> {
  await expect(await figureSvg(figure!)).toMatchFileSnapshot(`./report/figures/${name}.svg`);
}

test('outcomes, and a region’s stages with the timeline', async () => {
  const [outcomes, stages] = simulationFigures(fuelPrices, await simulated(pool));
  await expectPicture('outcomes', outcomes);
  await expectPicture('stages', stages);
});

test('what changes between sides', async () => {
  const result = await compared(pool, ['baseline', 'loyal_police']);
  await expectPicture('changes', comparisonFigures(fuelPrices, result)[0]);
});

test('along one parameter, and over two things', async () => {
  await expectPicture('sweep', sweepFigures(fuelPrices, await swept(pool, ['loyalty'], 6), undefined)[0]);
  const two = await swept(pool, ['loyalty', 'response'], 4);
  await expectPicture('map', sweepFigures(fuelPrices, two, 'government_falls')[0]);
});

test('where it tips', async () => {
  await expectPicture('threshold', thresholdFigures(fuelPrices, await tipped(pool))[0]);
});

test('which parameters matter', async () => {
  for (const method of ['sobol', 'luck', 'tornado'] as const) {
    await expectPicture(method, sensitivityFigures(await analysed(pool, method))[0]);
  }
});
