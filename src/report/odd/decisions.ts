/** Decisions: who is asked when, what can be chosen, with which odds and what follows. */
import { type Decision, expressionTex, type Option, type Scenario } from '../../scenario/index.ts';
import { doingLines } from '../describe/effects.ts';
import { called, groundsLine, introduced, noteLine } from '../describe/entry.ts';
import { dependsLine } from '../describe/reads.ts';
import { triggerWords } from '../describe/trigger.ts';
import {
  type Block,
  code,
  formula,
  heading,
  type Line,
  listed,
  paragraph,
  say,
  words,
} from '../document/index.ts';

export function decisionBlocks(scenario: Scenario): readonly Block[] {
  if (scenario.decisions.length === 0) return [];
  return [
    heading(3, ['Decisions']),
    paragraph([
      'Where a decision is asked, one of the options available is taken, each with a probability in proportion to its weight w. An option without a weight of its own has the weight 1. A decision that the user or a variant has fixed is taken that way as long as the option is available.',
    ]),
    ...scenario.decisions.flatMap((decision) => decisionParts(scenario, decision)),
  ];
}

function decisionParts(scenario: Scenario, decision: Decision): readonly Block[] {
  const { actor, question, options } = decision;
  const who: Line = actor === null ? ['Chance decides'] : say`${words(actor)} decides`;
  const asked = question === null ? ['.'] : say`: ${words(question)}`;
  return [
    heading(4, words(decision.label)),
    paragraph(say`${who} (${code(decision.name)})${asked}`),
    ...whenAsked(scenario, decision),
    paragraph(groundsLine(decision)),
    ...options.flatMap((option) => optionParts(scenario, option)),
  ];
}

function whenAsked(scenario: Scenario, { index, ask }: Decision): readonly Block[] {
  const askers = scenario.transitions.filter(({ decision }) => decision === index);
  const by: readonly Block[] =
    askers.length === 0
      ? []
      : [paragraph(say`It is asked when ${listed(askers.map(called), 'or')} happens.`)];
  if (ask === null) {
    return by.length === 0 ? [paragraph(['Nothing asks for it, so it is never taken.'])] : by;
  }
  const due = triggerWords(scenario, ask, 'run');
  const clause = say`It is asked ${due.clause}${due.formula === null ? '.' : ':'}`;
  return [...by, paragraph(clause), ...(due.formula === null ? [] : [due.formula])];
}

function optionParts(scenario: Scenario, option: Option): readonly Block[] {
  const { weight, available } = option;
  const does = doingLines(scenario, option, null);
  const result: Line = does.length === 0 ? ['changes nothing by itself'] : listed(does);
  const only = available === null ? [] : say` It is available if ${code(available.text)}.`;
  const grounds = option.sources.length > 0 ? groundsLine(option) : noteLine(option);
  const line = say`${introduced(option)} ${result}.${only}${grounds.length === 0 ? [] : [' ', ...grounds]}`;
  if (weight === null) return [paragraph(line)];
  const depends = dependsLine(scenario, [weight]);
  if (depends.length === 0) return [paragraph(say`${line} Its weight is ${code(weight.text)}.`)];
  return [
    paragraph(say`${line} Its weight depends on ${depends}:`),
    formula(`w = ${expressionTex(scenario, weight)}`),
  ];
}
