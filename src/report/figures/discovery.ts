/** Where an outcome concentrates: the trade-off between coverage and density, and the chosen box as ranges. */

import type { Limit } from '../../analysis/index.ts';
import type { DiscoveryResult } from '../../experiment/index.ts';
import { limitWords } from '../plain/limit-words.ts';
import { grouped, ofHundred } from '../text/index.ts';
import { distinctLabels, short } from './labels.ts';
import { endTexts, hundred, shareText, tidy } from './numbers.ts';
import { rowAxis } from './rows-of-dots.ts';
import { AT_RIGHT, drawing, type FigureSpec, type PlainObject, rows, SAID } from './spec.ts';
import { HOLLOW, seriesInk } from './theme.ts';

const HEIGHT = 300;
const INK = seriesInk(0);
const FRESH = seriesInk(1);

/** Null where the target comes in no run or in all. */
export function tradeOffFigure(result: DiscoveryResult): FigureSpec | null {
  const { boxes, chosen, target, share, searched, tried, title } = result;
  if (boxes === null || chosen === null) return null;
  const steps = boxes.map(
    ({ coverage, density, restrictions }, step): PlainObject => ({
      coverage: hundred(coverage),
      density: hundred(density),
      step,
      says: `step ${step}: coverage ${hundred(coverage).toFixed(0)}, density ${hundred(density).toFixed(0)} of 100, ${restrictions} ${restrictions === 1 ? 'limit' : 'limits'}`,
    }),
  );
  const { fresh, box } = chosen;
  const found = rows([
    {
      coverage: hundred(box.coverage),
      density: hundred(box.density),
      words: `step ${chosen.step}`,
      says: `chosen, step ${chosen.step}`,
    },
  ]);
  const again = rows([
    {
      coverage: hundred(fresh.coverage.value),
      density: hundred(fresh.density.value),
      densityLow: hundred(fresh.density.low),
      densityHigh: hundred(fresh.density.high),
      coverageLow: hundred(fresh.coverage.low),
      coverageHigh: hundred(fresh.coverage.high),
      says: `on fresh runs: density ${shareText(fresh.density)}, coverage ${shareText(fresh.coverage)}`,
    },
  ]);
  const x = (field: string): PlainObject => ({
    field,
    type: 'quantitative',
    title: 'coverage: of 100 such runs, how many lie in the box',
    scale: { domain: [0, 100] },
  });
  const y = (field: string): PlainObject => ({
    field,
    type: 'quantitative',
    title: 'density: of 100 runs in the box, how many end so',
    scale: { domain: [0, 100] },
  });
  return drawing({
    name: 'trade-off',
    title: `${short(title, 50)}: where “${short(target, 40)}” concentrates`,
    subtitle: `Steps of the search on ${grouped(searched)} runs; diamond: chosen; cross: the same box on ${grouped(tried)} fresh runs, with 95 % intervals; dashed: all runs`,
    description: `Coverage against density of ${boxes.length} boxes. The chosen one on fresh runs: density ${ofHundred(fresh.density)} of 100, coverage ${ofHundred(fresh.coverage)} of 100; over all runs ${ofHundred(share)} of 100.`,
    height: HEIGHT,
    layer: [
      {
        data: rows([{ density: hundred(share.value) }]),
        mark: { type: 'rule', style: 'reference', aria: false },
        encoding: { y: y('density') },
      },
      {
        data: rows(steps),
        mark: { type: 'line', color: INK, strokeWidth: 1, opacity: 0.6, aria: false },
        encoding: { x: x('coverage'), y: y('density'), order: { field: 'step', type: 'quantitative' } },
      },
      {
        data: rows(steps),
        mark: { type: 'point', stroke: INK, fill: INK, size: 18, opacity: 1 },
        encoding: { x: x('coverage'), y: y('density'), description: SAID },
      },
      {
        data: found,
        mark: {
          type: 'point',
          shape: 'diamond',
          stroke: INK,
          fill: HOLLOW,
          strokeWidth: 2,
          size: 220,
          opacity: 1,
        },
        encoding: { x: x('coverage'), y: y('density'), description: SAID },
      },
      {
        data: found,
        mark: { type: 'text', style: 'value', align: 'left', dx: 12, dy: -10, aria: false },
        encoding: { x: x('coverage'), y: y('density'), text: { field: 'words', type: 'nominal' } },
      },
      {
        data: again,
        mark: {
          type: 'point',
          shape: 'cross',
          color: FRESH,
          filled: true,
          size: 70,
          opacity: 1,
          aria: false,
        },
        encoding: { x: x('coverage'), y: y('density') },
      },
      {
        data: again,
        mark: { type: 'rule', color: FRESH, strokeWidth: 2, aria: false },
        encoding: { x: x('coverage'), y: y('densityLow'), y2: { field: 'densityHigh' } },
      },
      {
        data: again,
        mark: { type: 'rule', color: FRESH, strokeWidth: 2 },
        encoding: {
          y: y('density'),
          x: x('coverageLow'),
          x2: { field: 'coverageHigh' },
          description: SAID,
        },
      },
    ],
  });
}

const ROW = 34;

type Restriction = NonNullable<DiscoveryResult['chosen']>['restrictions'][number];

/** The chosen box: of each factor it limits, the part of its range that lies inside. Null where nothing is limited. */
export function boxFigure(result: DiscoveryResult): FigureSpec | null {
  const { chosen, factors, target, title } = result;
  if (chosen === null || chosen.restrictions.length === 0) return null;
  const { restrictions, fresh } = chosen;
  const labels = distinctLabels(restrictions.map(({ factor }) => factors[factor]!.label));
  const words = restrictions.map(({ factor, limit }) => limitWords(limit, factors[factor]!.labels));
  const said = (i: number): string => `${factors[restrictions[i]!.factor]!.label} is ${words[i]}`;
  const stretches = restrictions.flatMap((restriction, i): readonly PlainObject[] =>
    insideOf(restriction, factors).map(([from, to]) => ({
      label: labels[i]!,
      from: tidy(from),
      to: tidy(to),
      says: said(i),
    })),
  );
  const whole = restrictions.map(({ factor }, i): PlainObject => {
    const { range } = factors[factor]!;
    const [least, most] = range === null ? ['', ''] : endTexts(...range);
    return {
      label: labels[i]!,
      start: 0,
      end: 1,
      least,
      most,
      text: short(words[i]!, 26),
    };
  });
  const y = rowAxis(labels, 0.45);
  const x = (field: string): PlainObject => ({
    field,
    type: 'quantitative',
    scale: { domain: [-0.15, 1.15] },
    axis: null,
  });
  const end = (field: string, text: string, align: string, dx: number): PlainObject => ({
    data: rows(whole),
    mark: { type: 'text', style: 'note', align, dx, aria: false },
    encoding: { y, x: x(field), text: { field: text, type: 'nominal' } },
  });
  return drawing({
    name: 'box',
    title: `${short(title, 50)}: the worlds of “${short(target, 40)}”`,
    subtitle: `In these worlds ${shareText(fresh.density)} of 100 fresh runs end so; they hold ${shareText(fresh.coverage)} of 100 such runs. Thick: inside; thin: all values that came`,
    description: `The chosen box: ${restrictions.map((_, i) => said(i)).join('; ')}.`,
    height: ROW * labels.length,
    layer: [
      {
        data: rows(whole),
        mark: { type: 'rule', style: 'grey', aria: false },
        encoding: { y, x: x('start'), x2: { field: 'end' } },
      },
      {
        data: rows(stretches),
        mark: { type: 'bar', color: INK },
        encoding: { y, x: x('from'), x2: { field: 'to' }, description: SAID },
      },
      end('start', 'least', 'right', -5),
      end('end', 'most', 'left', 5),
      {
        data: rows(whole),
        mark: { type: 'text', style: 'value', align: 'left', dx: 8, aria: false },
        encoding: { y, x: AT_RIGHT, text: { field: 'text', type: 'nominal' } },
      },
    ],
  });
}

/** Stretches of the factor's whole range, from 0 to 1, that lie inside; a label takes a stretch of its own. */
function insideOf(
  { factor, limit }: Restriction,
  factors: DiscoveryResult['factors'],
): readonly (readonly [number, number])[] {
  if (limit.kind === 'label') return labelStretches(limit);
  const [low, high] = factors[factor]!.range ?? [0, 1];
  const part = (value: number): number =>
    high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
  return [[part(limit.low), part(limit.high)]];
}

function labelStretches({
  allowed,
}: Extract<Limit, { kind: 'label' }>): readonly (readonly [number, number])[] {
  return allowed.flatMap((isIn, i) =>
    isIn ? [[i / allowed.length, (i + 1) / allowed.length] as const] : [],
  );
}
