/** Where an outcome tips: its share along the parameter, what it is held against, and the crossing with its interval. */
import type { ThresholdResult } from '../../experiment/index.ts';
import { grouped } from '../text/index.ts';
import type { FigureCase } from './case.ts';
import { type Curve, curveLayers } from './curves.ts';
import { distinctLabels, short } from './labels.ts';
import { hundred, ofHundredRuns, shareSaid, tidy, valueText } from './numbers.ts';
import { drawing, type FigureSpec, type PlainObject, rows } from './spec.ts';
import { seriesInk } from './theme.ts';

const HEIGHT = 280;

export function thresholdFigure(of: FigureCase, result: ThresholdResult): FigureSpec {
  const { parameter, looks, outcomes, outcome, rule, crossing, runs, manifest } = result;
  const drawn = rule.kind === 'beats' ? [outcome, rule.outcome] : [outcome];
  const labels = distinctLabels(drawn.map((i) => outcomes[i]!.label));
  const curves = drawn.map(
    (i, place): Curve => ({
      label: labels[place]!,
      ink: seriesInk(place),
      place,
      points: looks.map(({ value, shares }) => {
        const share = shares[i]!;
        const says = `${outcomes[i]!.label} at ${valueText(value)}: ${shareSaid(share)}`;
        return { at: tidy(value), says, ...ofHundredRuns(share) };
      }),
    }),
  );
  const { low, high } = manifest;
  const unit = parameter.unit === null ? '' : `, ${parameter.unit}`;
  const title = short(`${parameter.label}${unit}`, 60);
  const x = {
    field: 'at',
    type: 'quantitative',
    title,
    scale: { domain: [tidy(low), tidy(high)], nice: false, zero: false },
  };
  const y = { title: 'of 100 runs', scale: { zero: true } };
  return drawing({
    name: `threshold-${parameter.id}`,
    title: `${short(of.title, 60)}: where it tips`,
    subtitle: `${answer(result)}; ${grouped(runs)} runs at each value, the same luck`,
    description: `Share of ${short(outcomes[outcome]!.label)} along ${short(parameter.label)}. ${answer(result)}.`,
    height: HEIGHT,
    layer: [
      ...crossingLayers(crossing, { low, high }, x),
      ...(rule.kind === 'reaches'
        ? [
            {
              data: rows([{ hundred: hundred(rule.share) }]),
              mark: { type: 'rule', style: 'reference', aria: false },
              encoding: { y: { field: 'hundred', type: 'quantitative', ...y } },
            },
          ]
        : []),
      ...curveLayers(curves, { x, y }),
    ],
  });
}

type Crossing = ThresholdResult['crossing'];

function crossingLayers(
  crossing: Crossing,
  range: { readonly low: number; readonly high: number },
  x: PlainObject,
): readonly PlainObject[] {
  if (crossing?.kind !== 'found') return [];
  const { value, low, high } = crossing.at;
  const [from, to] = [Math.max(range.low, low), Math.min(range.high, high)];
  const at = rows([{ at: tidy(value), from: tidy(from), to: tidy(to), words: valueText(value) }]);
  return [
    {
      data: at,
      mark: { type: 'rect', opacity: 0.2, style: 'grey', aria: false },
      encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' } },
    },
    { data: at, mark: { type: 'rule', style: 'interval', aria: false }, encoding: { x } },
    {
      data: at,
      mark: { type: 'text', style: 'value', fontWeight: 'bold', y: -8, aria: false },
      encoding: { x, text: { field: 'words', type: 'nominal' } },
    },
  ];
}

function answer({ crossing, outcomes, outcome, rule, parameter }: ThresholdResult): string {
  const label = `“${short(outcomes[outcome]!.label)}”`;
  const above =
    rule.kind === 'reaches'
      ? `comes in more than ${hundred(rule.share)} of 100 runs`
      : `is more likely than “${short(outcomes[rule.outcome]!.label)}”`;
  switch (crossing?.kind) {
    case undefined:
      return 'The search was interrupted';
    case 'none':
      return `${label} ${above} ${crossing.side === 'above' ? 'everywhere' : 'nowhere'} that was looked at`;
    case 'unclear':
      return `Whether ${label} ${above} is not clear anywhere`;
    case 'several':
      return `${label} crosses more than once: no single threshold`;
    case 'found': {
      const { value, low, high } = crossing.at;
      const ends = [low, high].map((end) => (Number.isFinite(end) ? valueText(end) : 'beyond the range'));
      const where = `“${short(parameter.label)}” is ${crossing.rising ? 'above' : 'below'} ${valueText(value)}`;
      return `${label} ${above} where ${where} (95 % interval ${ends.join(' to ')}, shaded)`;
    }
  }
}
