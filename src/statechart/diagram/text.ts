/** A chart drawn in a terminal: a block a region, its stages as a tree, an arrow for every transition. */
import type { Region, Scenario, Stage } from '../../scenario/index.ts';
import { plainLine, triggerInWords } from '../words.ts';
import { type Arrow, optionWay, plainWay, stagesOf, topStages, transitionArrow, type Way } from './arrow.ts';

/** Stages begun in, stages, and stages that end the run. */
const INITIAL = '●';
const ORDINARY = '○';
const FINAL = '■';

export interface TextOptions {
  /** Longest line in characters; triggers are cut to it, targets are not. */
  readonly width: number;
}

/** The chart as lines of text, none of them with a control character. */
export function toText(scenario: Scenario, { width }: TextOptions = { width: 100 }): string {
  const cut = (line: string): string =>
    lengthOf(line) <= width ? line : `${[...line].slice(0, width - 1).join('')}…`;
  const lines = [
    plainLine(scenario.title),
    `${INITIAL} begins here  ${ORDINARY} stage  ${FINAL} ends the run`,
    ...scenario.regions.flatMap((region) => ['', ...regionBlock(scenario, region, width)]),
    ...decisionsBlock(scenario, width),
    ...shocksBlock(scenario, width),
    ...outcomesBlock(scenario),
  ];
  return `${lines.map(cut).join('\n')}\n`;
}

const lengthOf = (line: string): number => [...line].length;

function regionBlock(scenario: Scenario, region: Region, width: number): string[] {
  const everywhere = region.transitions.flatMap((index) =>
    arrowLines(transitionArrow(scenario, index), { scenario, region: region.index, indent: '│     ', width }),
  );
  return [
    `┌── ${titled(region)} ${'─'.repeat(Math.max(2, Math.min(width, 60) - lengthOf(titled(region)) - 5))}`,
    ...topStages(scenario, region.index).flatMap((stage) =>
      stageLines(scenario, stage, stage.index === region.initial, width),
    ),
    ...(everywhere.length === 0 ? [] : ['│ in every stage', ...everywhere]),
    '└──',
  ];
}

/** `Peaceful protest (protest)`; the name alone where the label only spaces it. */
function titled({ label, name }: { readonly label: string; readonly name: string }): string {
  const text = plainLine(label);
  return text === name.replaceAll('_', ' ') ? text : `${text} (${name})`;
}

function stageLines(scenario: Scenario, stage: Stage, isInitial: boolean, width: number): string[] {
  const indent = `│ ${'  '.repeat(stage.depth)}`;
  const sign = stage.outcome !== null ? FINAL : isInitial ? INITIAL : ORDINARY;
  const outcome = stage.outcome === null ? '' : `  = ${plainLine(scenario.outcomes[stage.outcome]!.label)}`;
  const arrows = stage.transitions.flatMap((index) =>
    arrowLines(transitionArrow(scenario, index), {
      scenario,
      region: stage.region,
      indent: `${indent}    `,
      width,
    }),
  );
  const children = stagesOf(scenario, stage.children).flatMap((child) =>
    stageLines(scenario, child, child.index === stage.initial, width),
  );
  return [`${indent}${sign} ${titled(stage)}${outcome}`, ...arrows, ...children];
}

interface Place {
  readonly scenario: Scenario;
  /** The region the arrow starts in; null for one that starts nowhere. */
  readonly region: number | null;
  readonly indent: string;
  readonly width: number;
}

/** `──turns violent (hazard 0.1 * anger)──▶ riot`; where something is decided, what it leads to is below. */
function arrowLines(arrow: Arrow, place: Place): string[] {
  const [first] = arrow.ways;
  if (arrow.decision === null && first !== undefined) {
    return [fitted(`──${arrow.label}`, arrow.trigger, targetsText(first, place) || '──', place)];
  }
  return [
    fitted(`──${arrow.label}`, arrow.trigger, `── decides ${arrow.decision}`, place),
    ...arrow.ways.map((way) => fitted(`  ├ ${way.option}`, '', targetsText(way, place), place)),
  ];
}

/** Options with what they depend on. */
const optionLines = (ways: readonly Way[], place: Place): string[] =>
  ways.map((way) => fitted(`  ├ ${way.option}`, way.depends, targetsText(way, place), place));

/** A line whose bracket is cut so that what stands behind it can be seen. */
function fitted(before: string, bracket: string, after: string, { indent, width }: Place): string {
  if (bracket === '') return `${indent}${before}${after}`;
  const room = width - lengthOf(`${indent}${before} ()${after}`);
  const shown =
    lengthOf(bracket) <= room ? bracket : `${[...bracket].slice(0, Math.max(room - 1, 0)).join('')}…`;
  return `${indent}${before} (${shown})${after}`;
}

/** Stages of the arrow's own region by their name below it, others by their path. */
function targetsText({ targets }: Way, { scenario, region }: Place): string {
  if (targets.length === 0) return '';
  const names = targets.map((stage) =>
    stage.region === region ? stage.path.slice(scenario.regions[stage.region]!.name.length + 1) : stage.path,
  );
  return `──▶ ${names.join(', ')}`;
}

function decisionsBlock(scenario: Scenario, width: number): string[] {
  return scenario.decisions.flatMap((decision) => {
    const place: Place = { scenario, region: null, indent: '', width };
    const who = decision.actor === null ? 'decided by nature' : plainLine(decision.actor);
    const question = decision.question === null ? '' : `: ${plainLine(decision.question)}`;
    const ask = decision.ask === null ? [] : [`  asked ${triggerInWords(scenario, decision.ask)}`];
    const ways = decision.options.map((option) => optionWay(scenario, option));
    return ['', `decision ${titled(decision)} – ${who}${question}`, ...ask, ...optionLines(ways, place)];
  });
}

function shocksBlock(scenario: Scenario, width: number): string[] {
  if (scenario.shocks.length === 0) return [];
  const place: Place = { scenario, region: null, indent: '  ', width };
  const lines = scenario.shocks.map((shock) => {
    const targets = targetsText(plainWay(stagesOf(scenario, shock.targets)), place) || '──';
    const again = shock.repeats ? ', again and again' : '';
    const due = `${triggerInWords(scenario, shock.trigger)}${again}`;
    return fitted(`──${plainLine(shock.label)}`, due, targets, place);
  });
  return ['', 'shocks', ...lines];
}

function outcomesBlock(scenario: Scenario): string[] {
  const lines = scenario.outcomes.map((outcome) => {
    const horizon =
      outcome.atHorizon === null ? '' : ` – at the horizon, when ${plainLine(outcome.atHorizon.text)}`;
    return `  ${FINAL} ${titled(outcome)}${horizon}`;
  });
  return ['', 'outcomes', ...lines];
}
