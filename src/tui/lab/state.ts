/** Everything the lab knows, as one plain value. Its size is not part of it: see `frame.ts`. */
import type { Picture } from '../../experiment/index.ts';
import type { Point, Scenario, Settings } from '../../scenario/index.ts';
import { itemsOf } from './items.ts';
import type { Answer, Question } from './questions.ts';
import type { Draft } from './services.ts';
import { type FilterId, startFilter } from './start-filter.ts';

export const TABS = ['ends', 'days', 'measures', 'happened'] as const;
export type TabId = (typeof TABS)[number];

/** What lies over the right side, or over all of it. */
export type Overlay =
  | { readonly kind: 'help' }
  | { readonly kind: 'info' }
  | { readonly kind: 'compare' }
  /** The file was saved with faults: these, by line; the last good version goes on. */
  | { readonly kind: 'faults'; readonly lines: readonly string[] }
  /** What the lab was left with without being quit. */
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** `place`: the variant under the cursor; 0 is none. */
  | { readonly kind: 'variants'; readonly place: number }
  | {
      readonly kind: 'question';
      readonly question: Question;
      /** Null before the first runs. */
      readonly answer: Answer | null;
      readonly failed: string | null;
      /** What escape goes back to: the drill that a story was opened from, the story whose futures these are. */
      readonly from: Overlay | null;
      /** The marked entry of a story. */
      readonly entry: number;
    };

/** A picture and the settings it is of. */
export interface Shown {
  readonly settings: Settings;
  readonly picture: Picture;
}

export interface Assumptions {
  /** Id of the selected item. */
  readonly selected: string;
  readonly filter: FilterId;
  readonly search: string;
  readonly isSearching: boolean;
  /** A value that is being typed; null where none is. */
  readonly typed: string | null;
  /** The name of a variant that is being saved; null where none is. */
  readonly naming: string | null;
}

/** Faulted runs at the present settings. */
export interface FaultNote {
  readonly settings: Settings;
  /** What and where, in words. */
  readonly message: string;
}

export interface LabState {
  readonly scenario: Scenario;
  /** As the user named it. */
  readonly named: string;
  readonly seed: string;
  /** What it was opened with: the baseline, until another is marked. */
  readonly home: Settings;
  readonly settings: Settings;
  readonly point: Point;
  readonly past: readonly Settings[];
  readonly future: readonly Settings[];
  /** Moves of one item in quick succession are undone as one. */
  readonly lastMove: { readonly item: string; readonly at: number } | null;
  /** What `before` is: the settings that were marked, or home. */
  readonly marked: Settings;
  readonly first: Shown | null;
  readonly before: Shown | null;
  readonly now: Shown | null;
  /** Sides that are compared, beside what the lab was opened with; the present one may be among them. */
  readonly pinned: readonly Shown[];
  /** The first parameter of a map, by name, while the second is being chosen. */
  readonly pairWith: string | null;
  readonly list: Assumptions;
  readonly tab: TabId;
  readonly overlay: Overlay | null;
  /** The outcome that sentences and questions are about; null: the one that changed most. */
  readonly focus: number | null;
  /** Region whose days are shown. */
  readonly region: number;
  /** The marked day, whole days since the start; null: none is marked. */
  readonly day: number | null;
  /** Rows scrolled past in what can be scrolled. */
  readonly scroll: number;
  /** Said until the next key. */
  readonly notice: string | null;
  readonly broken: string | null;
  readonly fault: FaultNote | null;
  /** How far each parameter moves the focus, by name, where it was asked. */
  readonly weights: Readonly<Record<string, number>>;
  readonly colour: boolean;
}

export interface LabBeginning {
  readonly scenario: Scenario;
  readonly named: string;
  readonly seed: string;
  readonly settings: Settings;
  readonly point: Point;
  readonly colour: boolean;
  /** What was left by a crash, to be offered. */
  readonly draft?: Draft | undefined;
}

export function initialLab(beginning: LabBeginning): LabState {
  const { draft, ...given } = beginning;
  const { scenario, settings } = given;
  return {
    ...given,
    home: settings,
    past: [],
    future: [],
    lastMove: null,
    marked: settings,
    first: null,
    before: null,
    now: null,
    pinned: [],
    pairWith: null,
    list: {
      selected: firstItem(scenario),
      filter: startFilter(scenario),
      search: '',
      isSearching: false,
      typed: null,
      naming: null,
    },
    tab: 'ends',
    overlay: draft === undefined ? null : { kind: 'draft', draft },
    focus: null,
    region: 0,
    day: null,
    scroll: 0,
    notice: null,
    broken: null,
    fault: null,
    weights: {},
  };
}

/** The first of those that the scenario wants shown first. */
function firstItem(scenario: Scenario): string {
  const [shown] = scenario.show.parameters;
  const parameter = shown === undefined ? undefined : scenario.parameters[shown];
  if (parameter !== undefined) return `parameters/${parameter.name}`;
  return itemsOf(scenario)[0]?.id ?? '';
}
