/** The arrows of one region as data: between its stages, its decisions and what stands for the rest of the chart. */
import type { Decision, Option, Region, Scenario, Stage, Transition } from '../../scenario/index.ts';
import { clean } from '../text/index.ts';
import type { TextLine } from './figure.ts';
import { arrivals, askedBy, decisionsOf, inRegion, outsideRegion, shocksOf, transitionsOf } from './moves.ts';
import {
  LABEL_WIDTH,
  linesOf,
  type Often,
  oftenOf,
  optionTooltip,
  placeInWords,
  shareLine,
  shortTrigger,
  type Taken,
  tooltip,
} from './words.ts';

/** An end of an arrow: a stage of the region, a decision, or one of the boxes that stand for something else. */
export type Node =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'other'; readonly id: string };

export interface Arrow {
  readonly from: Node;
  readonly to: Node;
  /** Empty for an arrow that needs no words. */
  readonly lines: readonly TextLine[];
  readonly tooltip: string;
  /** Somebody decides it, or it comes from outside the region. */
  readonly dashed: boolean;
  readonly often: Often | null;
}

/** A box that stands for what is not a stage of the region. */
export interface OtherBox {
  readonly id: string;
  readonly kind: 'anywhere' | 'elsewhere' | 'shock';
  readonly lines: readonly TextLine[];
  readonly tooltip: string;
}

export interface RegionMoves {
  readonly arrows: readonly Arrow[];
  readonly others: readonly OtherBox[];
}

/** A transition that leaves nothing and asks nothing is told in its stage's box instead of being drawn. */
export const isInternal = ({ targets, decision }: Transition): boolean =>
  targets.length === 0 && decision === null;

export function regionMoves(scenario: Scenario, region: Region, taken: Taken): RegionMoves {
  const parts = [
    ...transitionsOf(scenario, region.index)
      .filter((transition) => !isInternal(transition))
      .map((transition) => ownMoves(scenario, transition, taken)),
    ...decisionsOf(scenario, region.index).map((decision) => optionMoves(scenario, region, decision, taken)),
    ...arrivals(scenario, region.index).map((transition) =>
      arrivalMoves(scenario, region, transition, taken),
    ),
    shockMoves(scenario, region, taken),
  ];
  return {
    arrows: parts.flatMap(({ arrows }) => arrows),
    others: [
      ...(region.transitions.length === 0 ? [] : [anywhere(scenario, region, taken)]),
      ...parts.flatMap(({ others }) => others),
    ],
  };
}

const ANYWHERE = 'anywhere';

/** Where a region's own transitions start, whatever its stage. */
function anywhere(scenario: Scenario, { transitions }: Region, taken: Taken): OtherBox {
  const inside = transitions.map((index) => scenario.transitions[index]!).filter(isInternal);
  return {
    id: ANYWHERE,
    kind: 'anywhere',
    lines: [{ text: 'in every stage', look: 'faint' }, ...internalLines(scenario, transitions, taken)],
    tooltip: inside.map((transition) => tooltip(scenario, transition, transition.trigger)).join('\n'),
  };
}

/** What happens without leaving where it happens. */
export function internalLines(
  scenario: Scenario,
  transitions: readonly number[],
  taken: Taken,
): readonly TextLine[] {
  return transitions
    .map((index) => scenario.transitions[index]!)
    .filter(isInternal)
    .flatMap(({ label, path }) => [
      ...linesOf(`↻ ${label}`, 'faint', LABEL_WIDTH, 2),
      ...shareLine(oftenOf(taken, path)),
    ]);
}

const stageNode = (stage: Stage): Node => ({ kind: 'stage', stage });
const otherNode = (id: string): Node => ({ kind: 'other', id });

/** A transition from its stage to where it leads, and to the decision it asks. */
function ownMoves(scenario: Scenario, transition: Transition, taken: Taken): RegionMoves {
  const { targets, region, decision } = transition;
  const often = oftenOf(taken, transition.path);
  const from =
    transition.stage === null ? otherNode(ANYWHERE) : stageNode(scenario.stages[transition.stage]!);
  const outside = outsideRegion(scenario, targets, region);
  const common = { from, tooltip: tooltip(scenario, transition, transition.trigger), often };
  const lines = [
    ...linesOf(transition.label, 'label', LABEL_WIDTH, 3),
    ...triggerLine(scenario, transition),
    ...shareLine(often),
  ];
  const moved = inRegion(scenario, targets, region).map((stage): Arrow => {
    const also = outside.flatMap((each) => movesLine(scenario, each));
    return { ...common, to: stageNode(stage), lines: [...lines, ...also], dashed: false };
  });
  const asked = decision === null ? [] : [scenario.decisions[decision]!];
  const asks = asked.map((each): Arrow => {
    const to: Node = { kind: 'decision', decision: each };
    return {
      ...common,
      to,
      lines: sameWords(transition, each) ? lines.slice(-1 - Number(often !== null)) : lines,
      dashed: false,
    };
  });
  if (moved.length > 0 || asks.length > 0) return { arrows: [...moved, ...asks], others: [] };
  const id = `leads_${transition.index}`;
  const there = outside.flatMap((stage) => linesOf(placeInWords(scenario, stage), 'faint', LABEL_WIDTH, 2));
  const other: OtherBox = { id, kind: 'elsewhere', lines: there, tooltip: common.tooltip };
  return { arrows: [{ ...common, to: otherNode(id), lines, dashed: false }], others: [other] };
}

const triggerLine = (scenario: Scenario, { trigger }: Transition): readonly TextLine[] => {
  const words = shortTrigger(scenario, trigger);
  return words === null ? [] : linesOf(words, 'faint', LABEL_WIDTH, 2);
};

const movesLine = (scenario: Scenario, stage: Stage): readonly TextLine[] =>
  linesOf(`⇒ ${placeInWords(scenario, stage)}`, 'faint', LABEL_WIDTH, 2);

/** A transition named like the decision it asks needs no words of its own. */
const sameWords = (transition: Transition, decision: Decision): boolean =>
  clean(transition.label).toLowerCase() === clean(decision.label).toLowerCase();

/** The options of a decision that move the region. */
function optionMoves(scenario: Scenario, region: Region, decision: Decision, taken: Taken): RegionMoves {
  const arrows = decision.options.flatMap((option) =>
    inRegion(scenario, option.targets, region.index).map((stage): Arrow => {
      const often = oftenOf(taken, option.path);
      const outside = outsideRegion(scenario, option.targets, region.index);
      const also = outside.flatMap((each) => movesLine(scenario, each));
      return {
        from: { kind: 'decision', decision },
        to: stageNode(stage),
        lines: [...linesOf(option.label, 'label', LABEL_WIDTH, 3), ...shareLine(often), ...also],
        tooltip: optionTooltip(scenario, option),
        dashed: true,
        often,
      };
    }),
  );
  return { arrows, others: [] };
}

/** A transition of another region that moves this one. */
function arrivalMoves(scenario: Scenario, region: Region, transition: Transition, taken: Taken): RegionMoves {
  const id = `comes_${transition.index}`;
  const from = scenario.regions[transition.region]!;
  const often = oftenOf(taken, transition.path);
  const words = tooltip(scenario, transition, transition.trigger);
  const other: OtherBox = {
    id,
    kind: 'elsewhere',
    lines: [
      ...linesOf(`${from.label}:`, 'faint', LABEL_WIDTH, 1),
      ...linesOf(transition.label, 'label', LABEL_WIDTH, 3),
      ...shareLine(often),
    ],
    tooltip: words,
  };
  const arrows = inRegion(scenario, transition.targets, region.index).map(
    (stage): Arrow => ({
      from: otherNode(id),
      to: stageNode(stage),
      lines: [],
      tooltip: words,
      dashed: true,
      often,
    }),
  );
  return { arrows, others: [other] };
}

function shockMoves(scenario: Scenario, region: Region, taken: Taken): RegionMoves {
  const shocks = shocksOf(scenario, region.index);
  const others = shocks.map((shock): OtherBox => {
    const due = shortTrigger(scenario, shock.trigger);
    return {
      id: `shock_${shock.index}`,
      kind: 'shock',
      lines: [
        ...linesOf(shock.label, 'label', LABEL_WIDTH, 3),
        ...(due === null ? [] : linesOf(due, 'faint', LABEL_WIDTH, 2)),
        ...shareLine(oftenOf(taken, shock.name)),
      ],
      tooltip: tooltip(scenario, shock, shock.trigger),
    };
  });
  const arrows = shocks.flatMap((shock) =>
    inRegion(scenario, shock.targets, region.index).map(
      (stage): Arrow => ({
        from: otherNode(`shock_${shock.index}`),
        to: stageNode(stage),
        lines: [],
        tooltip: tooltip(scenario, shock, shock.trigger),
        dashed: true,
        often: oftenOf(taken, shock.name),
      }),
    ),
  );
  return { arrows, others };
}

/** The options that move no stage of the region, as lines in the decision's box. */
export function otherOptions(
  scenario: Scenario,
  region: number | null,
  decision: Decision,
): readonly Option[] {
  return decision.options.filter(({ targets }) => inRegion(scenario, targets, region).length === 0);
}

/** When a decision is asked by itself, or where from; null where an arrow of the region shows it. */
export function askInWords(scenario: Scenario, region: number | null, decision: Decision): string | null {
  if (decision.ask !== null) return shortTrigger(scenario, decision.ask) ?? 'asked by itself';
  const asking = askedBy(scenario, decision);
  if (asking.some((transition) => transition.region === region)) return null;
  const [first] = asking;
  return first === undefined ? null : `asked in ${clean(scenario.regions[first.region]!.label)}`;
}
