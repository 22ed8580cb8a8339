/** Everything that a scenario names, one row each: what it is, its unit, its values, what it rests on. */
import type { Described, Happening, Scenario } from '../../scenario/index.ts';
import { baselineWords, drawnWords } from '../describe/distribution.ts';
import { called, noteLine, sourcesLine, unitLine } from '../describe/entry.ts';
import { counted, dateWords, daysWords, rangeWords } from '../describe/figures.ts';
import { measureLine } from '../describe/measure.ts';
import {
  type Block,
  bullets,
  code,
  type Document,
  emphasis,
  heading,
  joined,
  type Line,
  linked,
  paragraph,
  say,
  table,
  words,
} from '../document/index.ts';

type Entry = Pick<Described, 'label' | 'unit' | 'note' | 'sources'>;

/** Name, label, the columns between, source and note: a row of every table. */
const row = (name: string, entry: Entry, between: readonly Line[]): readonly Line[] => [
  [code(name)],
  words(entry.label),
  ...between,
  sourcesLine(entry),
  noteLine(entry),
];

/** The tables that have rows, each under a heading of its own. */
export function scenarioCodebook(scenario: Scenario): Document {
  const { time } = scenario;
  return [
    heading(1, say`${words(scenario.title)}: codebook`),
    paragraph(
      say`Everything that the scenario ${code(scenario.id)} names. A name stands for the same thing in the file, on the command line and as a column of data. Time is counted in days since ${dateWords(time, 0)}, in steps of ${daysWords(time.stepDays)}, for ${daysWords(time.horizonDays)}. A source called assumption is the judgement of the scenario’s author.`,
    ),
    ...valueSections(scenario),
    ...chartSections(scenario),
    ...resultSections(scenario),
    ...sourceSection(scenario),
  ];
}

function section(
  title: string,
  {
    caption,
    titles,
    rows,
  }: {
    readonly caption: string;
    readonly titles: readonly string[];
    readonly rows: readonly (readonly Line[])[];
  },
): readonly Block[] {
  return rows.length === 0 ? [] : [heading(2, [title]), table(caption, titles, rows)];
}

function valueSections({ parameters, variables, auxiliaries }: Scenario): readonly Block[] {
  return [
    ...section('Parameters', {
      caption: 'Fixed within a run.',
      titles: [
        'Name',
        'Label',
        'Type',
        'Unit',
        'Values',
        'Baseline',
        'Drawn from',
        'Group',
        'Source',
        'Note',
      ],
      rows: parameters.map((each) =>
        row(each.name, each, [
          [each.choices === null ? 'number' : 'choice'],
          unitLine(each.unit),
          each.choices === null
            ? [rangeWords(each.low, each.high)]
            : joined(
                each.choices.map((choice) => [code(choice)]),
                ', ',
              ),
          [baselineWords(each)],
          [drawnWords(each)],
          each.group === null ? ['–'] : words(each.group),
        ]),
      ),
    }),
    ...section('Variables', {
      caption: 'Change in a run, by their rules and by what happens.',
      titles: ['Name', 'Label', 'Type', 'Unit', 'Values', 'Initial value', 'Source', 'Note'],
      rows: variables.map((each) =>
        row(each.name, each, [
          ['number'],
          unitLine(each.unit),
          [rangeWords(each.low, each.high)],
          [code(each.initial.text)],
        ]),
      ),
    }),
    ...section('Auxiliaries', {
      caption: 'Computed from the state in every step.',
      titles: ['Name', 'Label', 'Type', 'Unit', 'Formula', 'Source', 'Note'],
      rows: auxiliaries.map((each) =>
        row(each.name, each, [
          [each.value.type === 'boolean' ? 'yes or no' : 'number'],
          unitLine(each.unit),
          [code(each.value.text)],
        ]),
      ),
    }),
  ];
}

function chartSections(scenario: Scenario): readonly Block[] {
  const { regions, stages, decisions, happenings } = scenario;
  return [
    ...section('Stages', {
      caption: 'Of each region one is active at a time, with those that contain it.',
      titles: ['Name', 'Label', 'Region', 'Ends the run as', 'Source', 'Note'],
      rows: stages.map((stage) =>
        row(stage.path, stage, [
          called(regions[stage.region]!),
          stage.outcome === null ? ['–'] : called(scenario.outcomes[stage.outcome]!),
        ]),
      ),
    }),
    ...section('Decisions', {
      caption: 'What is decided in a run, by whom, and between what. Type: a choice of one option.',
      titles: ['Name', 'Label', 'Actor', 'Question', 'Options', 'Source', 'Note'],
      rows: decisions.map((each) =>
        row(each.name, each, [
          each.actor === null ? ['chance'] : words(each.actor),
          each.question === null ? ['–'] : words(each.question),
          joined(
            each.options.map(({ name }) => [code(name)]),
            ', ',
          ),
        ]),
      ),
    }),
    ...section('Happenings', {
      caption: `What can happen in a run (${counted(happenings.length, 'thing')}). Type: a number of times and the days on which it came.`,
      titles: ['Name', 'Label', 'What it is', 'Source', 'Note'],
      rows: happenings.map((happening) =>
        row(happening.path, entryOf(scenario, happening), [kindLine(scenario, happening)]),
      ),
    }),
  ];
}

function entryOf({ transitions, decisions, shocks }: Scenario, happening: Happening): Entry {
  switch (happening.kind) {
    case 'transition':
      return transitions[happening.transition]!;
    case 'option':
      return decisions[happening.decision]!.options[happening.option]!;
    case 'shock':
      return shocks[happening.shock]!;
    default:
      return happening satisfies never;
  }
}

function kindLine(scenario: Scenario, happening: Happening): Line {
  switch (happening.kind) {
    case 'transition': {
      const { stage, region } = scenario.transitions[happening.transition]!;
      return stage === null
        ? say`transition of any stage of ${called(scenario.regions[region]!)}`
        : say`transition of ${called(scenario.stages[stage]!)}`;
    }
    case 'option':
      return say`option of ${emphasis(scenario.decisions[happening.decision]!.label)}`;
    case 'shock':
      return ['shock'];
    default:
      return happening satisfies never;
  }
}

function resultSections(scenario: Scenario): readonly Block[] {
  const { outcomes, measures } = scenario;
  return [
    ...section('Outcomes', {
      caption: 'How a run ends; every run has one.',
      titles: ['Name', 'Label', 'At the horizon, if', 'Source', 'Note'],
      rows: outcomes.map((each) =>
        row(each.name, each, [each.atHorizon === null ? ['–'] : [code(each.atHorizon.text)]]),
      ),
    }),
    ...section('Measures', {
      caption: 'What a run yields besides its outcome; in data a column with the prefix measure_.',
      titles: ['Name', 'Label', 'Type', 'Unit', 'What it is', 'Source', 'Note'],
      rows: measures.map((each) =>
        row(each.name, each, [
          [each.boolean ? 'yes or no' : 'number'],
          unitLine(each.unit),
          measureLine(scenario, each),
        ]),
      ),
    }),
  ];
}

function sourceSection({ sources }: Scenario): readonly Block[] {
  if (sources.length === 0) return [];
  return [heading(2, ['Sources']), bullets(sources.map(({ id, text }) => say`${code(id)}: ${linked(text)}`))];
}
