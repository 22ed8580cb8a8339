/**
 * The bench model as a competent user would write it without this program: an XState actor a run, mathjs expressions
 * compiled once, a seedrandom generator a run, one Bernoulli trial a hazard and day. It is what `npm run bench` measures
 * the kernel against; its shares are like the model's, not equal.
 */
import { readFileSync } from 'node:fs';
import { compile, type EvalFunction } from 'mathjs';
import seedrandom from 'seedrandom';
import { createActor, createMachine } from 'xstate';
import { parse } from 'yaml';

type Tree = Readonly<Record<string, unknown>>;
type Numbers = Record<string, number>;

interface NaiveTransition {
  readonly type: string;
  readonly stage: string;
  readonly targets: readonly string[];
  readonly decide: string | null;
  readonly hazard: EvalFunction | null;
  readonly when: EvalFunction | null;
  readonly delay: ((random: () => number) => number) | null;
}

interface NaiveOption {
  readonly targets: readonly string[];
  readonly weight: EvalFunction | null;
  readonly available: EvalFunction | null;
  readonly add: readonly (readonly [string, number])[];
}

const entries = (tree: unknown): [string, Tree][] => Object.entries((tree ?? {}) as Record<string, Tree>);
const expression = (text: unknown): EvalFunction | null =>
  text === undefined ? null : compile(String(text));
const listed = (to: unknown): string[] => (to === undefined ? [] : ([to].flat() as string[]));

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang's gamma, for shapes of at least 1. */
function gamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = gaussian(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function triangular(low: number, mode: number, high: number, random: () => number): number {
  const u = random();
  const cut = (mode - low) / (high - low);
  return u < cut
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}

function sampler({ baseline, distribution }: Tree): (random: () => number) => number {
  const centre = baseline as number;
  const [kind, form] = Object.entries((distribution ?? {}) as Record<string, unknown>)[0] ?? [];
  const { sd = 0, sigma = 0 } = (form ?? {}) as { sd?: number; sigma?: number };
  switch (kind) {
    case 'uniform': {
      const [low, high] = form as [number, number];
      return (random) => low + (high - low) * random();
    }
    case 'triangular': {
      const [low, high] = form as [number, number];
      return (random) => triangular(low, centre, high, random);
    }
    case 'beta': {
      const sum = (centre * (1 - centre)) / (sd * sd) - 1;
      return (random) => {
        const a = gamma(centre * sum, random);
        return a / (a + gamma((1 - centre) * sum, random));
      };
    }
    case 'normal':
      return (random) => centre + sd * gaussian(random);
    case 'lognormal':
      return (random) => centre * Math.exp(sigma * gaussian(random));
    default:
      return () => centre;
  }
}

const FUNCTIONS = {
  active: (is: boolean) => (is ? 1 : 0),
  clamp: (x: number, low: number, high: number) => Math.min(high, Math.max(low, x)),
  logistic: (x: number) => 1 / (1 + Math.exp(-x)),
  ramp: (x: number, from: number, to: number) => Math.min(1, Math.max(0, (x - from) / (to - from))),
};

/** The place whose share of the weights holds `u` of all of them. */
function spin(weights: readonly number[], u: number): number {
  let left = u * weights.reduce((sum, weight) => sum + weight, 0);
  return weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
}

/** Reads the model and returns a function that does one run and says how it ends. */
export function naiveModel(file: string): (run: number) => string {
  const model = parse(readFileSync(file, 'utf8')) as Tree;
  const parameters = entries(model.parameters).map(([name, one]) => [name, sampler(one)] as const);
  const variables = entries(model.variables).map(([name, one]) => ({
    name,
    initial: compile(String(one.initial)),
    next: expression(one.next),
    perDay: expression(one.per_day),
    noise: expression(one.noise),
    low: ((one.bounds as number[])[0] ?? Number.NEGATIVE_INFINITY) as number,
    high: ((one.bounds as (number | null)[])[1] ?? Number.POSITIVE_INFINITY) as number,
  }));
  const auxiliaries = Object.entries(model.auxiliaries as Record<string, string>).map(
    ([name, text]) => [name, compile(text)] as const,
  );
  const transitions: NaiveTransition[] = [];
  const entryAdds = new Map<string, [string, number][]>();
  const outcomes = new Map<string, string>();

  const absolute = (owner: string, target: string): string =>
    target.includes('.') ? target : `${owner.split('.').slice(0, -1).join('.') || owner}.${target}`;
  const stateOf = (path: string, stage: Tree): object => {
    if (stage.outcome !== undefined) outcomes.set(path, stage.outcome as string);
    entryAdds.set(path, Object.entries(((stage.entry as Tree)?.add ?? {}) as Numbers));
    const on: Record<string, object> = {};
    for (const [name, one] of entries(stage.transitions)) {
      const type = `${path.split('.')[0]}.${name}`;
      const targets = listed(one.to).map((target) => absolute(path, target));
      const after = one.after as string | { triangular: [number, number, number] } | undefined;
      transitions.push({
        type,
        stage: path,
        targets,
        decide: (one.decide as string) ?? null,
        hazard: expression(one.hazard),
        when: expression(one.when),
        delay:
          after === undefined
            ? null
            : typeof after === 'string'
              ? () => Number.parseFloat(after)
              : (random) => triangular(...after.triangular, random),
      });
      if (targets.length > 0) on[type] = { target: targets.map((target) => `#${target}`) };
    }
    const states = Object.fromEntries(
      entries(stage.stages).map(([name, below]) => [name, stateOf(`${path}.${name}`, below ?? {})]),
    );
    return { id: path, on, ...(stage.initial === undefined ? {} : { initial: stage.initial, states }) };
  };
  const regions = entries(model.regions).map(([name, region]) => [name, stateOf(name, region)] as const);
  const options = new Map(
    entries(model.decisions).map(([name, decision]) => [
      name,
      entries(decision.options).map(
        ([, one]): NaiveOption => ({
          targets: listed(one.to),
          weight: expression(one.weight),
          available: expression(one.available),
          add: Object.entries((one.add ?? {}) as Numbers),
        }),
      ),
    ]),
  );
  // A target in another region moves that region alone: its regions listen to events of their own.
  for (const list of options.values()) {
    for (const { targets } of list) {
      for (const target of targets) {
        const [, region] = regions.find(([name]) => name === target.split('.')[0]) as readonly [
          string,
          { on: Tree },
        ];
        Object.assign(region.on, { [`move.${target}`]: { target: `#${target}` } });
      }
    }
  }
  const machine = createMachine({ type: 'parallel', states: Object.fromEntries(regions) } as never);
  const days = Number.parseInt((model.time as { horizon: string }).horizon, 10);
  const asks = entries(model.decisions).flatMap(([name, { ask }]) =>
    ask === undefined
      ? []
      : [
          {
            name,
            every: Number.parseInt((ask as { every: string }).every, 10),
            holds: compile((ask as { while: string }).while),
          },
        ],
  );

  return (run) => {
    const random = seedrandom(String(run));
    const scope: Record<string, unknown> = { ...FUNCTIONS, dt: 1 };
    const numbers = scope as Numbers;
    for (const [name, draw] of parameters) numbers[name] = draw(random);
    for (const { name, initial } of variables) numbers[name] = initial.evaluate(scope);
    const actor = createActor(machine).start();
    const since = new Map<string, number>();
    const delays = new Map<string, number>();
    const settle = (name: string): void => {
      const list = options.get(name) as readonly NaiveOption[];
      const weights = list.map(({ weight, available }) =>
        available !== null && !available.evaluate(scope)
          ? 0
          : ((weight?.evaluate(scope) as number | undefined) ?? 1),
      );
      const chosen = list[spin(weights, random())];
      for (const [variable, amount] of chosen?.add ?? [])
        numbers[variable] = (numbers[variable] as number) + amount;
      for (const target of chosen?.targets ?? []) actor.send({ type: `move.${target}` });
    };
    for (let day = 0; day < days; day += 1) {
      const snapshot = actor.getSnapshot();
      Object.assign(scope, activeTree(snapshot.value as Tree, machine as never));
      for (const [name, value] of auxiliaries) numbers[name] = value.evaluate(scope);
      for (const { name, every, holds } of asks) {
        if ((day + 1) % every === 0 && holds.evaluate(scope)) settle(name);
      }
      const moved = new Set<string>();
      for (const one of transitions) {
        const region = one.stage.split('.')[0] as string;
        if (!isIn(snapshot.value as Tree, one.stage)) {
          since.delete(one.type);
          continue;
        }
        if (!since.has(one.type)) {
          since.set(one.type, day);
          if (one.delay !== null) delays.set(one.type, one.delay(random));
        }
        if (moved.has(region)) continue;
        const waited = day + 1 - (since.get(one.type) as number);
        const isDue =
          one.hazard !== null
            ? random() < 1 - Math.exp(-one.hazard.evaluate(scope))
            : one.when !== null
              ? (one.when.evaluate(scope) as boolean)
              : waited === Math.ceil(delays.get(one.type) as number);
        if (!isDue) continue;
        moved.add(region);
        if (one.decide !== null) settle(one.decide);
        else actor.send({ type: one.type });
        for (const target of one.targets) {
          for (const [variable, amount] of entryAdds.get(target) ?? []) {
            numbers[variable] = (numbers[variable] as number) + amount;
          }
        }
      }
      const next = variables.map(({ name, next: rule, perDay, noise, low, high }) => {
        const before = numbers[name] as number;
        const moving: number =
          rule?.evaluate(scope) ?? before + ((perDay?.evaluate(scope) as number | undefined) ?? 0);
        const noisy = noise === null ? moving : moving + (noise.evaluate(scope) as number) * gaussian(random);
        return Math.min(high, Math.max(low, noisy));
      });
      for (const [index, { name }] of variables.entries()) numbers[name] = next[index] as number;
      for (const [path, outcome] of outcomes) {
        if (isIn(actor.getSnapshot().value as Tree, path)) return outcome;
      }
    }
    return 'unresolved';
  };
}

function isIn(value: unknown, path: string): boolean {
  const [first, ...rest] = path.split('.');
  if (typeof value === 'string') return value === first && rest.length === 0;
  const below = (value as Tree)[first as string];
  return below !== undefined && (rest.length === 0 || isIn(below, rest.join('.')));
}

/** Every stage's path as nested truth values: `street.riot` is true while it is active. */
function activeTree(value: Tree, machine: { readonly states: Tree }): Tree {
  const truth = (states: Tree, active: unknown): Tree =>
    Object.fromEntries(
      entries(states).map(([name, state]) => {
        const is = active === name || (typeof active === 'object' && active !== null && name in active);
        const below = (state as { states?: Tree }).states ?? {};
        if (Object.keys(below).length === 0) return [name, is];
        return [name, truth(below, is ? (active as Tree)[name] : null)];
      }),
    );
  return Object.fromEntries(
    entries(machine.states).map(([name, region]) => [
      name,
      truth((region as { states: Tree }).states, value[name]),
    ]),
  );
}
