/** A figure before it is laid out: boxes of known size, links between them, groups around them. Knows no scenario. */
import type { Hue } from '../text/index.ts';
import type { TextLook } from './text-size.ts';

export interface TextLine {
  readonly text: string;
  readonly look: TextLook;
  /** Path of the happening whose share of runs the line tells. */
  readonly happening?: string;
}

/**
 * What a box stands for, which is how it is drawn: `label` has no border and stands on its link; `elsewhere` points to
 * another part of the chart; `start` is the dot where something begins.
 */
export type BoxKind =
  | 'stage'
  | 'final'
  | 'decision'
  | 'label'
  | 'shock'
  | 'elsewhere'
  | 'anywhere'
  | 'start'
  | 'parameter'
  | 'variable'
  | 'auxiliary'
  | 'hazard';

export interface Box {
  /** Letters, digits and `_`: what Graphviz calls it. */
  readonly id: string;
  readonly kind: BoxKind;
  readonly lines: readonly TextLine[];
  /** What a pointer that rests on it is told; empty for nothing. */
  readonly tooltip: string;
  /** Colour of its border and ground; null for the kind's own. */
  readonly hue: Hue | null;
  /** The group it stands in; null for none. */
  readonly group: string | null;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  /** Where the line is to end at a group's border, the group. */
  readonly fromGroup?: string | undefined;
  readonly toGroup?: string | undefined;
  readonly dashed: boolean;
  /** Whether it ends in an arrow head; the first half of a link with a label on it does not. */
  readonly head: boolean;
  /** It runs against the reading direction: it is laid out the other way round. */
  readonly back: boolean;
  /** Share of runs that took it, from 0 to 1; null where no runs were made. */
  readonly share: number | null;
  /** Path of the happening that the share is of; null without one. */
  readonly happening: string | null;
}

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  readonly parent: string | null;
}

export interface Figure {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
  readonly groups: readonly Group[];
}
