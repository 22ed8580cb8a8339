/** What the lab asks of whoever opened it: files and the outside world. */
import type { FigureSpec, Row, Table } from '../../report/index.ts';
import type { Scenario, Settings } from '../../scenario/index.ts';

/** What is worth keeping over a crash. */
export interface Draft {
  readonly settings: Settings;
  readonly marked: Settings;
}

/** A file that was saved while the lab is open. */
export type Reloaded =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  /** The faults as they are printed, by line. */
  | { readonly kind: 'faults'; readonly lines: readonly string[] };

/** A figure with its data. */
export interface Figure {
  /** Part of the file's name: `ends`, `curve-loyalty`. */
  readonly name: string;
  readonly title: string;
  /** Null where there is nothing to draw but the page itself: a story, a drill. */
  readonly spec: FigureSpec | null;
  /** The page in letters. */
  readonly rows: readonly Row[];
  readonly columns: number;
  readonly table: Table;
}

export interface LabServices {
  /** Writes a variant into a file of its own. What it says is shown. @throws Error with what to tell. */
  readonly save: (variant: {
    readonly scenario: Scenario;
    readonly settings: Settings;
    readonly name: string;
  }) => Promise<string>;
  /** Writes a figure and its data. What it says is shown. @throws Error with what to tell. */
  readonly exportFigure: (figure: Figure) => Promise<string>;
  /** Keeps the draft until the next; null: nothing is worth keeping. */
  readonly remember: (draft: Draft | null) => void;
  /** Calls back when the scenario's files change; returns what ends it. */
  readonly watch: (onChange: (reloaded: Reloaded) => void) => () => void;
}
