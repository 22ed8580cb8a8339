/** Everything the simulate screen knows, as one plain value. Its size is not part of it: see `frame.ts`. */
import type { Manifest, SimulationResult } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { emptyResult } from './empty-result.ts';

export const VIEWS = ['ending', 'days', 'measures', 'happened', 'assumptions'] as const;
export type ViewId = (typeof VIEWS)[number];
/** What can be scrolled: each view for itself, and the help over them. */
export type Surface = ViewId | 'help';

export interface State {
  readonly scenario: Scenario;
  /** Runs asked for. */
  readonly wanted: number;
  /** Runs done, as the work reports it; may be ahead of `result.runs`. */
  readonly done: number;
  readonly secondsLeft: number | null;
  readonly finished: boolean;
  readonly paused: boolean;
  /** Before the first runs: an answer with no runs in it. */
  readonly result: SimulationResult;
  readonly view: ViewId;
  /** The region whose stages are shown; the first is the main one. */
  readonly region: number;
  readonly help: boolean;
  /** Whether what really happened is shown beside what the model does. */
  readonly history: boolean;
  /** The terminal shows colours; where it does not, charts are made of letters. */
  readonly colour: boolean;
  /** Rows scrolled past, by surface. */
  readonly scroll: Readonly<Record<Surface, number>>;
}

export interface Beginning {
  readonly scenario: Scenario;
  readonly runs: number;
  /** Known before the first runs by the command that starts them; without it the seed is shown with the first answer. */
  readonly manifest: Manifest | null;
  readonly colour: boolean;
}

export function initialState({ scenario, runs, manifest, colour }: Beginning): State {
  return {
    scenario,
    wanted: runs,
    done: 0,
    secondsLeft: null,
    finished: false,
    paused: false,
    result: emptyResult(scenario, runs, manifest),
    view: 'ending',
    region: 0,
    help: false,
    history: false,
    colour,
    scroll: { ending: 0, days: 0, measures: 0, happened: 0, assumptions: 0, help: 0 },
  };
}

export const surfaceOf = (state: State): Surface => (state.help ? 'help' : state.view);
