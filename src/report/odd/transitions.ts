/** What happens in the regions and from outside: stages with their effects, transitions and shocks with their triggers. */
import {
  type Scenario,
  type Shock,
  type Stage,
  type Transition,
  type Trigger,
  triggerExpressions,
} from '../../scenario/index.ts';
import { doingLines, effectsLine } from '../describe/effects.ts';
import { called, groundsLine, introduced } from '../describe/entry.ts';
import { dependsLine } from '../describe/reads.ts';
import { triggerWords } from '../describe/trigger.ts';
import {
  type Block,
  bullets,
  code,
  heading,
  type Line,
  listed,
  paragraph,
  say,
  words,
} from '../document/index.ts';

/** Only where entering or leaving a stage does something. */
export function stageBlocks(scenario: Scenario): readonly Block[] {
  const lines = scenario.stages.flatMap((stage) => stageLine(scenario, stage));
  if (lines.length === 0) return [];
  return [
    heading(3, ['Entering and leaving stages']),
    paragraph([
      'Some stages change variables when they are entered or left, whichever way that comes about.',
    ]),
    bullets(lines),
  ];
}

function stageLine(scenario: Scenario, stage: Stage): readonly Line[] {
  const entry = effectsLine(scenario, stage.entry);
  const exit = effectsLine(scenario, stage.exit);
  const does = [
    ...(entry === null ? [] : [say`entering it ${entry}`]),
    ...(exit === null ? [] : [say`leaving it ${exit}`]),
  ];
  return does.length === 0 ? [] : [say`${called(stage)} (${code(stage.path)}): ${listed(does)}.`];
}

export function transitionBlocks(scenario: Scenario): readonly Block[] {
  const { regions, transitions } = scenario;
  if (transitions.length === 0) return [];
  return [
    heading(3, ['Transitions']),
    ...regions.flatMap((region) => {
      const own = transitions.filter((transition) => transition.region === region.index);
      if (own.length === 0) return [];
      return [
        ...(regions.length === 1 ? [] : [heading(4, say`Region: ${words(region.label)}`)]),
        ...own.flatMap((transition) => transitionParts(scenario, transition)),
      ];
    }),
  ];
}

function transitionParts(scenario: Scenario, transition: Transition): readonly Block[] {
  const { trigger, decision, stage, region } = transition;
  const where =
    stage === null
      ? say`in any stage of ${called(scenario.regions[region]!)}`
      : say`in ${called(scenario.stages[stage]!)}`;
  const from = stage === null ? 'run' : 'stage';
  const due = triggerWords(scenario, trigger, from);
  const does = [
    ...doingLines(scenario, transition, region),
    ...(decision === null ? [] : [say`asks for the decision ${called(scenario.decisions[decision]!)}`]),
  ];
  return eventBlocks(
    say`${introduced(transition)} can happen ${where}, ${due.clause}`,
    due.formula,
    say`${dependsSentence(scenario, trigger)}${resultSentence(does)} ${groundsLine(transition)}`,
  );
}

/** A sentence up to the formula, the formula, what follows. */
function eventBlocks(clause: Line, formula: Block | null, rest: Line): readonly Block[] {
  if (formula === null) return [paragraph(say`${clause}. ${rest}`)];
  return [paragraph(say`${clause}:`), formula, paragraph(rest)];
}

const resultSentence = (does: readonly Line[]): Line =>
  does.length === 0
    ? ['It changes nothing by itself; others may read that it happened.']
    : say`It ${listed(does)}.`;

/** What its formula and its condition depend on, with a blank behind; nothing where they read nothing. */
function dependsSentence(scenario: Scenario, trigger: Trigger): Line {
  const depends = dependsLine(scenario, triggerExpressions(trigger));
  return depends.length === 0 ? [] : say`It depends on ${depends}. `;
}

export function shockBlocks(scenario: Scenario): readonly Block[] {
  if (scenario.shocks.length === 0) return [];
  return [
    heading(3, ['Shocks']),
    paragraph([
      'Shocks come from outside the regions. Each happens once in a run, unless it is said to come again.',
    ]),
    ...scenario.shocks.flatMap((shock) => shockParts(scenario, shock)),
  ];
}

function shockParts(scenario: Scenario, shock: Shock): readonly Block[] {
  const due = triggerWords(scenario, shock.trigger, 'run');
  const again = shock.repeats || shock.trigger.kind === 'every' ? ' It can come again and again.' : '';
  const result = resultSentence(doingLines(scenario, shock, null));
  return eventBlocks(
    say`${introduced({ label: shock.label, path: shock.name })} comes ${due.clause}`,
    due.formula,
    say`${dependsSentence(scenario, shock.trigger)}${result}${again} ${groundsLine(shock)}`,
  );
}
