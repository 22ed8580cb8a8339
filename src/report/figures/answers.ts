/** The figures of each command's answer, the one that says most first; none of an answer without runs. */
import type {
  BranchResult,
  ComparisonResult,
  DiscoveryResult,
  IncidenceCurve,
  IncidenceResult,
  MeasureResult,
  NoWay,
  SensitivityResult,
  SimulationResult,
  SweepResult,
  ThresholdResult,
  TurningResult,
  Way,
} from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { grouped } from '../text/index.ts';
import { figureCase, outcomeInk } from './case.ts';
import { changesFigure } from './changes.ts';
import { boxFigure, tradeOffFigure } from './discovery.ts';
import { factorsFigure } from './factors.ts';
import { heatMapFigure } from './heat-map.ts';
import { incidenceFigure } from './incidence.ts';
import { short } from './labels.ts';
import { luckFigure } from './luck.ts';
import { measureFigure } from './measure.ts';
import { outcomesBySideFigure, outcomesFigure } from './outcomes.ts';
import { settledFigure, settlesFigure } from './settled.ts';
import { SHARES_CHANGED } from './sides.ts';
import type { FigureSpec } from './spec.ts';
import { stagesFigure } from './stages.ts';
import { sweepFigure } from './sweep.ts';
import { seriesInk } from './theme.ts';
import { thresholdFigure } from './threshold.ts';
import { tornadoFigure } from './tornado.ts';
import { turningFigure } from './turning.ts';
import { yesNoFigure } from './yes-no.ts';

const MEDIAN = 2;
/** What is nowhere in more runs than this has no figure of its own. */
const RARE = 0.01;

export function simulationFigures(scenario: Scenario, result: SimulationResult): readonly FigureSpec[] {
  const of = figureCase(scenario);
  const { outcomes, regions, days, runs, measures } = result;
  if (runs === 0) return [];
  return [
    outcomesFigure(
      of,
      outcomes.map(({ share }) => share),
    ),
    ...regions.map((region) => stagesFigure(of, region, { days, runs })),
    ...yesNoOf(result),
    ...measures.flatMap((measure) => shapeOf(result.title, measure)),
  ];
}

function yesNoOf({ title, measures }: SimulationResult): readonly FigureSpec[] {
  const shares = measures.flatMap(({ label, boolean, mean }) =>
    boolean && mean !== null ? [{ label, share: mean }] : [],
  );
  return shares.length === 0 ? [] : [yesNoFigure(title, shares)];
}

function shapeOf(title: string, measure: MeasureResult): readonly FigureSpec[] {
  const { id, label, unit, histogram, quantiles } = measure;
  if (histogram === null || measure.boolean) return [];
  const now = { ...histogram, median: quantiles[MEDIAN] ?? null };
  return [measureFigure(title, { id, label, unit, now, before: null })];
}

export function comparisonFigures(scenario: Scenario, result: ComparisonResult): readonly FigureSpec[] {
  const { title, sides, contrasts } = result;
  if (result.runs === 0) return [];
  const held = contrasts.map(({ side, against, outcomes }) => ({ side, against, changes: outcomes }));
  const yesNo = contrasts.map(({ side, against, measures }) => ({
    side,
    against,
    changes: measures.filter(({ boolean }) => boolean),
  }));
  const happens = {
    title: `${short(title, 60)}: what happens in a run`,
    ...SHARES_CHANGED,
    name: 'changes-yes-or-no',
  };
  return [
    changesFigure(held, { title, ...SHARES_CHANGED }),
    outcomesBySideFigure(
      figureCase(scenario),
      sides.map(({ name, result: { outcomes } }) => ({ name, shares: outcomes.map(({ share }) => share) })),
    ),
    ...(yesNo.some(({ changes }) => changes.length > 0) ? [changesFigure(yesNo, happens)] : []),
  ];
}

/** Along one axis lines; over two a map of each outcome that is not rare everywhere. @param first the map to begin with. */
export function sweepFigures(
  scenario: Scenario,
  { axes, points, runs }: SweepResult,
  first: string | undefined,
): readonly FigureSpec[] {
  const of = figureCase(scenario);
  const shares = scenario.outcomes.map((_, outcome) =>
    points.map(({ outcomes }) => outcomes[outcome]!.share),
  );
  const [one, other] = axes;
  if (one === undefined || runs === 0) return [];
  if (other === undefined) return [sweepFigure(of, one, shares)];
  const order = scenario.outcomes
    .filter(({ index, name }) => name === first || shares[index]!.some(({ value }) => value >= RARE))
    .sort((a, b) => Number(b.name === first) - Number(a.name === first) || a.index - b.index);
  return order.map(({ index }) =>
    heatMapFigure(of, index, { across: other, down: one, shares: shares[index]! }),
  );
}

export const thresholdFigures = (scenario: Scenario, result: ThresholdResult): readonly FigureSpec[] =>
  result.looks.length === 0 ? [] : [thresholdFigure(figureCase(scenario), result)];

export function sensitivityFigures({ title, outputs, factors }: SensitivityResult): readonly FigureSpec[] {
  const labels = factors.map(({ label }) => label);
  const lucks = outputs.flatMap((output) => (output.method === 'luck' ? [output] : []));
  const others = outputs.flatMap((output): readonly FigureSpec[] => {
    if (output.method === 'luck') return [];
    return output.method === 'tornado'
      ? [tornadoFigure(title, output, output.bars)]
      : [factorsFigure(title, output, labels)];
  });
  return lucks.length === 0 ? others : [luckFigure(title, lucks), ...others];
}

export const discoveryFigures = (result: DiscoveryResult): readonly FigureSpec[] =>
  [boxFigure(result), tradeOffFigure(result)].filter((figure) => figure !== null);

export function branchFigures(scenario: Scenario, result: BranchResult): readonly FigureSpec[] {
  const { title, happenings, decisions, quiet } = result;
  if (result.runs === 0) return [];
  return [
    settlesFigure(title, [...happenings, ...decisions, quiet]),
    settledFigure(figureCase(scenario), result),
  ];
}

export function turningFigures(scenario: Scenario, { points }: TurningResult): readonly FigureSpec[] {
  const turns = points.map((point) => {
    const happened = point.happenings.map(
      (path) => scenario.happenings.find((one) => one.path === path)?.label ?? path,
    );
    const decided = point.decisions.map(
      ({ path }) => scenario.decisions.find(({ name }) => name === path)?.label ?? path,
    );
    const words = happened.length > 0 ? happened : decided;
    return { point, what: words.length === 0 ? 'nothing happened' : words.join(', ') };
  });
  return turns.length === 0 ? [] : [turningFigure(figureCase(scenario), turns)];
}

/** @param named the alternatives in words, in the order of the ways. */
export function futuresFigures(
  scenario: Scenario,
  ways: readonly (Way | NoWay)[],
  named: readonly string[],
): readonly FigureSpec[] {
  const sides = ways.flatMap((way, i) =>
    'impossible' in way
      ? []
      : [{ name: named[i] ?? '', shares: way.outlook.outcomes.map(({ share }) => share) }],
  );
  return sides.length === 0 ? [] : [outcomesBySideFigure(figureCase(scenario), sides, 'futures')];
}

/** Outcomes of each side; of several sides, each outcome that is not rare under all. @param paths of what else is asked for. */
export function incidenceFigures(
  scenario: Scenario,
  { title, days, sides, runs }: IncidenceResult,
  paths: readonly string[],
): readonly FigureSpec[] {
  const of = figureCase(scenario);
  const ends = (curve: IncidenceCurve): number => curve.byDay.at(-1)?.value ?? 0;
  const subtitle = `Cumulative incidence with 95 % bands; ${grouped(runs)} runs${sides.length > 1 ? ' of each, the same luck' : ''}`;
  const figure = (
    name: string,
    what: string,
    curves: Parameters<typeof incidenceFigure>[1]['curves'],
  ): FigureSpec =>
    incidenceFigure(of, {
      name: `incidence-${name}`,
      title: `${short(title, 60)}: ${what}`,
      subtitle,
      days,
      curves,
    });
  const [first] = sides;
  if (first === undefined) return [];
  const bySide = (at: number): FigureSpec => {
    const { id, label } = first.curves[at]!;
    const curves = sides.map(({ name, curves }, i) => ({
      label: name,
      ink: seriesInk(i),
      estimates: curves[at]!.byDay,
    }));
    return figure(id, `by when “${short(label)}” comes`, curves);
  };
  const wanted = first.curves.flatMap(({ id, kind }, at) =>
    kind !== 'outcome' && paths.includes(id) ? [at] : [],
  );
  const outcomes = first.curves.flatMap(({ kind }, at) =>
    kind === 'outcome' && sides.some(({ curves }) => ends(curves[at]!) >= RARE) ? [at] : [],
  );
  if (sides.length > 1) return [...wanted, ...outcomes].map(bySide);
  const curves = outcomes.map((at) => ({
    label: first.curves[at]!.label,
    ink: outcomeInk(of, at),
    estimates: first.curves[at]!.byDay,
  }));
  return [
    ...wanted.map(bySide),
    ...(curves.length === 0 ? [] : [figure('outcomes', 'by when it ends so', curves)]),
  ];
}
