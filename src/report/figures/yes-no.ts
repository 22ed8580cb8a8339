/** Measures that are a yes or a no: in how many of 100 runs they are a yes. */
import type { Estimate } from '../../analysis/index.ts';
import { grouped } from '../text/index.ts';
import { distinctLabels, LABEL_EMS, listed, short } from './labels.ts';
import { shareSaid, shareText } from './numbers.ts';
import { type Dot, dotLayers, dotOfHundred, dotsHeight, type Series } from './rows-of-dots.ts';
import { drawing, type FigureSpec } from './spec.ts';
import { seriesInk } from './theme.ts';

const SERIES: readonly Series[] = [{ name: 'yes', ink: seriesInk(0), shape: 'circle' }];

/** These labels are sentences; they get more room. */
const SENTENCE_EMS = LABEL_EMS + 10;

/** In the scenario's order. */
export function yesNoFigure(
  title: string,
  measures: readonly { readonly label: string; readonly share: Estimate }[],
): FigureSpec {
  const labels = distinctLabels(
    measures.map(({ label }) => label),
    SENTENCE_EMS,
  );
  const dots = measures.map(
    ({ label, share }, i): Dot => ({
      label: labels[i]!,
      series: 'yes',
      ...dotOfHundred(share),
      hollow: false,
      text: shareText(share),
      says: `${label}: ${shareSaid(share)}`,
    }),
  );
  return drawing({
    name: 'yes-or-no',
    title: `${short(title, 60)}: what happens in a run`,
    subtitle: `In how many of 100 runs, with 95 % intervals; ${grouped(measures[0]?.share.n ?? 0)} runs`,
    description: `Dots: in how many of 100 runs each happens. ${listed(dots.map(({ says }) => says))}.`,
    height: dotsHeight({ labels, series: SERIES }),
    layer: dotLayers({ dots, labels, series: SERIES, axis: 'of 100 runs', fromZero: true }),
  });
}
