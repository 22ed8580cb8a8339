/**
 * A chart as a Mermaid `stateDiagram-v2`: regions side by side in one state, nested stages inside theirs. Mermaid draws
 * no arrow from a state into itself or into another region: those start at the stages inside, or are told in words.
 */
import type { Region, Scenario, Stage } from '../../scenario/index.ts';
import { capitalised, plainLine } from '../words.ts';
import { type Arrow, contains, stagesOf, topStages, transitionArrow, type Way, wayInWords } from './arrow.ts';

/** The chart as Mermaid text. All text from the scenario is escaped. */
export function toMermaid(scenario: Scenario): string {
  const regions = scenario.regions.map((region) => regionLines(scenario, region));
  const lines = [
    'stateDiagram-v2',
    `  state ${quoted(scenario.title)} as scenario {`,
    ...regions.flatMap((region, index) => (index === 0 ? region : ['    --', ...region])),
    '  }',
  ];
  return `${lines.join('\n')}\n`;
}

function regionLines(scenario: Scenario, region: Region): string[] {
  const indent = '    ';
  const inner = `${indent}  `;
  const tops = topStages(scenario, region.index);
  return [
    `${indent}state ${quoted(region.label)} as ${regionId(region)} {`,
    `${inner}[*] --> ${idOf(scenario.stages[region.initial]!)}`,
    ...tops.flatMap((stage) => stageLines(scenario, stage, inner)),
    ...stagesOf(scenario, region.stages).flatMap((stage) =>
      stage.transitions.flatMap((index) => arrowLines(scenario, [stage], index, inner)),
    ),
    ...region.transitions.flatMap((index) => arrowLines(scenario, tops, index, inner)),
    `${indent}}`,
  ];
}

function stageLines(scenario: Scenario, stage: Stage, indent: string): string[] {
  const state = `${indent}state ${quoted(stage.label)} as ${idOf(stage)}`;
  const end =
    stage.outcome === null
      ? []
      : [`${indent}${idOf(stage)} --> [*] : ${mermaidText(scenario.outcomes[stage.outcome]!.label)}`];
  if (stage.initial === null) return [state, ...end];
  const children = stagesOf(scenario, stage.children);
  return [
    `${state} {`,
    `${indent}  [*] --> ${idOf(scenario.stages[stage.initial]!)}`,
    ...children.flatMap((child) => stageLines(scenario, child, `${indent}  `)),
    `${indent}}`,
    ...end,
  ];
}

/** A transition's arrows, one for each way it can go and each stage it can start from. */
function arrowLines(scenario: Scenario, from: readonly Stage[], index: number, indent: string): string[] {
  const arrow = transitionArrow(scenario, index);
  const { region } = scenario.transitions[index]!;
  const starts = from.filter(({ outcome }) => outcome === null);
  return arrow.ways.flatMap((way) => {
    const own = way.targets.find((stage) => stage.region === region);
    const others = way.targets.filter((stage) => stage.region !== region);
    const label = labelOf(scenario, arrow, way, others);
    return starts
      .flatMap((start) => (own === undefined ? [start] : startsOutside(scenario, start, own)))
      .map((start) => `${indent}${idOf(start)} --> ${idOf(own ?? start)} : ${label}`);
  });
}

/** The stage itself, or, when it contains the target, the stages inside it that do not (or are it). */
function startsOutside(scenario: Scenario, start: Stage, target: Stage): readonly Stage[] {
  if (start.index === target.index || !contains(scenario, start, target)) return [start];
  return stagesOf(scenario, start.children)
    .filter(({ outcome }) => outcome === null)
    .flatMap((child) => startsOutside(scenario, child, target));
}

function labelOf(scenario: Scenario, arrow: Arrow, way: Way, others: readonly Stage[]): string {
  const choice = way.option === null ? '' : ` / ${wayInWords(way)}`;
  const moves = others.map((stage) => `, moves ${scenario.regions[stage.region]!.label} to ${stage.label}`);
  return mermaidText(`${arrow.label} (${arrow.trigger})${choice}${moves.join('')}`);
}

/** `street.riot` as `StreetRiot`. Names have no capitals, so that no two stages or regions get the same id. */
const idOf = (stage: Stage): string => stage.path.split('.').map(capitalised).join('');
const regionId = (region: Region): string => `${capitalised(region.name)}_region`;

const quoted = (text: string): string => `"${mermaidText(text)}"`;

/** Everything but letters, digits and harmless signs as Mermaid's `#code;`. */
export const mermaidText = (text: string): string =>
  [...plainLine(text)]
    .map((sign) => (/[\p{L}\p{N} _.,()+*/=!?'–-]/u.test(sign) ? sign : `#${sign.codePointAt(0)};`))
    .join('');
