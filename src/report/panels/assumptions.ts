/** What was assumed: each parameter, whether it varies between runs, and how. */
import type { SimulationResult } from '../../experiment/index.ts';
import {
  atLeft,
  cell,
  clean,
  EMPTY_ROW,
  FAINT,
  gap,
  type Row,
  STRONG,
  textWidth,
  wrap,
} from '../text/index.ts';
import { capitalised, heading } from './table.ts';

export type ParameterLine = SimulationResult['parameters'][number];

export interface AssumptionsPanel {
  readonly parameters: readonly ParameterLine[];
  /** A picture of each distribution, parallel to `parameters`; null for none. */
  readonly pictures: readonly (string | null)[];
}

export const VARIES = '~';
export const HELD = '=';

/** `23 assumptions vary between runs, 1 is held`. */
export function assumptionsLine(parameters: readonly { readonly varied: boolean }[]): string {
  const varied = parameters.filter((one) => one.varied).length;
  const held = parameters.length - varied;
  if (parameters.length === 0) return 'no parameters';
  if (varied === 0) return held === 1 ? '1 assumption, held' : `all ${held} assumptions held`;
  const vary = varied === 1 ? '1 assumption varies' : `${varied} assumptions vary`;
  return held === 0 ? vary : `${vary}, ${held} held`;
}

export function assumptionsPanel(
  { parameters, pictures }: AssumptionsPanel,
  columns: number,
): readonly Row[] {
  const picture = pictures.some((one) => one !== null) && columns >= 96 ? 14 : 0;
  const widest = Math.max(8, ...parameters.map(({ label }) => textWidth(clean(label))));
  const room = Math.min(columns, 132) - 5 - (picture === 0 ? 0 : picture + 1);
  const label = Math.min(widest, Math.floor(room * 0.5));
  const rows: Row[] = [
    [gap(1), cell(heading('Assumptions'), STRONG), cell(`  ${assumptionsLine(parameters)}`, FAINT)],
  ];
  let group: string | null = null;
  parameters.forEach((parameter, index) => {
    if (parameter.group !== group && parameter.group !== null) {
      if (rows.length > 1) rows.push(EMPTY_ROW);
      rows.push([gap(1), cell(capitalised(parameter.group), STRONG)]);
    }
    group = parameter.group;
    const lines = wrap(parameter.treatment, room - label - 1);
    lines.forEach((line, at) => {
      const first = at === 0;
      rows.push([
        gap(1),
        cell(first ? `${parameter.varied ? VARIES : HELD} ` : '  ', FAINT),
        cell(first ? atLeft(clean(parameter.label), label) : ' '.repeat(label)),
        gap(1),
        ...(picture === 0
          ? []
          : [cell(atLeft(first ? (pictures[index] ?? '') : '', picture), { hue: 'sky' }), gap(1)]),
        cell(line, FAINT),
      ]);
    });
  });
  return rows;
}
