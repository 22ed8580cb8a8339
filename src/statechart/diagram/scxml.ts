/**
 * A chart as SCXML (W3C Recommendation, 1 September 2015): regions in a `<parallel>`, happenings as events, outcomes as
 * final states of the whole, reached when a stage that has one is entered. The data model is `null`: hazards, weights
 * and conditions are comments, for what makes an event come is juncture's to say.
 */
import type { Scenario, Stage } from '../../scenario/index.ts';
import { plainLine } from '../words.ts';
import { type Reaction, regionReactions, stageReactions } from './reactions.ts';

const RUNNING = 'running';
const REGIONS = 'regions';

/** The chart as SCXML text. All text from the scenario is escaped. */
export function toScxml(scenario: Scenario): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    comment(scenario.title),
    `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="null" name="${attribute(scenario.id)}" initial="${RUNNING}">`,
    `  <state id="${RUNNING}" initial="${REGIONS}">`,
    ...scenario.stages.flatMap((stage) => endingLines(scenario, stage)),
    `    <parallel id="${REGIONS}">`,
    ...scenario.regions.flatMap((region) => regionLines(scenario, region.index)),
    '    </parallel>',
    '  </state>',
    ...scenario.outcomes
      .filter(({ index }) => scenario.stages.some(({ outcome }) => outcome === index))
      .flatMap(({ name, label }) => [`  ${comment(label)}`, `  <final id="${outcomeId(name)}"/>`]),
    '</scxml>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Ids are names and paths of the scenario, which are XML names; these have a prefix that no path has. */
const outcomeId = (name: string): string => `outcome-${name}`;
const regionId = (name: string): string => `region-${name}`;

/** The run ends when a stage with an outcome is entered. */
function endingLines(scenario: Scenario, stage: Stage): string[] {
  if (stage.outcome === null) return [];
  const { name } = scenario.outcomes[stage.outcome]!;
  const target = outcomeId(name);
  if (stage.initial !== null) return [`    <transition cond="In('${stage.path}')" target="${target}"/>`];
  const parent =
    stage.parent === null
      ? regionId(scenario.regions[stage.region]!.name)
      : scenario.stages[stage.parent]!.path;
  return [`    <transition event="done.state.${parent}" cond="In('${stage.path}')" target="${target}"/>`];
}

function regionLines(scenario: Scenario, index: number): string[] {
  const region = scenario.regions[index]!;
  const tops = region.stages.filter((stage) => scenario.stages[stage]!.parent === null);
  return [
    `      ${comment(region.label)}`,
    `      <state id="${regionId(region.name)}" initial="${scenario.stages[region.initial]!.path}">`,
    ...regionReactions(scenario, index).flatMap((reaction) => transitionLines(reaction, '        ')),
    ...tops.flatMap((stage) => stageLines(scenario, scenario.stages[stage]!, '        ')),
    '      </state>',
  ];
}

function stageLines(scenario: Scenario, stage: Stage, indent: string): string[] {
  const head = `${indent}${comment(stage.label)}`;
  if (stage.initial === null && stage.outcome !== null) return [head, `${indent}<final id="${stage.path}"/>`];
  const inner = `${indent}  `;
  const initial = stage.initial === null ? '' : ` initial="${scenario.stages[stage.initial]!.path}"`;
  return [
    head,
    `${indent}<state id="${stage.path}"${initial}>`,
    ...stageReactions(scenario, stage).flatMap((reaction) => transitionLines(reaction, inner)),
    ...stage.children.flatMap((child) => stageLines(scenario, scenario.stages[child]!, inner)),
    `${indent}</state>`,
  ];
}

/** A transition that does not enter its source again is an internal one. */
function transitionLines({ event, target, label, due, reenter }: Reaction, indent: string): string[] {
  const to = target === null ? '' : ` target="${target.path}"`;
  const type = target !== null && !reenter ? ' type="internal"' : '';
  return [
    `${indent}${comment(due === '' ? label : `${label}: ${due}`)}`,
    `${indent}<transition event="${event}"${to}${type}/>`,
  ];
}

/** What XML 1.0 has no place for, even escaped. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const attribute = (text: string): string =>
  plainLine(text)
    .replace(NO_XML, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;');

/** A comment may hold anything but two dashes in a row, and not end in one. */
const comment = (text: string): string =>
  `<!-- ${plainLine(text)
    .replace(NO_XML, '\ufffd')
    .replace(/-(?=-)/g, '- ')} -->`;
