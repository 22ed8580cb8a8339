/** Element 1 of ODD: what the model is for, and by which patterns it is judged. */
import type { Outcome, Scenario, TimelineEntry } from '../../scenario/index.ts';
import { called, noteLine, sourcesLine, titled } from '../describe/entry.ts';
import { counted, dateWords, figure, rangeWords } from '../describe/figures.ts';
import { promiseLine } from '../describe/promise.ts';
import {
  type Block,
  code,
  heading,
  type Line,
  listed,
  paragraph,
  say,
  table,
  words,
} from '../document/index.ts';

export function purposeBlocks(scenario: Scenario): readonly Block[] {
  const { outcomes, summary, time } = scenario;
  return [
    heading(2, ['1. Purpose and patterns']),
    heading(3, ['Purpose']),
    ...(summary === null ? [] : [paragraph(words(summary))]),
    paragraph([
      `The model shows what a stated set of assumptions implies: how often and when each of ${counted(outcomes.length, 'outcome')} is reached within ${figure(time.horizonDays)} days, and how that changes when an assumption, a decision or an event is changed. Its purpose is theoretical exposition in the sense of Edmonds et al. (2019): it follows assumptions to their consequences. It is not built to predict, and a share of runs is not the probability of an event in the world unless every assumption were true and every uncertainty stated.`,
    ]),
    table(
      'The outcomes. At the horizon a run takes the first, in this order, whose condition holds.',
      ['Outcome', 'A run ends so', 'Note'],
      outcomes.map((outcome) => [titled(outcome), endingLine(scenario, outcome), noteLine(outcome)]),
    ),
    heading(3, ['Patterns']),
    ...patternBlocks(scenario),
  ];
}

/** By which stage or under which condition a run ends so. */
function endingLine({ stages, outcomes }: Scenario, { index, atHorizon }: Outcome): Line {
  const entered = stages.filter(({ outcome }) => outcome === index).map(called);
  const ways: Line[] = [
    ...(entered.length === 0 ? [] : [say`on entering ${listed(entered, 'or')}`]),
    ...(atHorizon === null ? [] : [say`at the horizon, if ${code(atHorizon.text)}`]),
  ];
  if (index === outcomes.length - 1 && ways.length === 0)
    return ['at the horizon, if no other outcome applies'];
  return ways.length === 0 ? ['never: no stage and no condition leads to it'] : listed(ways, 'or');
}

function patternBlocks(scenario: Scenario): readonly Block[] {
  const { promises, timeline } = scenario;
  const tied = timeline.filter(({ happening, measure }) => happening !== null || measure !== null);
  if (promises.length === 0 && tied.length === 0) {
    return [
      paragraph([
        'The scenario names no pattern that its runs must reproduce: neither promises nor a timeline tied to what happens in a run. It is to be judged by its assumptions alone.',
      ]),
    ];
  }
  return [
    ...promisePatterns(scenario),
    ...(tied.length === 0
      ? []
      : [
          paragraph([
            `The second kind of pattern is what is known to have happened: ${counted(tied.length, 'entry', 'entries')} of the scenario’s timeline ${tied.length === 1 ? 'is' : 'are'} tied to something that runs produce, and a run that goes the same way should produce it at about the same time or size.`,
          ]),
          table(
            'What happened and what it is compared with.',
            ['When or how much', 'What happened', 'Compared with', 'Source'],
            tied.map((entry) => [
              whenLine(scenario, entry),
              say`${words(entry.what)}${entry.contested ? ' (Contested.)' : ''}`,
              tiedLine(scenario, entry),
              sourcesLine(entry),
            ]),
          ),
        ]),
  ];
}

function promisePatterns(scenario: Scenario): readonly Block[] {
  const { promises } = scenario;
  if (promises.length === 0) return [];
  return [
    paragraph([
      `The scenario states ${counted(promises.length, 'promise')}: patterns that its runs have to show, each with the reason given for it. Whether they do is told at the end, under output verification.`,
    ]),
    table(
      'Patterns promised.',
      ['Promise', 'Pattern', 'Because'],
      promises.map((promise) => [
        [code(promise.name)],
        promiseLine(scenario, promise),
        promise.because === null ? ['no reason given'] : words(promise.because),
      ]),
    ),
  ];
}

/** `2022-01-04`, `2022-01-04 to 2022-01-05`, `238 (164 to 241)`. */
function whenLine({ time }: Scenario, { from, to, value, range }: TimelineEntry): Line {
  const dates =
    from === null
      ? []
      : [
          to === null || to === from
            ? dateWords(time, from)
            : `${dateWords(time, from)} to ${dateWords(time, to)}`,
        ];
  const spread = range === null ? '' : ` (${rangeWords(...range)})`;
  const sizes = value === null ? [] : [`${figure(value)}${spread}`];
  return [[...dates, ...sizes].join('; ')];
}

function tiedLine(scenario: Scenario, { happening, measure }: TimelineEntry): Line {
  const tied: Line[] = [
    ...(happening === null ? [] : [say`when ${called(scenario.happenings[happening]!)} happens`]),
    ...(measure === null ? [] : [unitOf(scenario, measure)]),
  ];
  return listed(tied);
}

function unitOf({ measures }: Scenario, index: number): Line {
  const measure = measures[index]!;
  return measure.unit === null ? called(measure) : say`${called(measure)} (${words(measure.unit)})`;
}
