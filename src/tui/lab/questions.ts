/** Questions that take runs of their own: what was asked, and what is known so far. */
import type { Drill, MomentFutures, OutcomesAt, ToldRun, TornadoPlan } from '../../experiment/index.ts';
import { placesAlong, planTornado, pointWith } from '../../experiment/index.ts';
import type { Parameter, Point, Scenario } from '../../scenario/index.ts';
import { snapped, spanOf } from './steps.ts';

/** Every question is asked of a scenario at a point. Its identity tells whose answer an answer is. */
interface Asked {
  readonly scenario: Scenario;
  readonly point: Point;
}

/** How the outcomes go along one parameter. */
export interface CurveQuestion extends Asked {
  readonly kind: 'curve';
  readonly parameter: Parameter;
  readonly places: readonly number[];
  readonly points: readonly Point[];
}

/** An outcome over two parameters; points row by row, `down` the rows. */
export interface MapQuestion extends Asked {
  readonly kind: 'map';
  readonly across: Parameter;
  readonly down: Parameter;
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly points: readonly Point[];
}

export interface TornadoQuestion extends Asked {
  readonly kind: 'tornado';
  readonly plan: TornadoPlan;
  readonly points: readonly Point[];
}

export interface DrillQuestion extends Asked {
  readonly kind: 'drill';
  readonly outcome: number;
}

export interface StoryQuestion extends Asked {
  readonly kind: 'story';
  readonly outcome: number;
  /** Runs that end so, and which of them is told. */
  readonly examples: readonly number[];
  readonly place: number;
}

export type RunMoments = Pick<MomentFutures, 'run' | 'moments' | 'place'>;

/** How a run would have gone on otherwise, from one of its moments. */
export interface FuturesQuestion extends Asked {
  readonly kind: 'futures';
  /** Null: a typical one of the runs that end in the outcome. */
  readonly run: number | null;
  readonly outcome: number;
  /** A place in the run's story, or a day since the start. */
  readonly at:
    | { readonly kind: 'place'; readonly place: number }
    | { readonly kind: 'day'; readonly day: number };
  /** The moments of the run and which of them it is, as far as an answer before has told. */
  readonly known: RunMoments | null;
}

export type Question =
  | CurveQuestion
  | MapQuestion
  | TornadoQuestion
  | DrillQuestion
  | StoryQuestion
  | FuturesQuestion;

export type Answer =
  | { readonly kind: 'curve' | 'map' | 'tornado'; readonly at: OutcomesAt }
  | { readonly kind: 'drill'; readonly drill: Drill }
  | { readonly kind: 'story'; readonly told: ToldRun }
  | { readonly kind: 'futures'; readonly futures: MomentFutures };

/** Runs of each point, when all is done; of `futures`, those of each way on. */
export const QUESTION_RUNS = {
  curve: 4_000,
  map: 2_000,
  tornado: 5_000,
  drill: 2_000,
  futures: 2_000,
} as const;

const CURVE_PLACES = 21;
const MAP_COLUMNS = 9;
const MAP_ROWS = 7;

/** Round values along the range. */
const stops = (parameter: Parameter, count: number): readonly number[] =>
  placesAlong(parameter, spanOf(parameter), count).map((value) => snapped(parameter, value));

export function curveQuestion(asked: Asked, parameter: Parameter): CurveQuestion {
  const places = stops(parameter, CURVE_PLACES);
  const points = places.map((value) => pointWith(asked.point, { [parameter.index]: value }));
  return { ...asked, kind: 'curve', parameter, places, points };
}

export function mapQuestion(asked: Asked, across: Parameter, down: Parameter): MapQuestion {
  const columns = stops(across, MAP_COLUMNS);
  // The highest value stands on top, as on any chart.
  const rows = [...stops(down, MAP_ROWS)].reverse();
  const points = rows.flatMap((y) =>
    columns.map((x) => pointWith(asked.point, { [across.index]: x, [down.index]: y })),
  );
  return { ...asked, kind: 'map', across, down, columns, rows, points };
}

export function tornadoQuestion(asked: Asked): TornadoQuestion {
  const plan = planTornado(asked.scenario, asked.point);
  return { ...asked, kind: 'tornado', plan, points: plan.points };
}

/** Whether all runs of the answer are in. */
export function isComplete(answer: Answer | null): boolean {
  if (answer === null) return false;
  switch (answer.kind) {
    case 'drill':
      return answer.drill.runs >= answer.drill.wanted;
    case 'story':
    case 'futures':
      return true;
    default:
      return answer.at.runs >= answer.at.wanted;
  }
}
