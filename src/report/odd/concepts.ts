/** Element 4 of ODD: the eleven design concepts. */
import { readsOf, type Scenario, type Trigger } from '../../scenario/index.ts';
import { called, noteLine, titled, unitLine } from '../describe/entry.ts';
import { capital, counted, figure } from '../describe/figures.ts';
import { measureLine } from '../describe/measure.ts';
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
  words,
} from '../document/index.ts';
import { interactionBlocks } from './interaction.ts';

export const conceptBlocks = (scenario: Scenario): readonly Block[] => [
  heading(2, ['4. Design concepts']),
  heading(3, ['Basic principles']),
  ...principleBlocks(scenario),
  heading(3, ['Emergence']),
  emergenceBlock(scenario),
  heading(3, ['Adaptation']),
  adaptationBlock(scenario),
  heading(3, ['Objectives']),
  objectivesBlock(scenario),
  heading(3, ['Learning']),
  learningBlock(scenario),
  heading(3, ['Prediction']),
  predictionBlock(scenario),
  heading(3, ['Sensing']),
  ...sensingBlocks(scenario),
  heading(3, ['Interaction']),
  ...interactionBlocks(scenario),
  heading(3, ['Stochasticity']),
  ...stochasticityBlocks(scenario),
  heading(3, ['Collectives']),
  collectivesBlock(scenario),
  heading(3, ['Observation']),
  ...observationBlocks(scenario),
];

function triggersOf({ transitions, shocks, decisions }: Scenario): readonly Trigger[] {
  return [
    ...transitions.map(({ trigger }) => trigger),
    ...shocks.map(({ trigger }) => trigger),
    ...decisions.flatMap(({ ask }) => (ask === null ? [] : [ask])),
  ];
}

const isClock = ({ kind }: Trigger): boolean => kind === 'hazard' || kind === 'chance';

function isRandomDelay(trigger: Trigger): boolean {
  if (trigger.kind === 'after') return trigger.delay.kind === 'distribution';
  return trigger.kind === 'every' && trigger.gap.kind === 'distribution';
}

function principleBlocks(scenario: Scenario): readonly Block[] {
  const { sources } = scenario;
  const clocks = triggersOf(scenario).filter(isClock).length;
  const race =
    clocks === 0
      ? 'Transitions come by conditions, delays and dates.'
      : 'What can come next in a region is a race of competing risks whose rates depend on the state.';
  return [
    paragraph([
      `The crisis is described as a statechart (Harel 1987): a few qualitatively different stages, which can follow each other in stated ways, and quantities that change within them. ${race} Two kinds of not knowing are kept apart: what is uncertain about the case is drawn once for a run (parameters), what is left to chance is drawn within it (luck).`,
    ]),
    paragraph([
      sources.length === 0
        ? 'The scenario names no theory or literature that it rests on; what stands behind a number is said in its note where its author gave one.'
        : `The theory comes from the works listed under references; each parameter, transition and decision below names those it rests on, or the word assumption where it rests on its author’s judgement.`,
    ]),
  ];
}

function emergenceBlock(scenario: Scenario): Block {
  const triggers = triggersOf(scenario);
  const some = (test: (trigger: Trigger) => boolean, one: string, more = `${one}s`): readonly string[] => {
    const count = triggers.filter(test).length;
    return count === 0 ? [] : [counted(count, one, more)];
  };
  const free = [
    ...some(isClock, 'clock'),
    ...some(({ kind }) => kind === 'when', 'condition'),
    ...some(({ kind }) => kind === 'after' || kind === 'every', 'delay or schedule', 'delays and schedules'),
  ];
  const dates = some(({ kind }) => kind === 'date', 'event');
  const made = listed(free.map((part): Line => [part]));
  const emerges =
    free.length === 0
      ? ['Little emerges here: all that happens is dated.']
      : say`${scenario.measures.length === 0 ? 'How and when a run ends emerges' : 'How a run ends, when it does, and the values of the measures emerge'} from the interplay of ${made}${scenario.decisions.length === 0 ? '' : ` with ${counted(scenario.decisions.length, 'decision')}`}${scenario.variables.length === 0 ? '' : ` and ${counted(scenario.variables.length, 'variable')}`}.`;
  const imposed = [
    'which stages there are, and which can follow which',
    ...(dates.length === 0 ? [] : [`the days of what the file dates (${dates.join('')})`]),
    'the form of every rate and rule',
  ];
  return paragraph(say`${emerges} Imposed are: ${imposed.join('; ')}.`);
}

/** Weights of options by whether they read the state. */
function weightCounts(scenario: Scenario): { readonly state: number; readonly all: number } {
  const options = scenario.decisions.flatMap((decision) => decision.options);
  const state = options.filter(({ weight, available }) =>
    readsOf(scenario, [weight, available]).some(({ kind }) => kind !== 'parameter' && kind !== 'dt'),
  );
  return { state: state.length, all: options.length };
}

/** Whether anybody decides; what has no actor is left to chance. */
const hasActors = ({ decisions }: Scenario): boolean => decisions.some(({ actor }) => actor !== null);

function adaptationBlock(scenario: Scenario): Block {
  if (!hasActors(scenario)) {
    return paragraph([
      scenario.decisions.length === 0
        ? 'There are no decisions, so nothing adapts in the sense of ODD. Rates may depend on the state, but nobody chooses.'
        : 'What the file decides is left to chance and has no actor, so nothing adapts in the sense of ODD. Odds may depend on the state, but nobody chooses.',
    ]);
  }
  const { state, all } = weightCounts(scenario);
  const how =
    state === 0
      ? 'no option’s odds depend on the state, so that actors do not respond to what happens'
      : `the odds or the availability of ${state} of the ${all} options depend on the state, so that actors respond to what happens`;
  return paragraph([
    `Actors adapt by their decisions. Where a decision is asked, one of its available options is taken with a probability proportional to its weight; ${how}. This is indirect adaptation: the weights describe how such actors are thought to choose, not a search for the best.`,
  ]);
}

const objectivesBlock = (scenario: Scenario): Block =>
  paragraph([
    !hasActors(scenario)
      ? 'Nobody pursues an objective, because nobody decides.'
      : 'No actor has an objective measure that he maximises. What actors want is contained in the weights of their options; a reader who doubts a weight can fix the decision and see what follows.',
  ]);

const learningBlock = (scenario: Scenario): Block =>
  paragraph([
    `Nothing learns: no rule, rate or weight changes its form with experience, within a run or between runs.${
      scenario.variables.length === 0
        ? ''
        : ` What ${!hasActors(scenario) ? 'is remembered' : 'actors come to believe or remember'} can be carried only by a variable, as described in element 2.`
    }`,
  ]);

const predictionBlock = (scenario: Scenario): Block =>
  paragraph([
    !hasActors(scenario)
      ? 'Nobody predicts, because nobody decides.'
      : 'No actor computes what would follow from an option. Expectations enter only as far as weights and rates were written with them in mind.',
  ]);

function sensingBlocks(scenario: Scenario): readonly Block[] {
  const { decisions } = scenario;
  if (!hasActors(scenario)) return [paragraph(['Nobody senses anything, because nobody decides.'])];
  return [
    paragraph([
      'A decision states what its actor is shown; this is what a person who plays the actor sees. The weights of the options may read more, and they read true values without error unless a variable stands for a belief. The table sets the two side by side.',
    ]),
    table(
      'What actors are shown, and what the odds of their options read besides (parameters left out).',
      ['Decision', 'Actor', 'Shown', 'Read besides'],
      decisions.map((decision) => {
        const read = readsOf(
          scenario,
          decision.options.flatMap(({ weight, available }) => [weight, available]),
        );
        const besides = read.filter(
          ({ kind, name }) => kind !== 'parameter' && kind !== 'dt' && !decision.sees.includes(name),
        );
        return [
          called(decision),
          decision.actor === null ? ['chance'] : words(decision.actor),
          names(decision.sees),
          names(besides.map(({ name }) => name)),
        ];
      }),
    ),
  ];
}

const names = (list: readonly string[]): Line =>
  list.length === 0
    ? ['nothing']
    : list.flatMap((name, index) => (index === 0 ? [code(name)] : [', ', code(name)]));

function stochasticityBlocks(scenario: Scenario): readonly Block[] {
  const { parameters, correlations, decisions, variables } = scenario;
  const drawn = parameters.filter(({ distribution }) => distribution !== null).length;
  const triggers = triggersOf(scenario);
  const clocks = triggers.filter(isClock).length;
  const delays = triggers.filter(isRandomDelay).length;
  const chosen = decisions.filter(({ options }) => options.length > 1).length;
  const noisy = variables.filter(({ noise }) => noise !== null);
  const sources: Line[] = [
    ...(drawn === 0
      ? []
      : [
          [
            `${counted(drawn, 'parameter')} of ${parameters.length}, drawn once for each run${correlations.length === 0 ? '' : ', some of them correlated'}`,
          ],
        ]),
    ...(clocks === 0
      ? []
      : [[`${counted(clocks, 'clock')}, each dealt an exponential threshold when it is started`]]),
    ...(delays === 0 ? [] : [[`${counted(delays, 'random delay')}`]]),
    ...(chosen === 0 ? [] : [[`${counted(chosen, 'decision')} with more than one option`]]),
    ...(noisy.length === 0 ? [] : [say`the normal noise of ${listed(noisy.map(called))}`]),
  ];
  const addressed = paragraph([
    'Random numbers are not taken from a stream but computed from the seed, the number of the run, what asks for them and how often it has asked (a counter-based generator: Salmon et al. 2011). A run can therefore be repeated alone, and two settings are compared on the same luck, run by run.',
  ]);
  if (sources.length === 0) return [paragraph(['Nothing is left to chance: all runs are the same.'])];
  return [
    paragraph(['Chance enters in these places:']),
    bullets(sources),
    paragraph(['All else is deterministic.']),
    addressed,
  ];
}

const collectivesBlock = ({ decisions }: Scenario): Block => {
  const actors = new Set(decisions.flatMap(({ actor }) => (actor === null ? [] : [actor]))).size;
  return paragraph([
    actors === 0
      ? 'No collective forms in the model, which has no individuals.'
      : 'Actors may stand for collectives, such as a government or a movement; they are given by the scenario. No collective forms in a run, because the model has no individuals that could form one.',
  ]);
};

function observationBlocks(scenario: Scenario): readonly Block[] {
  const { measures, time } = scenario;
  const recorded = `Of each run the outcome and the day on which it ended are kept, as are the stages that were active at each of the ${figure(time.steps + 1)} times of the clock, how often and when each thing happened, and which options were taken.`;
  if (measures.length === 0) return [paragraph([`${recorded} The scenario defines no measures besides.`])];
  return [
    paragraph([
      `${recorded} ${capital(counted(measures.length, 'measure'))} ${measures.length === 1 ? 'is' : 'are'} computed besides, without error of observation. Shares of runs are given with Wilson’s interval, means with Student’s; both are the error of a limited number of runs and say nothing about the assumptions.`,
    ]),
    table(
      'Measures.',
      ['Measure', 'Unit', 'What it is', 'Note'],
      measures.map((measure) => [
        titled(measure),
        measure.boolean ? ['yes or no'] : unitLine(measure.unit),
        measureLine(scenario, measure),
        noteLine(measure),
      ]),
    ),
  ];
}
