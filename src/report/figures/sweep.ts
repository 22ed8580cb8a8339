/** How outcomes go along one parameter: lines with their 95 % bands, and where the likeliest ending changes. */
import { type Estimate, leadsOf } from '../../analysis/index.ts';
import { grouped } from '../text/index.ts';
import { type FigureCase, outcomeInk } from './case.ts';
import { type Curve, curveLayers } from './curves.ts';
import { distinctLabels, listed, short } from './labels.ts';
import { ofHundredRuns, shareSaid, shareText, tidy, valueText } from './numbers.ts';
import { type Dot, dotLayers, dotOfHundred, dotsHeight, type Series } from './rows-of-dots.ts';
import { drawing, type FigureSpec, type PlainObject, rows } from './spec.ts';
import { seriesInk, shapeAt } from './theme.ts';

export interface SweptAxis {
  readonly name: string;
  readonly label: string;
  readonly values: readonly (number | string)[];
}

/** `shares[outcome][place]`, parallel to the case's outcomes and the axis' values. */
export type SweptShares = readonly (readonly Estimate[])[];

const HEIGHT = 300;
/** An outcome that is never more than this share is left out, and that is said. */
const RARE = 0.01;

export function sweepFigure(of: FigureCase, axis: SweptAxis, shares: SweptShares): FigureSpec {
  const shown = of.outcomes.map((_, i) => i).filter((i) => shares[i]!.some(({ value }) => value >= RARE));
  const left = of.outcomes.length - shown.length;
  const terms = { of, axis, shares, shown };
  const isNumbers = axis.values.every((value) => typeof value === 'number');
  const tips = isNumbers ? tipsOf(terms) : [];
  const runs = shares[0]?.[0]?.n ?? 0;
  const rare = left === 0 ? '' : `; ${left} never above 1 of 100 ${left === 1 ? 'is' : 'are'} left out`;
  return drawing({
    name: `sweep-${axis.name}`,
    title: `${short(of.title, 60)}: along “${short(axis.label)}”`,
    subtitle: `Outcomes of 100 runs with 95 % ${isNumbers ? 'bands' : 'intervals'}; ${grouped(runs)} runs at each value, the same luck${rare}${
      tips.length === 0 ? '' : '. Dashed: another outcome becomes the likeliest'
    }`,
    description: `Outcomes along ${short(axis.label)}. ${goes(terms)}${
      tips.length === 0 ? '' : ` The likeliest outcome changes at about ${listed(tips.map(valueText))}.`
    }`,
    ...(isNumbers ? alongNumbers(terms, tips) : alongNames(terms)),
  });
}

interface Terms {
  readonly of: FigureCase;
  readonly axis: SweptAxis;
  readonly shares: SweptShares;
  readonly shown: readonly number[];
}

type Drawn = Pick<Parameters<typeof drawing>[0], 'height' | 'layer' | 'resolve'>;

function tipsOf({ axis, shares }: Terms): readonly number[] {
  return leadsOf(axis.values as readonly number[], shares)
    .slice(1)
    .map(({ from }) => tidy(from));
}

function goes({ of, axis, shares, shown }: Terms): string {
  const [first, last] = [axis.values[0] ?? '', axis.values.at(-1) ?? ''];
  const words = shown.map((i) => {
    const own = shares[i]!;
    return `${short(of.outcomes[i]!.label)} from ${shareSaid(own[0]!)} to ${shareSaid(own.at(-1)!)}`;
  });
  return `From ${valueText(first)} to ${valueText(last)}: ${listed(words, 5)}.`;
}

function alongNumbers({ of, axis, shares, shown }: Terms, tips: readonly number[]): Drawn {
  const labels = distinctLabels(of.outcomes.map(({ label }) => label));
  const curves = shown.map(
    (i): Curve => ({
      label: labels[i]!,
      ink: outcomeInk(of, i),
      place: i,
      points: axis.values.map((value, place) => {
        const share = shares[i]![place]!;
        const says = `${of.outcomes[i]!.label} at ${valueText(value)}: ${shareSaid(share)}`;
        return { at: tidy(value as number), says, ...ofHundredRuns(share) };
      }),
    }),
  );
  const title = short(axis.label, 60);
  const x = { field: 'at', type: 'quantitative', title, scale: { zero: false, nice: false } };
  const marks = rows(tips.map((at) => ({ at, words: valueText(at) })));
  const tipLayers: readonly PlainObject[] = [
    { data: marks, mark: { type: 'rule', style: 'reference', aria: false }, encoding: { x } },
    {
      data: marks,
      mark: { type: 'text', style: 'note', y: -7, aria: false },
      encoding: { x, text: { field: 'words', type: 'nominal' } },
    },
  ];
  return {
    height: HEIGHT,
    layer: [
      ...(tips.length === 0 ? [] : tipLayers),
      ...curveLayers(curves, { x, y: { title: 'of 100 runs' } }),
    ],
  };
}

/** Choices, decisions, shocks and variants have no line between them: a dot of each under each outcome. */
function alongNames({ of, axis, shares, shown }: Terms): Drawn {
  const labels = distinctLabels(shown.map((i) => `${of.outcomes[i]!.sign} ${of.outcomes[i]!.label}`));
  const names = distinctLabels(axis.values.map(valueText));
  const series = names.map((name, i): Series => ({ name, ink: seriesInk(i), shape: shapeAt(i) }));
  const dots = shown.flatMap((i, row) =>
    axis.values.map((value, place): Dot => {
      const share = shares[i]![place]!;
      return {
        label: labels[row]!,
        series: names[place]!,
        ...dotOfHundred(share),
        hollow: false,
        text: shareText(share),
        says: `${of.outcomes[i]!.label} at ${valueText(value)}: ${shareSaid(share)}`,
      };
    }),
  );
  return {
    height: dotsHeight({ labels, series }),
    layer: dotLayers({ dots, labels, series, axis: 'of 100 runs' }),
  };
}
