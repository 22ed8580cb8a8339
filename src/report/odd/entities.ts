/** Element 2 of ODD: what there is, what changes of it, and on which scales. */
import type { Region, Scenario, Stage } from '../../scenario/index.ts';
import { called, noteLine, sourcesLine, titled, unitLine } from '../describe/entry.ts';
import { capital, counted, dateWords, daysWords, figure, rangeWords } from '../describe/figures.ts';
import {
  type Block,
  bullets,
  heading,
  joined,
  type Line,
  listed,
  paragraph,
  say,
  table,
  words,
} from '../document/index.ts';

export const entityBlocks = (scenario: Scenario): readonly Block[] => [
  heading(2, ['2. Entities, state variables and scales']),
  heading(3, ['Entities']),
  ...chartBlocks(scenario),
  ...actorBlocks(scenario),
  heading(3, ['State variables']),
  ...stateBlocks(scenario),
  heading(3, ['Scales']),
  scaleBlock(scenario),
];

function chartBlocks(scenario: Scenario): readonly Block[] {
  const { regions, stages } = scenario;
  const nested = stages.some(({ parent }) => parent !== null);
  const leaf = nested ? 'innermost stage' : 'stage';
  return [
    paragraph([
      `The model has one entity, the crisis as a whole. It holds no individuals: what persons, crowds and organisations do is described at the level of the whole. The crisis is a statechart of ${counted(regions.length, regions.length === 1 ? 'region' : 'parallel region')} with ${counted(stages.length, 'stage')}; at any time ${regions.length === 1 ? 'it' : 'each region'} is in exactly one ${leaf}${nested ? ', and thereby in those that contain it' : ''}.`,
    ]),
    table(
      'Regions and their stages.',
      ['Region', 'Stage', 'Part of', 'Role and note'],
      regions.flatMap((region) =>
        region.stages.map((index) => {
          const stage = stages[index]!;
          return [
            called(region),
            titled(stage),
            stage.parent === null ? ['–'] : called(stages[stage.parent]!),
            roleLine(scenario, region, stage),
          ];
        }),
      ),
    ),
  ];
}

/** What begins the region or the stage around it, what ends the run, and the note; a dash for neither. */
function roleLine({ stages, outcomes }: Scenario, region: Region, stage: Stage): Line {
  const around = stage.parent === null ? null : stages[stage.parent]!;
  const isFirst = (around ?? region).initial === stage.index;
  const roles: Line[] = [
    ...(isFirst ? [say`first stage of ${called(around ?? region)}`] : []),
    ...(stage.outcome === null ? [] : [say`ends the run as ${called(outcomes[stage.outcome]!)}`]),
  ];
  const note = noteLine(stage);
  const parts = [...roles, ...(note.length === 0 ? [] : [note])];
  return parts.length === 0 ? ['–'] : joined(parts, '; ');
}

function actorBlocks({ decisions }: Scenario): readonly Block[] {
  if (decisions.length === 0) {
    return [paragraph(['No actor is modelled: the scenario asks for no decisions.'])];
  }
  const named = decisions.flatMap(({ actor }) => (actor === null ? [] : [actor]));
  const actors = [...new Set(named)];
  const natures = decisions.filter(({ actor }) => actor === null);
  const lines = actors.map((actor): Line => {
    const own = decisions.filter((decision) => decision.actor === actor);
    return say`${words(actor)}: ${listed(own.map(called))}`;
  });
  const left: readonly Line[] =
    natures.length === 0 ? [] : [say`nobody in particular (chance): ${listed(natures.map(called))}`];
  if (actors.length === 0) {
    return [
      paragraph(
        say`No actor is modelled. What the file decides is left to chance: ${listed(natures.map(called))}.`,
      ),
    ];
  }
  return [
    paragraph([
      `Actors are present by their decisions alone and have no state of their own. ${capital(counted(actors.length, 'actor'))} ${actors.length === 1 ? 'decides' : 'decide'} as follows.`,
    ]),
    bullets([...lines, ...left]),
  ];
}

function stateBlocks({ variables }: Scenario): readonly Block[] {
  const history = bullets([
    ['for each region, the active stages and the days spent in each during this stay;'],
    ['for each thing that can happen, how often it has happened and the day of the last time;'],
    [
      'for each clock that is running, the risk it was dealt and the risk it has survived; for each delay that is running, the day on which it is due.',
    ],
  ]);
  const rest = paragraph([
    variables.length === 0
      ? 'The scenario has no numeric variables. The state consists of'
      : 'Besides the variables the state consists of',
  ]);
  if (variables.length === 0) return [rest, history];
  return [
    table(
      'Variables: what changes in a run. Initial values are in element 5, rules of change in element 7.',
      ['Variable', 'Unit', 'Values', 'Source', 'Note'],
      variables.map((variable) => [
        titled(variable),
        unitLine(variable.unit),
        [rangeWords(variable.low, variable.high)],
        sourcesLine(variable),
        noteLine(variable),
      ]),
    ),
    rest,
    history,
  ];
}

function scaleBlock({ time }: Scenario): Block {
  return paragraph(
    say`Time is cut into steps of ${daysWords(time.stepDays)}. A run begins on ${dateWords(time, 0)} and lasts at most ${figure(time.steps)} steps, that is ${daysWords(time.horizonDays)}; it ends earlier when a stage that stands for an outcome is entered. There is no explicit space: where place matters, it is part of what a stage or a variable means.`,
  );
}
