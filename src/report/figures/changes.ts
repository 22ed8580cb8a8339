/** What changes between sides run with the same luck: a forest plot. */
import { distinctLabels, listed, short } from './labels.ts';
import { changesGrid, MANY_SIDES } from './many-sides.ts';
import { changeText, isClear, tidy } from './numbers.ts';
import { type Dot, dotLayers, dotsHeight, type Series } from './rows-of-dots.ts';
import type { ChangesWords, FigureContrast } from './sides.ts';
import { drawing, type FigureSpec } from './spec.ts';
import { seriesInk, shapeAt } from './theme.ts';

/** Changes of shares, paired, by outcome; of every contrast those that could be nothing are hollow. Many make a grid. */
export function changesFigure(contrasts: readonly FigureContrast[], words: ChangesWords): FigureSpec {
  if (contrasts.length >= MANY_SIDES) return changesGrid(contrasts, words);
  const [first] = contrasts;
  const changed = first?.changes ?? [];
  const labels = distinctLabels(changed.map(({ label }) => label));
  const names = distinctLabels(
    contrasts.map(({ side, against }) => `${short(side)} less ${short(against)}`),
    2 * 21,
  );
  const series = names.map((name, i): Series => ({ name, ink: seriesInk(i), shape: shapeAt(i) }));
  const dots = changed.flatMap(({ label }, outcome) =>
    contrasts.flatMap(({ side, against, changes }, i): readonly Dot[] => {
      const change = changes[outcome]?.change ?? null;
      if (change === null || change.n === 0 || Number.isNaN(change.value)) return [];
      const text = changeText(change, words.by);
      return [
        {
          label: labels[outcome]!,
          series: names[i]!,
          value: tidy(words.by * change.value),
          low: tidy(words.by * change.low),
          high: tidy(words.by * change.high),
          hollow: !isClear(change),
          text,
          says: `${label}, ${side} less ${against}: ${text}${isClear(change) ? '' : ', which could be nothing'}`,
        },
      ];
    }),
  );
  const clear = dots.filter(({ hollow }) => !hollow).map(({ says }) => says);
  return drawing({
    name: words.name,
    title: words.title,
    subtitle: `${names.length === 1 ? names[0]! : 'Changes'}: ${words.axis}, with the same luck and 95 % intervals; hollow: could be nothing`,
    description: `Dots: what changes. ${clear.length === 0 ? 'No change is clear.' : `Clear changes: ${listed(clear, 6)}.`}`,
    height: dotsHeight({ labels, series }),
    layer: dotLayers({ dots, labels, series, axis: words.axis, fromZero: true }),
  });
}
