/** Which factors move an output, the most telling first: Sobol indices, elementary effects, or from ordinary runs. */
import type { Estimate } from '../../analysis/index.ts';
import type { GivenDataOutput, MorrisOutput, SobolOutput } from '../../experiment/index.ts';
import { rounded, stepFor } from '../text/index.ts';
import { distinctLabels, listed, short } from './labels.ts';
import { indexText, tidy } from './numbers.ts';
import { type Dot, dotLayers, dotsHeight, type Series } from './rows-of-dots.ts';
import { drawing, type FigureSpec, type PlainObject, rows } from './spec.ts';
import { seriesInk } from './theme.ts';
import { MOST_ROWS, rest } from './tornado.ts';

export type FactorOutput = SobolOutput | MorrisOutput | GivenDataOutput;

interface Factor {
  readonly label: string;
  /** By series. */
  readonly estimates: readonly (Estimate | null)[];
  /** What luck alone would reach; null where 0 is what it is held against. */
  readonly bar: number | null;
  /** Whether the whole interval must be above the bar to tell. */
  readonly isWholly?: boolean;
}

interface Kind {
  readonly factors: readonly Factor[];
  readonly series: readonly Series[];
  readonly axis: string;
  readonly subtitle: string;
  readonly by: number;
  /** The largest value there can be, before `by`. */
  readonly most: number;
}

/** @param labels of the factors, parallel to the output's estimates. */
export function factorsFigure(title: string, output: FactorOutput, labels: readonly string[]): FigureSpec {
  const { factors, series, axis, subtitle, by, most } = kindOf(output, labels);
  const order = factors
    .map((_, i) => i)
    .sort((a, b) => leading(factors[b]!) - leading(factors[a]!) || a - b)
    .slice(0, MOST_ROWS);
  const names = distinctLabels(order.map((i) => factors[i]!.label));
  // An index that may be 0 is never drawn as one below it, nor a share above all there is.
  const inside = (value: number): number => tidy(by * Math.min(most, Math.max(0, value)));
  const dots = order.flatMap((i, row) =>
    factors[i]!.estimates.flatMap((estimate, at): readonly Dot[] => {
      if (estimate === null || !Number.isFinite(estimate.low + estimate.high)) return [];
      const { low, high } = estimate;
      const hollow = at === 0 ? !tells(factors[i]!) : !(low > 0);
      const shown = { ...estimate, value: Math.min(most, estimate.value), high: Math.min(most, high) };
      const text = hollow ? upTo(shown, by) : indexText(shown, by);
      return [
        {
          label: names[row]!,
          series: series[at]!.name,
          value: inside(estimate.value),
          low: inside(low),
          high: inside(high),
          hollow,
          text,
          says: `${factors[i]!.label}, ${series[at]!.name}: ${text}`,
        },
      ];
    }),
  );
  const telling = order.filter((i) => tells(factors[i]!)).map((i) => short(factors[i]!.label));
  const bars = order.flatMap((i, row): readonly PlainObject[] => {
    const { bar } = factors[i]!;
    return bar === null ? [] : [{ label: names[row]!, bar: tidy(by * bar) }];
  });
  return drawing({
    name: `${output.method}-${output.id}`,
    title: `${short(title, 60)}: what moves “${short(output.label, 36)}”`,
    subtitle: `${subtitle}; hollow: could be nothing${rest(factors.length)}`,
    description: `Dots: how much each factor moves ${short(output.label)}. ${
      telling.length === 0 ? 'None can be told from nothing.' : `The most telling: ${listed(telling)}.`
    }`,
    height: dotsHeight({ labels: names, series }),
    layer: [...dotLayers({ dots, labels: names, series, axis, fromZero: true }), ...barLayers(bars, names)],
  });
}

const leading = ({ estimates }: Factor): number => estimates[0]?.value ?? 0;

/** Of effects their whole interval must be above what luck would make; an index must be above what chance reaches. */
const tells = ({ estimates, bar, isWholly }: Factor): boolean => {
  const [first] = estimates;
  if (first === null || first === undefined || !(first.low > 0)) return false;
  return bar === null || (isWholly ? first.low : first.value) > bar;
};

const upTo = ({ low, high }: Estimate, by: number): string =>
  `up to ${rounded(by * Math.max(0, high), stepFor((by * (high - low)) / 8))}`;

/** A tick where luck alone would reach. */
function barLayers(bars: readonly PlainObject[], labels: readonly string[]): readonly PlainObject[] {
  if (bars.length === 0) return [];
  return [
    {
      data: rows(bars),
      mark: { type: 'tick', thickness: 2, style: 'grey', aria: false },
      encoding: {
        y: {
          field: 'label',
          type: 'nominal',
          scale: { type: 'band', domain: labels, padding: 0.2 },
          sort: null,
        },
        x: { field: 'bar', type: 'quantitative' },
      },
    },
  ];
}

const one = (name: string): readonly Series[] => [{ name, ink: seriesInk(0), shape: 'circle' }];

function kindOf(output: FactorOutput, labels: readonly string[]): Kind {
  switch (output.method) {
    case 'sobol': {
      const { first, total } = output;
      const series = one('in all').concat(
        first === null ? [] : [{ name: 'alone', ink: seriesInk(1), shape: 'square' }],
      );
      return {
        factors: total.map((estimate, i) => ({
          label: labels[i]!,
          estimates: [estimate, ...(first === null ? [] : [first[i]!])],
          bar: null,
        })),
        series,
        axis: 'share of the variance that is not luck',
        subtitle:
          'Sobol indices with 95 % intervals: alone (first order) and in all, with others (total order)',
        by: 1,
        most: 1,
      };
    }
    case 'morris': {
      const by = output.kind === 'outcome' ? 100 : 1;
      return {
        factors: output.effects.map(({ meanSize, byLuck }, i) => ({
          label: labels[i]!,
          estimates: [meanSize],
          bar: byLuck,
          isWholly: true,
        })),
        series: one('effect'),
        axis:
          output.kind === 'outcome'
            ? 'mean size of the effect over the range, of 100 runs'
            : 'mean size of the effect',
        subtitle: 'Morris’ μ* with 95 % intervals; the tick: what luck alone would make',
        by,
        most: Infinity,
      };
    }
    case 'given-data':
      return {
        factors: output.pawn.map((index, i) => ({
          label: labels[i]!,
          estimates: [index],
          bar: index.byChance,
        })),
        series: one('moves'),
        axis: 'PAWN: how far slices of the factor move the output',
        subtitle: 'PAWN indices with 95 % intervals; the tick: what a factor without any influence may reach',
        by: 1,
        most: 1,
      };
    default:
      return output satisfies never;
  }
}
