/** A checked scenario built by hand, shaped like the founding case, for tests of screens and reports. */
import type { CheckedExpression } from '../../src/expression/index.ts';
import type {
  Decision,
  Described,
  Distribution,
  Happening,
  Outcome,
  Parameter,
  Region,
  Scenario,
  Stage,
  TimelineEntry,
  Transition,
} from '../../src/scenario/index.ts';

const described = (label: string, more: Partial<Described> = {}): Described => ({
  label,
  unit: null,
  note: null,
  group: null,
  sources: [],
  ...more,
});

export const constant = (value: number): CheckedExpression => ({
  tree: { kind: 'number', value },
  type: 'number',
  text: String(value),
  place: '',
  file: 'kazakhstan-2022.yaml',
  line: 1,
  column: 1,
});

const REGIONS: readonly (readonly [string, string, readonly (readonly [string, string, number | null])[]])[] =
  [
    [
      'crisis',
      'The crisis',
      [
        ['protest', 'Peaceful protest', null],
        ['violence', 'Violence in the streets', null],
        ['foreign_intervention', 'Foreign intervention', null],
        ['consolidation', 'Consolidation', null],
        ['talks', 'Talks', null],
        ['toppled', 'The regime is toppled', 2],
      ],
    ],
    [
      'palace',
      'The palace',
      [
        ['united', 'United', null],
        ['split', 'Split', null],
        ['showdown', 'Showdown', null],
        ['purge', 'Purge', null],
      ],
    ],
    [
      'services',
      'The security services',
      [
        ['obeying', 'Obeying', null],
        ['standing_down', 'Standing down', null],
        ['defecting', 'Defecting', null],
      ],
    ],
  ];

const TRANSITIONS: readonly (readonly [number, string, string])[] = [
  [0, 'hijacked', 'Violence hijacks the protest'],
  [0, 'talks_open', 'Talks open'],
  [0, 'order_returns', 'Order returns'],
  [0, 'accepted', 'The offer is accepted'],
  [0, 'palace_stormed', 'The palace is stormed'],
  [1, 'breaks', 'The two centres break with each other'],
  [1, 'dismissals', 'The old guard is dismissed'],
  [1, 'purge_begins', 'A purge begins'],
  [1, 'leader_removed', 'The leader is removed from within'],
  [2, 'stand_down', 'Units stand down'],
  [2, 'defect', 'Units defect'],
];

const OUTCOMES: readonly (readonly [string, string, string | null])[] = [
  ['held_with_troops', 'Held with foreign troops', 'red'],
  ['held_alone', 'Held by its own forces', 'orange'],
  ['regime_falls', 'The regime falls', 'blue'],
  ['leader_replaced', 'The leader is replaced', 'purple'],
  ['negotiated', 'A negotiated settlement', 'green'],
  ['unresolved', 'Unresolved after 30 days', null],
];

interface ParameterLine {
  readonly name: string;
  readonly label: string;
  readonly group: string;
  readonly treatment: string;
  readonly distribution: Distribution | null;
  readonly range?: readonly [number, number];
  readonly choices?: readonly string[];
}

const PARAMETERS: readonly ParameterLine[] = [
  {
    name: 'loyalty',
    label: 'Security-force loyalty',
    group: 'services',
    treatment: 'beta, mean 0.6, 90 % within 0.35–0.83',
    distribution: { kind: 'beta', alpha: 5.8, beta: 3.9 },
    range: [0, 1],
  },
  {
    name: 'police_pay',
    label: 'Police pay, months in arrears',
    group: 'services',
    treatment: 'held at 1',
    distribution: null,
    range: [0, 12],
  },
  {
    name: 'two_centres',
    label: 'Rivalry of the two centres',
    group: 'palace',
    treatment: 'PERT, 0.4 to 0.95, most likely 0.7',
    distribution: { kind: 'pert', low: 0.4, mode: 0.7, high: 0.95 },
    range: [0, 1],
  },
  {
    name: 'price_shock',
    label: 'Price shock, times the old price',
    group: 'street',
    treatment: 'triangular, 1.4 to 2.6, most likely 2',
    distribution: { kind: 'triangular', low: 1.4, mode: 2, high: 2.6 },
    range: [1, 4],
  },
  {
    name: 'organisation',
    label: 'Organisation of the opposition',
    group: 'street',
    treatment: 'uniform, 0.05 to 0.3',
    distribution: { kind: 'uniform', low: 0.05, high: 0.3 },
    range: [0, 1],
  },
  {
    name: 'sponsor',
    label: 'Who pays the rioters',
    group: 'street',
    treatment: 'nobody 50 %, gangs 30 %, faction 20 %',
    distribution: { kind: 'choice', values: [0, 1, 2], weights: [0.5, 0.3, 0.2] },
    choices: ['nobody', 'gangs', 'faction'],
  },
  {
    name: 'patron_will',
    label: 'The patron grants a call for help',
    group: 'patron',
    treatment: 'beta, mean 0.7, 90 % within 0.42–0.92',
    distribution: { kind: 'beta', alpha: 6, beta: 2.6 },
    range: [0, 1],
  },
];

export const PARAMETER_TREATMENTS: readonly string[] = PARAMETERS.map((line) => line.treatment);

const OPTIONS: readonly (readonly [string, string])[] = [
  ['own_forces', 'Our own forces'],
  ['ask_alliance', 'Ask the alliance'],
  ['negotiate', 'Negotiate'],
];

function regions(): { regions: readonly Region[]; stages: readonly Stage[] } {
  const stages: Stage[] = [];
  const list = REGIONS.map(([name, label, lines], index): Region => {
    const first = stages.length;
    for (const [stage, stageLabel, outcome] of lines) {
      stages.push({
        ...described(stageLabel),
        index: stages.length,
        name: stage,
        path: `${name}.${stage}`,
        region: index,
        parent: null,
        depth: 0,
        children: [],
        initial: null,
        entry: [],
        exit: [],
        auxiliaries: [],
        rules: [],
        transitions: [],
        outcome,
      });
    }
    const own = lines.map((_, place) => first + place);
    return { ...described(label), index, name, stages: own, initial: first, transitions: [] };
  });
  return { regions: list, stages };
}

function happenings(): {
  transitions: readonly Transition[];
  decisions: readonly Decision[];
  happenings: readonly Happening[];
} {
  const all: Happening[] = [];
  const transitions = TRANSITIONS.map(([region, name, label], index): Transition => {
    const path = `${REGIONS[region]![0]}.${name}`;
    all.push({ kind: 'transition', path, label, transition: index });
    return {
      ...described(label),
      index,
      name,
      path,
      region,
      stage: null,
      trigger: { kind: 'hazard', hazard: constant(0.1), while: null },
      targets: [],
      effects: [],
      decision: null,
      happening: index,
    };
  });
  const options = OPTIONS.map(([name, label], option) => {
    const path = `restore.${name}`;
    all.push({ kind: 'option', path, label, decision: 0, option });
    const rest = { available: null, weight: null, targets: [], effects: [] };
    return { ...described(label), name, path, ...rest, happening: all.length - 1 };
  });
  all.push({ kind: 'shock', path: 'oil_falls', label: 'The oil price falls', shock: 0 });
  const decision: Decision = {
    ...described('Who restores order?'),
    index: 0,
    name: 'restore',
    actor: 'The president',
    question: 'The state is losing the streets. Who restores order?',
    sees: [],
    ask: null,
    options,
  };
  return { transitions, decisions: [decision], happenings: all };
}

function parameters(): readonly Parameter[] {
  return PARAMETERS.map((line, index) => ({
    ...described(line.label, { group: line.group }),
    index,
    name: line.name,
    baseline: 0.5,
    low: line.range?.[0] ?? Number.NEGATIVE_INFINITY,
    high: line.range?.[1] ?? Number.POSITIVE_INFINITY,
    distribution: line.distribution,
    choices: line.choices ?? null,
  }));
}

function timeline(): readonly TimelineEntry[] {
  const rest = { measure: null, value: null, range: null, contested: false };
  return [
    {
      ...described('Riots'),
      name: 'riots',
      what: 'City hall burns',
      from: 3,
      to: 4,
      days: [3, 5],
      happening: 0,
      ...rest,
      contested: true,
    },
    {
      ...described('Call for help'),
      name: 'call',
      what: 'The president asks the alliance',
      from: 3,
      to: null,
      days: [3, 4],
      happening: 12,
      ...rest,
    },
    {
      ...described('Deaths'),
      name: 'deaths',
      what: 'Deaths',
      from: null,
      to: null,
      days: null,
      happening: null,
      ...rest,
      measure: 1,
      value: 238,
    },
  ];
}

/** Built anew each time, so that a test may change its copy. */
export function crisisScenario(): Scenario {
  const stop = constant(0);
  return {
    id: 'kazakhstan-2022',
    file: 'scenarios/kazakhstan-2022.yaml',
    hash: 'ab'.repeat(32),
    title: 'Kazakhstan, January 2022',
    summary: 'A price rise, two centres of power and an alliance next door.',
    sources: [],
    time: { start: '2022-01-02T00:00', stepDays: 0.25, steps: 120, horizonDays: 30 },
    parameters: parameters(),
    correlations: [],
    variables: [],
    auxiliaries: [],
    auxiliaryOrder: [],
    ...regions(),
    ...happenings(),
    shocks: [
      {
        ...described('The oil price falls'),
        index: 0,
        name: 'oil_falls',
        trigger: { kind: 'date', step: 8, day: 2, while: null },
        repeats: false,
        targets: [],
        effects: [],
        happening: 14,
      },
    ],
    outcomes: OUTCOMES.map(
      ([name, label, colour], index): Outcome => ({
        ...described(label),
        index,
        name,
        colour,
        atHorizon: null,
      }),
    ),
    measures: [
      {
        ...described('Largest crowd', { unit: 'thousands' }),
        index: 0,
        name: 'peak_crowd',
        rule: { kind: 'max', expression: stop },
        boolean: false,
      },
      {
        ...described('Deaths', { unit: 'people' }),
        index: 1,
        name: 'deaths',
        rule: { kind: 'final', expression: stop },
        boolean: false,
      },
      {
        ...described('First day of violence'),
        index: 2,
        name: 'first_violence',
        rule: { kind: 'first_day', of: { kind: 'stage', stage: 1 } },
        boolean: false,
      },
      {
        ...described('Days of violence', { unit: 'days' }),
        index: 3,
        name: 'violent_days',
        rule: { kind: 'total_days_in', stage: 1 },
        boolean: false,
      },
      {
        ...described('The old guard is purged'),
        index: 4,
        name: 'purged',
        rule: { kind: 'final', expression: stop },
        boolean: true,
      },
    ],
    timeline: timeline(),
    variants: [],
    promises: [],
    compared: [],
    show: { parameters: [0, 2], variables: [], measures: [0, 1] },
  };
}
