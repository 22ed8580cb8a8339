/**
 * One region of a chart as a figure. No line leaves it: what moves another region is named there and here, so that
 * parallel regions stand side by side without a web of lines between them.
 */
import type { Decision, Region, Scenario, Stage } from '../../scenario/index.ts';
import { clean, type Look } from '../text/index.ts';
import { backEdges } from './back-moves.ts';
import { type Draft, type End, linkShare, linkThrough, openDraft } from './draft.ts';
import type { Box, Figure, TextLine } from './figure.ts';
import { decisionsOf, homeOf, outsideRegion } from './moves.ts';
import {
  askInWords,
  internalLines,
  isInternal,
  type Node,
  otherOptions,
  type RegionMoves,
  regionMoves,
} from './region-moves.ts';
import { cut } from './text-size.ts';
import {
  linesOf,
  oftenOf,
  oftenText,
  optionTooltip,
  placeInWords,
  shortened,
  type Taken,
  tooltip,
} from './words.ts';

const STAGE_WIDTH = 136;
const DECISION_WIDTH = 190;
const GROUP_WIDTH = 260;

export interface RegionContext {
  readonly scenario: Scenario;
  /** Looks of the outcomes, by index. */
  readonly looks: readonly Look[];
  readonly taken: Taken;
}

export function regionFigure(context: RegionContext, region: Region): Figure {
  const { scenario, taken } = context;
  const draft = openDraft();
  const moves = regionMoves(scenario, region, taken);
  const decisions = decisionsOf(scenario, region.index);
  startOf(draft, `start_region_${region.index}`, null, scenario.stages[region.initial]!, scenario);
  for (const other of moves.others) draft.box({ ...other, hue: null, group: null });
  for (const index of region.stages) addStage(draft, context, scenario.stages[index]!);
  for (const decision of decisions) draft.box(decisionBox(context, region, decision));
  addArrows(draft, scenario, region, moves);
  return draft.figure();
}

const stageId = ({ index }: Stage): string => `stage_${index}`;
const startId = ({ index }: Stage): string => `start_${index}`;
const groupId = ({ index }: Stage): string => `group_${index}`;
const parentGroup = (scenario: Scenario, { parent }: Stage): string | null =>
  parent === null ? null : groupId(scenario.stages[parent]!);

/** The dot where a region or a stage with stages inside begins. */
function startOf(draft: Draft, id: string, group: string | null, initial: Stage, scenario: Scenario): void {
  draft.box({ id, kind: 'start', lines: [], tooltip: 'begins here', hue: null, group });
  const to = endAt(scenario, initial, 'head', null);
  draft.link({ from: id, to: to.box, toGroup: to.group });
}

function addStage(draft: Draft, { scenario, looks, taken }: RegionContext, stage: Stage): void {
  const group = parentGroup(scenario, stage);
  const words = stageTooltip(scenario, stage);
  if (stage.initial !== null) {
    draft.group({
      id: groupId(stage),
      label: cut(clean(stage.label), GROUP_WIDTH, 'name'),
      tooltip: words,
      parent: group,
    });
    startOf(draft, startId(stage), groupId(stage), scenario.stages[stage.initial]!, scenario);
    const lines = internalLines(scenario, stage.transitions, taken);
    if (lines.length > 0) {
      draft.box({ kind: 'label', lines, tooltip: words, hue: null, group: groupId(stage) });
    }
    return;
  }
  const look = stage.outcome === null ? null : looks[stage.outcome]!;
  draft.box({
    id: stageId(stage),
    kind: look === null ? 'stage' : 'final',
    lines: [...nameLines(scenario, stage, look), ...internalLines(scenario, stage.transitions, taken)],
    tooltip: words,
    hue: look?.hue ?? null,
    group,
  });
}

/** The stage's name; one that ends the run has its outcome's sign, and its name where that is another. */
function nameLines(scenario: Scenario, stage: Stage, look: Look | null): readonly TextLine[] {
  const sign = look === null ? '' : `${look.sign} `;
  const name = linesOf(`${sign}${stage.label}`, 'name', STAGE_WIDTH, 3);
  if (stage.outcome === null) return name;
  const outcome = clean(scenario.outcomes[stage.outcome]!.label);
  return outcome === clean(stage.label) ? name : [...name, ...linesOf(outcome, 'faint', STAGE_WIDTH, 2)];
}

function stageTooltip(scenario: Scenario, stage: Stage): string {
  const inside = stage.transitions
    .map((index) => scenario.transitions[index]!)
    .filter(isInternal)
    .map((transition) => `\n${tooltip(scenario, transition, transition.trigger)}`);
  return shortened(`${stage.path}: ${tooltip(scenario, stage, null)}${inside.join('')}`);
}

/** A decision as it is shown in a region; null: beside all of them. */
export function decisionBox(
  { scenario, taken }: RegionContext,
  region: Region | null,
  decision: Decision,
): Box {
  const here = region?.index ?? null;
  const ask = askInWords(scenario, here, decision);
  const others = homeOf(scenario, decision) === here ? otherOptions(scenario, here, decision) : [];
  return {
    id: `decision_${decision.index}`,
    kind: 'decision',
    lines: [
      ...(decision.actor === null ? [] : linesOf(decision.actor, 'faint', DECISION_WIDTH, 1)),
      ...linesOf(decision.label, 'name', DECISION_WIDTH, 2),
      ...(ask === null ? [] : linesOf(ask, 'faint', DECISION_WIDTH, 1)),
      ...others.flatMap((option) => {
        const there = outsideRegion(scenario, option.targets, here);
        const leads = there.map((stage) => ` ⇒ ${placeInWords(scenario, stage)}`).join('');
        const often = oftenOf(taken, option.path);
        const share = often === null ? '' : `${oftenText(often.share)} `;
        const lines = linesOf(`· ${share}${option.label}${leads}`, 'label', DECISION_WIDTH, 2);
        return often === null
          ? lines
          : lines.map((line, i) => (i === 0 ? { ...line, happening: often.path } : line));
      }),
    ],
    tooltip: decisionTooltip(scenario, decision),
    hue: null,
    group: null,
  };
}

export function decisionTooltip(scenario: Scenario, decision: Decision): string {
  const { question, ask, options } = decision;
  const head = tooltip(scenario, { ...decision, label: question ?? decision.label }, ask);
  return shortened([head, ...options.map((option) => `· ${optionTooltip(scenario, option)}`)].join('\n'));
}

function addArrows(draft: Draft, scenario: Scenario, region: Region, { arrows, others }: RegionMoves): void {
  const back = backArrows(scenario, region, { arrows, others });
  for (const [index, arrow] of arrows.entries()) {
    const isBack = back[index] === true;
    const from = endOf(scenario, arrow.from, isBack ? 'head' : 'tail', arrow.to);
    const to = endOf(scenario, arrow.to, isBack ? 'tail' : 'head', arrow.from);
    const { lines, tooltip: words, dashed, often } = arrow;
    if (lines.length === 0) {
      draft.link({
        from: from.box,
        fromGroup: from.group,
        to: to.box,
        toGroup: to.group,
        dashed,
        back: isBack,
        ...linkShare(often),
      });
      continue;
    }
    const group = commonGroup(scenario, arrow.from, arrow.to);
    linkThrough(draft, from, to, { lines, tooltip: words, dashed, back: isBack, often, group });
  }
}

/** Arrows against the reading direction. A stage with others inside counts as leading to each of them. */
function backArrows(scenario: Scenario, region: Region, { arrows, others }: RegionMoves): readonly boolean[] {
  const stages = region.stages.map((index) => scenario.stages[index]!);
  const initial = scenario.stages[region.initial]!;
  const nodes = [stageId(initial), ...stages.map(stageId), ...others.map(({ id }) => id)];
  const decisions = decisionsOf(scenario, region.index).map(({ index }) => `decision_${index}`);
  const nested = stages.flatMap((stage) =>
    stage.children.map((child) => ({ from: stageId(stage), to: `stage_${child}` })),
  );
  const edges = arrows.map(({ from, to }) => ({ from: nodeId(from), to: nodeId(to) }));
  return backEdges([...new Set([...nodes, ...decisions])], [...edges, ...nested]);
}

function nodeId(node: Node): string {
  switch (node.kind) {
    case 'stage':
      return stageId(node.stage);
    case 'decision':
      return `decision_${node.decision.index}`;
    case 'other':
      return node.id;
    default:
      return node satisfies never;
  }
}

/** The box at an arrow's end. */
function endOf(scenario: Scenario, node: Node, side: 'head' | 'tail', other: Node): End {
  if (node.kind !== 'stage') return { box: nodeId(node) };
  return endAt(scenario, node.stage, side, other.kind === 'stage' ? other.stage : null);
}

/**
 * Lines come to a stage with others inside at its top, where it begins, and leave it from the last of them. Between it
 * and what it holds they end at the box itself, for there is no border to cross.
 */
function endAt(scenario: Scenario, stage: Stage, side: 'head' | 'tail', other: Stage | null): End {
  if (stage.initial === null) return { box: stageId(stage) };
  const box = side === 'head' ? startId(stage) : stageId(lastLeaf(scenario, stage));
  const inside = other !== null && isWithin(scenario, other, stage);
  return inside ? { box } : { box, group: groupId(stage) };
}

function lastLeaf(scenario: Scenario, stage: Stage): Stage {
  const last = stage.children[stage.children.length - 1];
  return last === undefined ? stage : lastLeaf(scenario, scenario.stages[last]!);
}

function isWithin(scenario: Scenario, stage: Stage, outer: Stage): boolean {
  if (stage.index === outer.index) return true;
  return stage.parent !== null && isWithin(scenario, scenario.stages[stage.parent]!, outer);
}

/** The innermost group that holds both ends; null for none, or where an end is no stage. */
function commonGroup(scenario: Scenario, from: Node, to: Node): string | null {
  if (from.kind !== 'stage' || to.kind !== 'stage') return null;
  for (let stage: Stage | null = from.stage; stage !== null; ) {
    if (stage.initial !== null && isWithin(scenario, to.stage, stage)) return groupId(stage);
    stage = stage.parent === null ? null : scenario.stages[stage.parent]!;
  }
  return null;
}
