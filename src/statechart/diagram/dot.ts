/** A chart as Graphviz DOT: a cluster a region and a composite stage, a diamond a decision, a note a shock. */
import type { Region, Scenario, Stage } from '../../scenario/index.ts';
import { plainLine, triggerInWords } from '../words.ts';
import { optionWay, plainWay, stagesOf, topStages, transitionArrow, type Way, wayInWords } from './arrow.ts';

/** The chart as DOT text; `dot -Tsvg` draws it. All text from the scenario is escaped. */
export function toDot(scenario: Scenario): string {
  const lines = [
    'digraph scenario {',
    `  graph [label=${dotText(scenario.title)}, labelloc=t, compound=true, rankdir=LR, fontname="sans-serif"];`,
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    '  edge [fontname="sans-serif", fontsize=10];',
    ...scenario.regions.flatMap((region) => regionLines(scenario, region)),
    ...scenario.transitions.flatMap(({ index }) => transitionLines(scenario, index)),
    ...decisionLines(scenario),
    ...shockLines(scenario),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function regionLines(scenario: Scenario, region: Region): string[] {
  return [
    `  subgraph cluster_region_${region.index} {`,
    `    label=${dotText(region.label)}; style=solid;`,
    `    start_region_${region.index} [shape=point, label=""];`,
    `    start_region_${region.index} -> ${edgeEnd(scenario, scenario.stages[region.initial]!)}${ends(null, scenario.stages[region.initial]!)};`,
    ...topStages(scenario, region.index).flatMap((stage) => stageLines(scenario, stage, '    ')),
    '  }',
  ];
}

function stageLines(scenario: Scenario, stage: Stage, indent: string): string[] {
  if (stage.initial === null) {
    const outcome = stage.outcome === null ? null : scenario.outcomes[stage.outcome]!;
    const label = outcome === null ? dotText(stage.label) : dotText(`${stage.label} = ${outcome.label}`);
    const shape = outcome === null ? '' : ', peripheries=2, style="rounded,bold"';
    return [`${indent}${nodeOf(stage)} [label=${label}${shape}];`];
  }
  return [
    `${indent}subgraph ${clusterOf(stage)} {`,
    `${indent}  label=${dotText(stage.label)}; style=rounded;`,
    ...stagesOf(scenario, stage.children).flatMap((child) => stageLines(scenario, child, `${indent}  `)),
    `${indent}}`,
  ];
}

const nodeOf = (stage: Stage): string => `stage_${stage.index}`;
const clusterOf = (stage: Stage): string => `cluster_stage_${stage.index}`;

/** Edges end at nodes: a composite stage's is the leaf that is entered with it. */
function edgeEnd(scenario: Scenario, stage: Stage): string {
  return stage.initial === null ? nodeOf(stage) : edgeEnd(scenario, scenario.stages[stage.initial]!);
}

/** Attributes that cut an edge at the border of a composite stage. */
function ends(from: Stage | null, to: Stage | null, more: readonly string[] = []): string {
  const attributes = [
    ...more,
    ...(from === null || from.initial === null ? [] : [`ltail=${clusterOf(from)}`]),
    ...(to === null || to.initial === null ? [] : [`lhead=${clusterOf(to)}`]),
  ];
  return attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`;
}

/** A transition's edges start at its stage, a region's own at the point where the region starts. */
function transitionLines(scenario: Scenario, index: number): string[] {
  const transition = scenario.transitions[index]!;
  const arrow = transitionArrow(scenario, index);
  const from = transition.stage === null ? null : scenario.stages[transition.stage]!;
  const start = from === null ? `start_region_${transition.region}` : edgeEnd(scenario, from);
  const where = from === null ? 'in every stage: ' : '';
  const label = `label=${dotText(`${where}${arrow.label} (${arrow.trigger})`)}`;
  if (transition.decision !== null) {
    const own = edges(scenario, start, from, plainWay(stagesOf(scenario, transition.targets)), label);
    const asks = `  ${start} -> decision_${transition.decision}${ends(from, null, [label, 'style=dashed'])};`;
    return [asks, ...own];
  }
  const [way] = arrow.ways;
  if (way === undefined || way.targets.length === 0) {
    return [`  ${start} -> ${start}${ends(null, null, [label, 'style=dotted'])};`];
  }
  return edges(scenario, start, from, way, label);
}

const edges = (
  scenario: Scenario,
  start: string,
  from: Stage | null,
  { targets }: Way,
  label: string,
): string[] =>
  targets.map((target) => `  ${start} -> ${edgeEnd(scenario, target)}${ends(from, target, [label])};`);

function decisionLines(scenario: Scenario): string[] {
  return scenario.decisions.flatMap((decision) => {
    const node = `decision_${decision.index}`;
    const ask = decision.ask === null ? '' : ` (${triggerInWords(scenario, decision.ask)})`;
    const who = decision.actor === null ? '' : `${decision.actor}: `;
    const stay = decision.options.filter(({ targets }) => targets.length === 0).map(({ label }) => label);
    const rest = stay.length === 0 ? '' : ` [${stay.join(', ')}]`;
    const ways = decision.options.map((option) => optionWay(scenario, option));
    return [
      `  ${node} [shape=diamond, style=solid, label=${dotText(`${who}${decision.label}${ask}${rest}`)}];`,
      ...ways.flatMap((way) =>
        edges(scenario, node, null, way, `label=${dotText(wayInWords(way))}, style=dashed`),
      ),
    ];
  });
}

function shockLines(scenario: Scenario): string[] {
  return scenario.shocks.flatMap((shock) => {
    const node = `shock_${shock.index}`;
    const label = `${shock.label} (${triggerInWords(scenario, shock.trigger)})`;
    const way = plainWay(stagesOf(scenario, shock.targets));
    return [
      `  ${node} [shape=note, style=solid, label=${dotText(label)}];`,
      ...edges(scenario, node, null, way, 'style=dashed'),
    ];
  });
}

/** A DOT string: backslashes and quotes escaped, one line. */
export const dotText = (text: string): string =>
  `"${plainLine(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
