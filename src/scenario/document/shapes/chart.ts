/** Regions, stages, transitions, decisions and shocks: what can happen, and what it does. */
import { map, needed, optional, struct } from './build.ts';
import { described, names, oneOrMore } from './described.ts';
import { expression, reference, text, yesNo } from './scalars.ts';
import type { Clash, Field, Shape, StructShape } from './shape.ts';
import { datedTriggers, oneTrigger, transitionTriggers, whileBesideWhen } from './triggers.ts';

const SET_OR_ADD = [['set', 'add']] as const;

/** Expressions by the name of what they change. */
const byName = (what: string, example: string): Shape =>
  map(`expressions by ${what}, such as \`${example}\``, expression, { keys: 'reference' });

const effects: { readonly [key: string]: Field } = {
  set: optional(byName('variable', '{ anger: 0.5 }'), 'New values of variables.'),
  add: optional(byName('variable', '{ anger: -0.1 }'), 'What is added to variables.'),
};

const targets = oneOrMore(reference('a stage', 'riot'));

const target = optional(
  targets,
  'The stage it leads to: a sibling by name, any other by its path `region.stage`; or a list, one a region.',
);

const transition = struct(
  ['transition', 'a transition'],
  {
    to: target,
    decide: optional(reference('a decision', 'response'), 'The decision that is asked when this happens.'),
    ...transitionTriggers,
    ...effects,
    ...described,
  },
  {
    example: '{ to: riot, hazard: 0.1 }',
    entry: true,
    oneOf: [oneTrigger(transitionTriggers)],
    clashes: [whileBesideWhen],
    rivals: SET_OR_ADD,
  },
);

const transitions = map('transitions by name, such as `burns: { to: riot, hazard: 0.1 }`', transition);

const effectsOnly = (id: string, called: string): StructShape =>
  struct([id, called], effects, { example: '{ add: { anger: 0.2 } }', rivals: SET_OR_ADD });

const stage: StructShape = struct(
  ['stage', 'a stage'],
  {
    ...described,
    initial: optional(reference('a stage inside this one', 'looting'), 'The inner stage in which it begins.'),
    entry: optional(effectsOnly('entry', 'what entering the stage does'), 'What entering the stage does.'),
    exit: optional(effectsOnly('exit', 'what leaving the stage does'), 'What leaving the stage does.'),
    auxiliaries: optional(
      byName('auxiliary', '{ growth: -0.2 }'),
      'What replaces auxiliaries while the stage is active.',
    ),
    next: optional(
      byName('variable', '{ crowd: "crowd / 2" }'),
      'What replaces the rule of variables while the stage is active: their next value.',
    ),
    per_day: optional(
      byName('variable', '{ crowd: 0 }'),
      'What replaces the rule of variables while the stage is active: their change per day.',
    ),
    transitions: optional(transitions, 'What can happen while the stage is active.'),
    outcome: optional(
      reference('an outcome', 'compromise'),
      'Entering the stage ends the run with this outcome.',
    ),
    stages: optional(
      map('stages by name, such as `looting: {}`', { kind: 'later', get: () => stage }, { least: 1 }),
      'Stages inside this one.',
    ),
  },
  {
    example: '{ transitions: { … } }',
    entry: true,
    needs: [
      ['stages', 'initial'],
      ['initial', 'stages'],
    ],
    rivals: [['next', 'per_day']],
  },
);

const region = struct(
  ['region', 'a region'],
  {
    ...described,
    initial: needed(reference('a stage of the region', 'protest'), 'The stage in which a run begins.'),
    transitions: optional(transitions, 'What can happen in every stage of the region.'),
    stages: needed(
      map('stages by name, such as `riot: {}`', stage, { least: 1 }),
      'The stages of the region, in order.',
    ),
  },
  { example: '{ initial: calm, stages: { calm: {} } }', entry: true },
);

export const regions = map('regions by name, such as `street: { initial: …, stages: … }`', region, {
  least: 1,
});

const option = struct(
  ['option', 'an option'],
  {
    available: optional(expression, 'The option can be chosen when this holds; without it, always.'),
    weight: optional(expression, 'How likely it is chosen against the others; 1 if left out.'),
    to: target,
    ...effects,
    ...described,
  },
  { example: '{ label: Give in, weight: 2, to: street.talks }', entry: true, rivals: SET_OR_ADD },
);

const ask = struct(
  ['ask', 'an `ask`'],
  { ...datedTriggers, ...described },
  { example: '{ every: 3 days }', oneOf: [oneTrigger(datedTriggers)], clashes: [whileBesideWhen] },
);

const decision = struct(
  ['decision', 'a decision'],
  {
    actor: optional(text, 'Who decides; without an actor it is nature, and nobody is asked.'),
    question: optional(text, 'What the actor is asked.'),
    sees: optional(names('value', 'crowd'), 'Parameters, variables and auxiliaries that the actor sees.'),
    ask: optional(ask, 'When it is asked, if not by a transition.'),
    options: needed(
      map('options by name, such as `leave: { label: … }`', option, { least: 1 }),
      'What can be chosen, in order.',
    ),
    ...described,
  },
  { example: '{ actor: The president, options: { … } }', entry: true },
);

export const decisions = map('decisions by name, such as `response: { options: … }`', decision);

const repeatsOn = (key: 'date' | 'day'): Clash => ({
  keys: ['repeats', key],
  whenTrue: true,
  message: `a shock with a \`${key}\` happens once and cannot repeat`,
  mend: `Delete \`repeats\`, or use \`every\` in place of \`${key}\`.`,
});

const shock = struct(
  ['shock', 'a shock'],
  {
    ...datedTriggers,
    repeats: optional(yesNo, 'Whether it can happen again; one with `every` always can.'),
    to: optional(targets, 'Stages it leads to, by their paths `region.stage`; one a region.'),
    ...effects,
    ...described,
  },
  {
    example: '{ date: 2022-01-10, add: { anger: 0.05 } }',
    entry: true,
    oneOf: [oneTrigger(datedTriggers)],
    clashes: [whileBesideWhen, repeatsOn('date'), repeatsOn('day')],
    rivals: SET_OR_ADD,
  },
);

export const shocks = map('shocks by name, such as `oil_falls: { date: 2022-01-10 }`', shock);
