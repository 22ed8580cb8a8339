/** View 1, how it ends: the outcome distribution, then where the runs stand day by day. */
import {
  EMPTY_ROW,
  gap,
  outcomeBarColumn,
  outcomesPanel,
  padRow,
  type Row,
  stageLabelWidth,
  stagesPanel,
} from '../../../report/index.ts';
import type { State } from '../state.ts';
import type { Body, BodySize } from './body.ts';
import { regionPanel, regionStages } from './region-stages.ts';

/** From this width on the two parts stand side by side. */
const SIDE_BY_SIDE = 150;

export function endingBody(state: State, { columns, rows }: BodySize): Body {
  if (columns >= SIDE_BY_SIDE) {
    const left = Math.floor(columns / 2) - 1;
    const outcomes = outcomesPanel(state.result.outcomes, left);
    const stages = stageRows(state, { columns: columns - left - 2, rows }, 0);
    return { pinned: [], rows: beside(outcomes, stages, left) };
  }
  const all = outcomesPanel(state.result.outcomes, columns);
  const outcomes = all.length + 3 <= rows ? all : all.slice(0, -1);
  // Where it is tight, the blank row between goes before a row of stages does.
  const between = rows - outcomes.length > 3 ? [EMPTY_ROW] : [];
  const left = rows - outcomes.length - between.length;
  const label = outcomeBarColumn(state.result.outcomes, columns) - 2;
  const stages = stageRows(state, { columns, rows: left }, label);
  return { pinned: [], rows: [...outcomes, ...between, ...stages] };
}

/** Tallest chart of a stage: where there is more room than this, it is left empty. */
const TALLEST = 4;

/** The chosen region, then as many others as fit whole; stages that end the run give way, they stand above. */
function stageRows(state: State, { columns, rows }: BodySize, leastLabel: number): readonly Row[] {
  const count = state.result.regions.length;
  const order = Array.from({ length: count }, (_, index) => (state.region + index) % count);
  const regions = order.map((region) => {
    const stages = regionStages(state, region);
    const open = stages.filter(({ ends }) => !ends);
    return { region, stages: stages.length + 1 > rows && open.length > 0 ? open : stages };
  });
  const fitting = regions.filter(
    (_, index) => index === 0 || heightOf(regions.slice(0, index + 1), 1) <= rows,
  );
  let height = 1;
  while (height < TALLEST && heightOf(fitting, height + 1) <= rows) height += 1;
  const panels = fitting.map(({ region, stages }) => regionPanel(state, region, { stages, height }));
  const label = Math.max(leastLabel, stageLabelWidth(panels, columns));
  return panels.flatMap((panel, index) => [
    ...(index === 0 ? [] : [EMPTY_ROW]),
    ...stagesPanel(panel, label, columns),
  ]);
}

/** Rows that these regions take, with a heading each and a blank row between. */
const heightOf = (regions: readonly { readonly stages: readonly unknown[] }[], height: number): number =>
  regions.reduce((sum, { stages }) => sum + 2 + height * stages.length, -1);

function beside(left: readonly Row[], right: readonly Row[], width: number): readonly Row[] {
  const height = Math.max(left.length, right.length);
  return Array.from({ length: height }, (_, index): Row => {
    const other = right[index];
    const row = left[index] ?? EMPTY_ROW;
    return other === undefined ? row : [...padRow(row, width), gap(2), ...other];
  });
}
