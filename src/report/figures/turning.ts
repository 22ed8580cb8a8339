/** Where one run turned: how many of its futures came to an outcome before the step, and after it. */
import type { TurningPoint } from '../../experiment/index.ts';
import { dateText } from '../text/index.ts';
import { type FigureCase, outcomeInk } from './case.ts';
import { distinctLabels, listed, short } from './labels.ts';
import { changeText, hundred, shareSaid } from './numbers.ts';
import { rowAxis } from './rows-of-dots.ts';
import { AT_RIGHT, asItIs, drawing, type FigureSpec, type PlainObject, rows, SAID } from './spec.ts';
import { HOLLOW } from './theme.ts';

const ROW = 32;

/** @param turns each point with what happened in its step, in words. */
export function turningFigure(
  of: FigureCase,
  turns: readonly { readonly point: TurningPoint; readonly what: string }[],
): FigureSpec {
  const labels = distinctLabels(
    turns.map(({ point, what }) => `${dateText(of.start, point.day)}  ${what}`),
    30,
  );
  const places = turns.flatMap(({ point, what }, i): readonly PlainObject[] => {
    const { outcome, before, after, changes } = point;
    const [was, is] = [before.outcomes[outcome]!.share, after.outcomes[outcome]!.share];
    const { label } = of.outcomes[outcome]!;
    const ink = outcomeInk(of, outcome);
    const says = `${dateText(of.start, point.day)}, ${what}: ${label} from ${shareSaid(was)} to ${shareSaid(is)}`;
    const text = `${changeText(changes[outcome]!, 100)}  ${short(label, 18)}`;
    const row = { label: labels[i]!, ink, text, says, from: hundred(was.value), to: hundred(is.value) };
    return [row];
  });
  const data = rows(places.map((place) => ({ ...place, hollow: HOLLOW })));
  const y = rowAxis(labels, 0.3);
  const x = (field: string): PlainObject => ({
    field,
    type: 'quantitative',
    title: 'of 100 futures',
    scale: { domain: [0, 100] },
  });
  const end = (field: string, fill: string): PlainObject => ({
    data,
    mark: { type: 'point', size: 80, strokeWidth: 2, opacity: 1 },
    encoding: { y, x: x(field), stroke: asItIs('ink'), fill: asItIs(fill), description: SAID },
  });
  return drawing({
    name: 'turning-points',
    title: `${short(of.title, 60)}: where it turned`,
    subtitle:
      'Of 100 futures of the run, how many end so before the step (hollow) and after it (full); right: the change, with its 95 % interval',
    description: `Steps that changed how the run would end: ${listed(
      places.map(({ says }) => String(says)),
      5,
    )}.`,
    height: ROW * Math.max(1, labels.length),
    layer: [
      {
        data,
        mark: { type: 'rule', strokeWidth: 3, aria: false },
        encoding: { y, x: x('from'), x2: { field: 'to' }, stroke: asItIs('ink') },
      },
      end('from', 'hollow'),
      end('to', 'ink'),
      {
        data,
        mark: { type: 'text', style: 'value', align: 'left', dx: 8, aria: false },
        encoding: { y, x: AT_RIGHT, text: { field: 'text', type: 'nominal' } },
      },
    ],
  });
}
