/**
 * Random scenarios that use every feature of the language: the text of a scenario (JSON, which is YAML) and a few settings
 * to run it with. Whatever they do, the machine and the kernel must do the same.
 */
import type { Settings } from '../../src/scenario/index.ts';
import {
  booleanText,
  boundedText,
  type Chooser,
  chance,
  decimal,
  many,
  numberText,
  pick,
  type Scope,
} from './arbitrary-expression.ts';

export interface ArbitraryScenario {
  readonly text: string;
  /** The file as it is, its variants, and some by hand. */
  readonly settings: readonly Partial<Settings>[];
}

interface StagePlan {
  readonly path: string;
  readonly children: readonly StagePlan[];
  readonly transitions: readonly string[];
  readonly outcome: string | null;
}

interface RegionPlan {
  readonly name: string;
  readonly stages: readonly StagePlan[];
  readonly transitions: readonly string[];
}

interface DecisionPlan {
  readonly name: string;
  readonly options: readonly string[];
}

interface Plan {
  readonly regions: readonly RegionPlan[];
  readonly decisions: readonly DecisionPlan[];
  readonly shocks: readonly string[];
  readonly outcomes: readonly string[];
  readonly stepDays: number;
  readonly steps: number;
  readonly scope: Scope;
  /** All stages, and those without an outcome. */
  readonly stages: readonly StagePlan[];
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
const flat = (stages: readonly StagePlan[]): StagePlan[] =>
  stages.flatMap((stage) => [stage, ...flat(stage.children)]);

function planRegion(c: Chooser, region: number, outcomes: readonly string[]): RegionPlan {
  const name = `r${region}`;
  let transitions = 0;
  const names = (most: number): string[] => many(c, 0, most, () => `t${transitions++}`);
  const stage = (path: string, depth: number): StagePlan => ({
    path,
    transitions: names(3),
    outcome: null,
    children:
      depth < 3 && chance(c, depth === 0 ? 50 : 30)
        ? many(c, 1, 3, (k) => stage(`${path}.s${k}`, depth + 1))
        : [],
  });
  const stages = many(c, 1, 4, (k) => stage(`${name}.s${k}`, 0));
  const ends = chance(c, region === 0 ? 90 : 40) ? many(c, 1, 2, (k) => `${name}.end${k}`) : [];
  const final = ends.map((path) => ({ path, children: [], transitions: [], outcome: pick(c, outcomes) }));
  return { name, stages: [...stages, ...final], transitions: names(2) };
}

function parametersOf(c: Chooser): {
  readonly data: Record<string, object>;
  readonly correlations: object[];
} {
  const data: Record<string, object> = {};
  const drawn: string[] = [];
  const distributions: readonly (() => object)[] = [
    () => ({ uniform: [0.2, decimal(c, 0.6, 0.9)] }),
    () => ({ triangular: [0.1, decimal(c, 0.2, 0.8), 0.95] }),
    () => ({ triangular: [0.1, 0.9] }),
    () => ({ pert: [0, decimal(c, 0.1, 0.9), 1] }),
    () => ({ normal: { mean: decimal(c, 0.3, 0.7), sd: 0.2 } }),
    () => ({ lognormal: { sigma: decimal(c, 0.1, 0.6) } }),
    () => ({ beta: { sd: decimal(c, 0.05, 0.25) } }),
    () => ({ beta: { alpha: decimal(c, 0.5, 4), beta: decimal(c, 0.5, 4) } }),
    () => ({
      choice: [
        { value: 0.25, weight: 1 },
        { value: 0.5, weight: 3 },
        { value: 0.9, weight: 0.5 },
      ],
    }),
  ];
  const count = c.int(2, 6);
  for (let k = 0; k < count; k += 1) {
    const name = `p${k}`;
    if (chance(c, 20)) {
      data[name] = { baseline: decimal(c, 0.1, 0.9) };
      continue;
    }
    data[name] = {
      baseline: 0.5,
      distribution: pick(c, distributions)(),
      ...(chance(c, 70)
        ? {
            range: pick(c, [
              [0, 1],
              [0.02, 0.99],
              [0.05, 3],
            ]),
          }
        : {}),
    };
    drawn.push(name);
  }
  data.kind = { one_of: { low: 0.5, mid: decimal(c, 0.1, 0.6), high: 0.2 }, baseline: 'mid' };
  if (chance(c, 30)) drawn.push('kind');
  const correlations = chance(c, 60)
    ? drawn.slice(1).map((name, k) => ({ pair: [drawn[k], name], rank: decimal(c, -0.5, 0.5) }))
    : [];
  return { data, correlations: correlations.slice(0, c.int(1, 3)) };
}

const days = (c: Chooser, plan: Plan, most: number): string =>
  `${c.int(1, Math.max(1, Math.round(most * plan.stepDays * 24)))} hours`;

function delayOf(c: Chooser, plan: Plan, positive: boolean): unknown {
  const d = plan.stepDays;
  const scale = decimal(c, 0.5, 4);
  const kinds: readonly (() => unknown)[] = [
    () => days(c, plan, 5),
    () => days(c, plan, 3),
    () => ({ triangular: [0.3 * d, scale * d + 0.3 * d, 5 * d] }),
    () => ({ uniform: [0.2 * d, 4 * d] }),
    () => ({ pert: [0.5 * d, 2 * d, 6 * d] }),
    () => ({ exponential: { mean: scale * d } }),
    () => ({ gamma: { mean: scale * d, sd: 0.7 * d } }),
    () => ({ weibull: { shape: decimal(c, 0.8, 2), scale: scale * d } }),
    () => ({ lognormal: { median: scale * d, sigma: 0.5 } }),
    () => ({
      choice: [
        { value: d, weight: 1 },
        { value: 2.5 * d, weight: 2 },
      ],
    }),
    () => `${positive ? '0.1 + ' : ''}${boundedText(c, plan.scope, 1, 0, 4)}`,
    () => (positive ? days(c, plan, 0.4) : { normal: { mean: d, sd: d } }),
  ];
  return pick(c, kinds)();
}

interface TriggerRules {
  readonly after: boolean;
  readonly date: boolean;
}

function triggerOf(c: Chooser, plan: Plan, rules: TriggerRules): object {
  const { scope } = plan;
  const condition = chance(c, 35) ? { while: booleanText(c, scope, 2) } : {};
  const rate = 1 / plan.stepDays;
  const kinds: (() => object)[] = [
    () => ({ hazard: boundedText(c, scope, 3, 0, 0.6 * rate), ...condition }),
    () => ({ hazard: boundedText(c, scope, 2, 0, 0.3 * rate), ...condition }),
    () => ({ chance_per_day: boundedText(c, scope, 2, 0, 1), ...condition }),
    () => ({ chance_per_day: pick(c, [0.1, 0.3, 0.02, 1, 0]), ...condition }),
    () => ({ every: delayOf(c, plan, true), ...condition }),
    () => ({ when: booleanText(c, scope, 2) }),
  ];
  if (rules.after) kinds.push(() => ({ after: delayOf(c, plan, false), ...condition }));
  if (rules.after) kinds.push(() => ({ after: delayOf(c, plan, false) }));
  if (rules.date) kinds.push(() => ({ day: c.int(0, plan.steps - 1) * plan.stepDays, ...condition }));
  return pick(c, kinds)();
}

const VARIABLES = ['v0', 'v1', 'v2'];

function effectsOf(c: Chooser, plan: Plan, percent: number): object {
  const set: Record<string, string> = {};
  const add: Record<string, string> = {};
  for (const variable of VARIABLES) {
    if (!chance(c, percent)) continue;
    const text = boundedText(c, plan.scope, 2, -1, 2);
    if (chance(c, 50)) set[variable] = text;
    else add[variable] = text;
  }
  return {
    ...(Object.keys(set).length > 0 ? { set } : {}),
    ...(Object.keys(add).length > 0 ? { add } : {}),
  };
}

/** One target or several, at most one a region. */
function targetsOf(c: Chooser, plan: Plan, own: string | null, percent: number): object {
  if (!chance(c, percent)) return {};
  const targets = plan.regions.flatMap((region) => {
    if (!chance(c, region.name === own ? 75 : 25)) return [];
    const calm = flat(region.stages).filter(({ outcome }) => outcome === null);
    return [pick(c, chance(c, 12) ? flat(region.stages) : calm).path];
  });
  if (targets.length === 0) return {};
  return { to: targets.length === 1 ? targets[0] : targets };
}

function transitionOf(c: Chooser, plan: Plan, region: string): object {
  const decide = plan.decisions.length > 0 && chance(c, 25) ? { decide: pick(c, plan.decisions).name } : {};
  const targets = targetsOf(c, plan, region, 'decide' in decide ? 30 : 85);
  const effects = effectsOf(c, plan, 25);
  const body = { ...targets, ...decide, ...effects };
  const needed = Object.keys(body).length > 0 ? body : { add: { v0: 0.1 } };
  return { ...triggerOf(c, plan, { after: true, date: false }), ...needed };
}

function ruleOf(c: Chooser, plan: Plan): object {
  const { scope } = plan;
  return pick(c, [
    () => ({ per_day: boundedText(c, scope, 2, -1, 1) }),
    () => ({ per_day: numberText(c, scope, 2) }),
    () => ({ next: boundedText(c, scope, 3, -2, 3) }),
  ])();
}

function stageOf(c: Chooser, plan: Plan, stage: StagePlan): object {
  if (stage.outcome !== null) return { outcome: stage.outcome, entry: effectsOf(c, plan, 20) };
  const region = stage.path.split('.')[0] as string;
  const rule = chance(c, 25) ? ruleOf(c, plan) : null;
  const variable = pick(c, VARIABLES);
  const split = (kind: string): object =>
    rule !== null && kind in rule ? { [kind]: { [variable]: (rule as Record<string, unknown>)[kind] } } : {};
  const auxiliaries = chance(c, 30)
    ? { auxiliaries: { [pick(c, ['a0', 'a1'])]: boundedText(c, auxiliaryScope(plan, 0), 2, -2, 2) } }
    : {};
  return {
    ...(chance(c, 25) ? { entry: effectsOf(c, plan, 40) } : {}),
    ...(chance(c, 25) ? { exit: effectsOf(c, plan, 40) } : {}),
    ...split('next'),
    ...split('per_day'),
    ...auxiliaries,
    transitions: Object.fromEntries(stage.transitions.map((name) => [name, transitionOf(c, plan, region)])),
    ...(stage.children.length === 0
      ? {}
      : {
          initial: nameOf(pick(c, stage.children).path),
          stages: Object.fromEntries(
            stage.children.map((child) => [nameOf(child.path), stageOf(c, plan, child)]),
          ),
        }),
  };
}

/** What auxiliary number `index` may read: not itself, nor a later one. */
const auxiliaryScope = (plan: Plan, index: number): Scope => ({
  ...plan.scope,
  numbers: plan.scope.numbers.filter((name) => !/^a\d$/.test(name) || Number(name.slice(1)) < index),
  booleans: [],
});

function variablesOf(c: Chooser, plan: Plan): Record<string, object> {
  const parameters: Scope = {
    ...plan.scope,
    numbers: plan.scope.numbers.filter((name) => name.startsWith('p')),
    booleans: [],
    stages: [],
    happenings: [],
    clock: false,
  };
  return Object.fromEntries(
    VARIABLES.map((name) => [
      name,
      {
        initial: boundedText(c, parameters, 2, -1, 2),
        ...(chance(c, 60) ? ruleOf(c, plan) : {}),
        ...(chance(c, 30) ? { noise: boundedText(c, plan.scope, 1, 0, 0.5) } : {}),
        ...(chance(c, 85)
          ? {
              bounds: pick(c, [
                [-2, 3],
                [0, 5],
                [null, 4],
                [-3, null],
              ]),
            }
          : {}),
      },
    ]),
  );
}

function decisionsOf(c: Chooser, plan: Plan): Record<string, object> {
  return Object.fromEntries(
    plan.decisions.map(({ name, options }) => [
      name,
      {
        ...(chance(c, 50) ? { actor: 'Somebody', question: 'What now?', sees: ['v0'] } : {}),
        ...(chance(c, 60) ? { ask: triggerOf(c, plan, { after: false, date: true }) } : {}),
        options: Object.fromEntries(
          options.map((option) => [
            option,
            {
              ...(chance(c, 30) ? { available: booleanText(c, plan.scope, 2) } : {}),
              ...(chance(c, 50) ? { weight: boundedText(c, plan.scope, 2, 0, 3) } : {}),
              ...targetsOf(c, plan, null, 50),
              ...effectsOf(c, plan, 20),
            },
          ]),
        ),
      },
    ]),
  );
}

function shocksOf(c: Chooser, plan: Plan): Record<string, object> {
  return Object.fromEntries(
    plan.shocks.map((name) => {
      const trigger = triggerOf(c, plan, { after: false, date: true });
      const repeats = !('day' in trigger) && chance(c, 50) ? { repeats: true } : {};
      const body = { ...targetsOf(c, plan, null, 40), ...effectsOf(c, plan, 40) };
      return [
        name,
        { ...trigger, ...repeats, ...(Object.keys(body).length > 0 ? body : { add: { v1: 0.1 } }) },
      ];
    }),
  );
}

function measuresOf(c: Chooser, plan: Plan): Record<string, object> {
  const { scope } = plan;
  const either = (): string => (chance(c, 70) ? numberText(c, scope, 2) : booleanText(c, scope, 2));
  const stage = (): string => pick(c, plan.stages).path;
  const happening = (): string | null => (scope.happenings.length > 0 ? pick(c, scope.happenings) : null);
  const kinds: readonly (() => object)[] = [
    () => ({ final: either() }),
    () => ({ min: either() }),
    () => ({ max: either() }),
    () => ({ mean: either() }),
    () => ({ total: either() }),
    () => ({ day_of_max: either() }),
    () => ({ total_days_in: stage() }),
    () => ({ [pick(c, ['first_day', 'last_day'])]: stage() }),
    () => ({ [pick(c, ['first_day', 'last_day'])]: happening() ?? stage() }),
    () => ({ [pick(c, ['first_day', 'last_day'])]: `${booleanText(c, scope, 1)} or false` }),
    () => (happening() === null ? { final: 'v0' } : { count: pick(c, scope.happenings) }),
  ];
  return Object.fromEntries(many(c, 3, 8, (k) => [`m${k}`, pick(c, kinds)()]));
}

function variantsOf(c: Chooser, plan: Plan): Record<string, object> {
  const variant = (): object => {
    const decide = plan.decisions
      .filter(() => chance(c, 50))
      .map(({ name, options }) => {
        const option = pick(c, options);
        const from = c.int(0, plan.steps - 2);
        const until = c.int(from, plan.steps - 1);
        const day = (step: number): string => dateOf(step * plan.stepDays);
        return [name, chance(c, 50) ? option : { option, from: day(from), until: day(until) }];
      });
    const starts = plan.regions
      .filter(() => chance(c, 30))
      .map((region) => {
        const stages = flat(region.stages).filter(({ outcome }) => outcome === null);
        return [region.name, pick(c, stages).path.split('.').slice(1).join('.')];
      });
    const takenAway = plan.scope.happenings.filter((path) => !path.startsWith('d') && chance(c, 15));
    return {
      ...(chance(c, 60) ? { set: { p0: decimal(c, 0.3, 0.7), kind: 'high' } } : {}),
      ...(decide.length > 0 ? { decide: Object.fromEntries(decide) } : {}),
      ...(takenAway.length > 0 ? { without: takenAway } : {}),
      ...(starts.length > 0 ? { initial: Object.fromEntries(starts) } : {}),
    };
  };
  const entries = many(c, 1, 2, (k) => [`w${k}`, variant()] as const);
  return Object.fromEntries(entries.filter(([, body]) => Object.keys(body).length > 0));
}

const START = Date.UTC(2022, 0, 1);
const dateOf = (day: number): string => new Date(START + day * 86_400_000).toISOString().slice(0, 16);

function planOf(c: Chooser): Plan {
  const outcomes = many(c, 2, 4, (k) => `o${k}`);
  const regions = many(c, 1, 3, (k) => planRegion(c, k, outcomes));
  const decisions = many(c, 0, 3, (k) => ({ name: `d${k}`, options: many(c, 2, 3, (o) => `c${o}`) }));
  const shocks = many(c, 0, 3, (k) => `shock${k}`);
  const stages = regions.flatMap((region) => flat(region.stages));
  const happenings = [
    ...regions.flatMap((region) =>
      [...region.transitions, ...flat(region.stages).flatMap((stage) => stage.transitions)].map(
        (transition) => `${region.name}.${transition}`,
      ),
    ),
    ...decisions.flatMap(({ name, options }) => options.map((option) => `${name}.${option}`)),
    ...shocks,
  ];
  return {
    regions,
    decisions,
    shocks,
    outcomes,
    stages,
    stepDays: pick(c, [1, 1, 0.5, 0.25, 2, 7]),
    steps: c.int(3, 24),
    scope: {
      numbers: ['p0', 'p1', 'v0', 'v1', 'v2', 'a0', 'a1', 'a2'],
      booleans: ['a3'],
      choices: ['is(kind, low)', 'is(kind, high)'],
      stages: stages.map(({ path }) => path),
      happenings,
      clock: true,
    },
  };
}

/** A scenario that uses a random selection of everything. */
export function arbitraryScenario(c: Chooser): ArbitraryScenario {
  const plan = planOf(c);
  const parameters = parametersOf(c);
  const variants = variantsOf(c, plan);
  const atHorizon = (): object => (chance(c, 50) ? { at_horizon: booleanText(c, plan.scope, 1) } : {});
  const data = {
    juncture: 1,
    title: 'An arbitrary scenario',
    time: {
      start: '2022-01-01',
      step: `${plan.stepDays * 24} hours`,
      horizon: `${plan.stepDays * plan.steps * 24} hours`,
    },
    parameters: parameters.data,
    ...(parameters.correlations.length > 0 ? { correlations: parameters.correlations } : {}),
    variables: variablesOf(c, plan),
    auxiliaries: {
      a0: { value: numberText(c, auxiliaryScope(plan, 0), 3) },
      a1: { value: boundedText(c, auxiliaryScope(plan, 1), 3, -3, 3) },
      a2: {
        value: numberText(
          c,
          { ...auxiliaryScope(plan, 0), numbers: ['p0', 'p1'], stages: [], happenings: [], clock: false },
          3,
        ),
      },
      a3: { value: booleanText(c, auxiliaryScope(plan, 2), 2) },
    },
    regions: Object.fromEntries(
      plan.regions.map((region) => [
        region.name,
        {
          initial: nameOf(
            pick(
              c,
              region.stages.filter(({ outcome }) => outcome === null),
            ).path,
          ),
          transitions: Object.fromEntries(
            region.transitions.map((name) => [name, transitionOf(c, plan, region.name)]),
          ),
          stages: Object.fromEntries(
            region.stages.map((stage) => [nameOf(stage.path), stageOf(c, plan, stage)]),
          ),
        },
      ]),
    ),
    ...(plan.decisions.length > 0 ? { decisions: decisionsOf(c, plan) } : {}),
    ...(plan.shocks.length > 0 ? { shocks: shocksOf(c, plan) } : {}),
    outcomes: Object.fromEntries(plan.outcomes.map((name) => [name, { label: name, ...atHorizon() }])),
    measures: measuresOf(c, plan),
    ...(Object.keys(variants).length > 0 ? { variants } : {}),
  };
  const settings: Partial<Settings>[] = [{}, ...Object.keys(variants).map((variant) => ({ variant }))];
  if (chance(c, 30)) settings.push({ atBaseline: true });
  const decision = plan.decisions[0];
  if (decision !== undefined)
    settings.push({ decide: { [decision.name]: pick(c, decision.options) }, set: { p1: 0.55 } });
  return { text: JSON.stringify(data, null, 1), settings };
}
