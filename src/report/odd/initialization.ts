/** Elements 5 and 6 of ODD: the state in which a run begins, and what it reads from outside. */
import type { Scenario, Stage } from '../../scenario/index.ts';
import { effectsLine } from '../describe/effects.ts';
import { called, titled, unitLine } from '../describe/entry.ts';
import { counted, dateWords, figure } from '../describe/figures.ts';
import {
  type Block,
  bullets,
  code,
  heading,
  type Line,
  listed,
  paragraph,
  say,
  table,
} from '../document/index.ts';

export function initializationBlocks(scenario: Scenario): readonly Block[] {
  const { parameters, variables, correlations } = scenario;
  const drawn = parameters.filter(({ distribution }) => distribution !== null).length;
  return [
    heading(2, ['5. Initialization']),
    paragraph(
      say`A run begins on ${dateWords(scenario.time, 0)}. ${
        parameters.length === 0
          ? 'There are no parameters: all runs begin alike.'
          : `First the parameters take their values for the run: ${valuesWords(drawn, parameters.length)} (element 7, parameters). A value set by the user or by a variant comes before these.`
      }`,
    ),
    ...(correlations.length === 0
      ? []
      : [
          paragraph(
            say`Draws are correlated by a Gaussian copula: ${listed(correlations.map(({ first, second, rank }) => say`${called(parameters[first]!)} with ${called(parameters[second]!)} (Spearman’s rank correlation ${figure(rank)})`))}.`,
          ),
        ]),
    ...(variables.length === 0
      ? []
      : [
          table(
            'Initial values of the variables, cut to their bounds. They may read parameters only.',
            ['Variable', 'Initial value', 'Unit'],
            variables.map((variable) => [
              titled(variable),
              [code(variable.initial.text)],
              unitLine(variable.unit),
            ]),
          ),
        ]),
    paragraph(['Then the regions are entered, all runs in the same stages:']),
    bullets(
      scenario.regions.map((region) => say`${called(region)}: ${beginsLine(scenario, region.initial)}`),
    ),
    ...entryBlocks(scenario),
    ...otherBeginnings(scenario),
  ];
}

/** How many are drawn and how many stay as they are. */
function valuesWords(drawn: number, all: number): string {
  if (drawn === 0)
    return all === 1 ? 'the one stays at its baseline' : `all ${figure(all)} stay at their baselines`;
  if (drawn === all)
    return all === 1
      ? 'the one is drawn from its distribution'
      : `all ${figure(all)} are drawn from their distributions`;
  return `${figure(drawn)} of ${figure(all)} ${drawn === 1 ? 'is drawn from its distribution' : 'are drawn from their distributions'}, the rest stay at their baselines`;
}

/** Variants that begin in other stages. */
function otherBeginnings({ variants, stages, regions }: Scenario): readonly Block[] {
  const lines = variants.flatMap(({ label, initial }) =>
    initial.length === 0
      ? []
      : [
          say`${called({ label })} (${listed(initial.map(({ region, stage }) => say`${called(regions[region]!)} in ${called(stages[stage]!)}`))})`,
        ],
  );
  if (lines.length === 0) return [];
  return [paragraph(say`Variants of the scenario that begin elsewhere: ${listed(lines)}.`)];
}

/** The initial stage down to the innermost one. */
function beginsLine({ stages }: Scenario, initial: number): Line {
  const path: Stage[] = [];
  for (let next: number | null = initial; next !== null; ) {
    const stage: Stage = stages[next]!;
    path.push(stage);
    next = stage.initial;
  }
  return listed(path.map(called), 'and in it');
}

/** Effects on entry also work at the start. */
function entryBlocks(scenario: Scenario): readonly Block[] {
  const initial = new Set<number>();
  for (const region of scenario.regions) {
    for (let next: number | null = region.initial; next !== null; next = scenario.stages[next]!.initial) {
      initial.add(next);
    }
  }
  const lines = scenario.stages.flatMap((stage) => {
    const effects = initial.has(stage.index) ? effectsLine(scenario, stage.entry) : null;
    return effects === null ? [] : [say`${called(stage)} ${effects}`];
  });
  return lines.length === 0
    ? []
    : [paragraph(say`Entering the first stages has its effects as later: ${listed(lines)}.`)];
}

export function inputBlocks(scenario: Scenario): readonly Block[] {
  const { shocks, decisions, timeline, time } = scenario;
  const dated: readonly Line[] = [
    ...shocks.flatMap(({ trigger, label }) =>
      trigger.kind === 'date' ? [say`${called({ label })}, on ${dateWords(time, trigger.day)}`] : [],
    ),
    ...decisions.flatMap(({ ask, label }) =>
      ask?.kind === 'date'
        ? [say`the decision ${called({ label })}, asked on ${dateWords(time, ask.day)}`]
        : [],
    ),
  ];
  const fromOutside =
    dated.length === 0
      ? 'The model uses no input data: no series and no dated event is read while a run goes on.'
      : 'The model reads no series while a run goes on. What comes from outside at a fixed time is';
  return [
    heading(2, ['6. Input data']),
    paragraph([fromOutside]),
    ...(dated.length === 0 ? [] : [bullets(dated)]),
    ...(timeline.length === 0
      ? []
      : [
          paragraph([
            `The ${counted(timeline.length, 'entry', 'entries')} of the timeline ${timeline.length === 1 ? 'is' : 'are'} no input. No run reads ${timeline.length === 1 ? 'it' : 'them'}; ${timeline.length === 1 ? 'it serves' : 'they serve'} to compare runs with what happened.`,
          ]),
        ]),
  ];
}
