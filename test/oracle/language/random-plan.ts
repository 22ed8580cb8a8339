/** Random scenarios without chance: a plan for the second reading, and the YAML (as JSON) that says the same. */
import type {
  Bool,
  Change,
  Decision,
  Effect,
  Happening,
  Measure,
  Num,
  Option,
  Plan,
  Region,
  Rule,
  Stage,
  Trigger,
} from './reading.ts';

/** A small generator of its own: numbers in [0, 1) from a seed. */
export function dice(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Json = { [key: string]: unknown };

export interface Generated {
  readonly plan: Plan;
  /** What the variant `other` of the document changes. */
  readonly change: Change;
  readonly document: Json;
}

interface Shape {
  readonly name: string;
  readonly path: string;
  readonly children: Shape[];
}

class Maker {
  private readonly roll: () => number;
  private readonly dt: number;
  private readonly steps: number;
  private readonly variableCount: number;
  private readonly auxiliaryCount: number;
  private stagePaths: string[] = [];
  private happeningPaths: string[] = [];
  private decisionOptions: number[] = [];
  private order = 0;
  private serial = 0;

  constructor(seed: number) {
    this.roll = dice(seed);
    this.dt = this.pick([1, 1, 0.5, 0.25]);
    this.steps = 4 + this.upTo(9);
    this.variableCount = 1 + this.upTo(2);
    this.auxiliaryCount = this.upTo(3);
  }

  private upTo(most: number): number {
    return Math.floor(this.roll() * (most + 1));
  }
  private maybe(chance: number): boolean {
    return this.roll() < chance;
  }
  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.roll() * from.length)]!;
  }

  make(): Generated {
    const { dt, steps } = this;
    const shapes = Array.from({ length: 1 + this.upTo(2) }, (_, index) => this.region(`r${index}`));
    this.stagePaths = shapes.flatMap(({ tops }) => tops.flatMap(paths));
    const decisionCount = this.upTo(2);
    const shockCount = this.upTo(3);
    this.decisionOptions = Array.from({ length: decisionCount }, () => 1 + this.upTo(2));
    // Happenings that expressions may read: those whose names are known beforehand.
    this.happeningPaths = [
      ...Array.from({ length: shockCount }, (_, index) => `s${index}`),
      ...this.decisionOptions.flatMap((count, at) =>
        Array.from({ length: count }, (_, option) => `d${at}.o${option}`),
      ),
    ];
    const auxiliaries = Array.from({ length: this.auxiliaryCount }, (_, index) => this.number(2, index));
    const variables = Array.from({ length: this.variableCount }, () => ({
      initial: this.upTo(20) - 5,
      rule: this.maybe(0.7) ? this.rule() : null,
      low: this.maybe(0.3) ? -3 : -1000,
      high: this.maybe(0.3) ? 9 : 1000,
    }));
    const stages: Stage[] = [];
    const regions: Region[] = [];
    const regionDocs: Json = {};
    shapes.forEach(({ name, tops }, index) => {
      const initial = this.pick(tops);
      const order = this.maybe(0.5);
      const transitions: Happening[] = [];
      const docs: Json = { initial: initial.name };
      const write = {
        transitions: () => {
          const made = this.transitions(name, this.upTo(2), index);
          transitions.push(...made.list);
          docs.transitions = made.docs;
        },
        stages: () => {
          docs.stages = this.stages(
            tops,
            { region: index, parent: null, isInitial: initial, inStart: true },
            stages,
            name,
          );
        },
      };
      for (const key of order ? (['transitions', 'stages'] as const) : (['stages', 'transitions'] as const))
        write[key]();
      regions.push({ name, initial: initial.path, transitions });
      regionDocs[name] = docs;
    });
    const decisions = this.decisionOptions.map((count, at): { decision: Decision; docs: Json } =>
      this.decision(at, count),
    );
    const shocks = Array.from({ length: shockCount }, (_, index) => this.shock(index));
    const outcomes = [
      { name: 'won', atHorizon: this.maybe(0.5) ? this.boolean(1) : null },
      { name: 'lost', atHorizon: this.maybe(0.5) ? this.boolean(1) : null },
    ];
    const transitions = [...regions, ...stages].flatMap((holder) =>
      holder.transitions.map(({ path }) => path),
    );
    const change = this.change(stages, regions, transitions);
    const measures = Array.from({ length: 4 }, () => this.measure([...this.happeningPaths, ...transitions]));
    const names = auxiliaries.map((_, index) => index);
    for (let at = names.length - 1; at > 0; at -= 1) {
      const other = this.upTo(at);
      [names[at], names[other]] = [names[other]!, names[at]!];
    }
    return {
      plan: {
        dt,
        steps,
        variables,
        auxiliaries,
        regions,
        stages,
        decisions: decisions.map(({ decision }) => decision),
        shocks: shocks.map(({ shock }) => shock),
        outcomes,
        measures,
      },
      change,
      document: {
        juncture: 1,
        title: 'Made by dice',
        time: { start: '2022-01-01', step: `${dt} days`, horizon: `${dt * steps} days` },
        variables: Object.fromEntries(
          variables.map(({ initial, rule, low, high }, index) => [
            `x${index}`,
            { initial, ...(rule === null ? {} : { [rule.kind]: rule.value.text }), bounds: [low, high] },
          ]),
        ),
        auxiliaries: Object.fromEntries(names.map((index) => [`a${index}`, auxiliaries[index]!.text])),
        regions: regionDocs,
        decisions: Object.fromEntries(decisions.map(({ decision, docs }) => [decision.name, docs])),
        shocks: Object.fromEntries(shocks.map(({ shock, docs }) => [shock.path, docs])),
        variants: { other: this.changeDoc(change) },
        measures: Object.fromEntries(measures.map((measure, index) => [`m${index}`, measureDoc(measure)])),
        outcomes: Object.fromEntries(
          outcomes.map(({ name, atHorizon }) => [
            name,
            atHorizon === null ? {} : { at_horizon: atHorizon.text },
          ]),
        ),
      },
    };
  }

  private change(
    stages: readonly Stage[],
    regions: readonly Region[],
    transitions: readonly string[],
  ): Change {
    const isOver = (path: string): boolean => stages.find((stage) => stage.path === path)!.outcome !== null;
    const below = (path: string): string[] => {
      const { initial } = stages.find((stage) => stage.path === path)!;
      return initial === null ? [path] : [path, ...below(initial)];
    };
    const above = (path: string): string[] => {
      const { parent } = stages.find((stage) => stage.path === path)!;
      return parent === null ? [path] : [path, ...above(parent)];
    };
    const starts = regions.flatMap(({ name }, index): [number, string][] => {
      const path = this.pick(this.stagePaths.filter((one) => one.startsWith(`${name}.`)));
      return this.maybe(0.6) && ![...below(path), ...above(path)].some(isOver) ? [[index, path]] : [];
    });
    const kept = new Set(this.decisionOptions.map((_, at) => `d${at}.o0`));
    const without = [...this.happeningPaths, ...transitions].filter(
      (path) => !kept.has(path) && this.maybe(0.15),
    );
    const fixed = this.decisionOptions.flatMap(
      (count, at): [number, { option: number; from: number; until: number }][] => {
        const from = this.upTo(this.steps - 1);
        const until = from + this.upTo(this.steps - 1 - from);
        return this.maybe(0.6) ? [[at, { option: this.upTo(count - 1), from, until }]] : [];
      },
    );
    return { starts: new Map(starts), without: new Set(without), fixed: new Map(fixed) };
  }

  private changeDoc({ starts, without, fixed }: Change): Json {
    const date = (step: number): string => {
      const hours = step * this.dt * 24;
      const two = (value: number): string => String(value).padStart(2, '0');
      return `2022-01-${two(1 + Math.floor(hours / 24))}T${two(hours % 24)}:00`;
    };
    return {
      initial: Object.fromEntries(
        [...starts].map(([index, path]) => [`r${index}`, path.split('.').slice(1).join('.')]),
      ),
      without: [...without],
      decide: Object.fromEntries(
        [...fixed].map(([at, { option, from, until }]) => [
          `d${at}`,
          { option: `o${option}`, from: date(from), until: date(until) },
        ]),
      ),
    };
  }

  private measure(happenings: readonly string[]): Measure {
    const kind = this.pick([
      'final',
      'min',
      'max',
      'mean',
      'total',
      'day_of_max',
      'total_days_in',
      'first_day',
      'last_day',
      'count',
    ] as const);
    switch (kind) {
      case 'total_days_in':
        return { kind, stage: this.pick(this.stagePaths) };
      case 'count':
        return happenings.length === 0
          ? { kind: 'final', of: this.number(1, 0) }
          : { kind, happening: this.pick(happenings) };
      case 'first_day':
      case 'last_day':
        if (this.maybe(0.3)) return { kind, holds: this.boolean(1) };
        return this.maybe(0.5) || happenings.length === 0
          ? { kind, stage: this.pick(this.stagePaths) }
          : { kind, happening: this.pick(happenings) };
      default:
        return { kind, of: this.number(2, this.auxiliaryCount) };
    }
  }

  private region(name: string): { name: string; tops: Shape[] } {
    const shape = (path: string, at: number, depth: number): Shape => {
      const own = `${path}.${'abc'[at]}${depth}`;
      const inner = depth < 2 && this.maybe(0.4) ? 1 + this.upTo(1) + (this.maybe(0.3) ? 1 : 0) : 0;
      return {
        name: own.split('.').at(-1)!,
        path: own,
        children: Array.from({ length: inner }, (_, child) => shape(own, child, depth + 1)),
      };
    };
    return { name, tops: Array.from({ length: 1 + this.upTo(2) }, (_, at) => shape(name, at, 0)) };
  }

  private stages(
    shapes: readonly Shape[],
    {
      region,
      parent,
      isInitial,
      inStart,
    }: { region: number; parent: string | null; isInitial: Shape; inStart: boolean },
    into: Stage[],
    regionName: string,
  ): Json {
    const docs: Json = {};
    for (const shape of shapes) {
      const starts = inStart && shape === isInitial;
      const initial = shape.children.length > 0 ? this.pick(shape.children) : null;
      const entry = this.effects(0.4);
      const exit = this.effects(0.3);
      const auxiliaries = new Map<number, Num>();
      const rules = new Map<number, Rule>();
      if (this.auxiliaryCount > 0 && this.maybe(0.4)) {
        const index = this.upTo(this.auxiliaryCount - 1);
        auxiliaries.set(index, this.number(1, index));
      }
      if (this.maybe(0.3)) rules.set(this.upTo(this.variableCount - 1), this.rule());
      const outcome = !starts && this.maybe(0.08) ? this.pick(['won', 'lost']) : null;
      const transitions: Happening[] = [];
      const at = into.length;
      const doc: Json = {
        entry: effectsDoc(entry),
        exit: effectsDoc(exit),
        auxiliaries: Object.fromEntries([...auxiliaries].map(([index, value]) => [`a${index}`, value.text])),
        ...rulesDoc(rules),
        ...(outcome === null ? {} : { outcome }),
      };
      into.push({
        path: shape.path,
        region,
        parent,
        initial: initial?.path ?? null,
        entry,
        exit,
        auxiliaries,
        rules,
        transitions,
        outcome,
      });
      const write = {
        transitions: () => {
          const made = this.transitions(regionName, this.upTo(3), region, shape, parent);
          transitions.push(...made.list);
          doc.transitions = made.docs;
        },
        stages: () => {
          if (initial === null) return;
          doc.initial = initial.name;
          doc.stages = this.stages(
            shape.children,
            { region, parent: shape.path, isInitial: initial, inStart: starts },
            into,
            regionName,
          );
        },
      };
      for (const key of this.maybe(0.5)
        ? (['transitions', 'stages'] as const)
        : (['stages', 'transitions'] as const))
        write[key]();
      docs[shape.name] = doc;
      void at;
    }
    return docs;
  }

  private transitions(
    regionName: string,
    count: number,
    region: number,
    shape?: Shape,
    parent?: string | null,
  ) {
    const docs: Json = {};
    const list = Array.from({ length: count }, (): Happening => {
      const name = `t${this.serial++}`;
      const trigger = this.trigger(['when', 'after', 'every', 'sure']);
      const to = this.targets(regionName, 0.75);
      const effects = this.effects(0.5);
      const decide =
        this.decisionOptions.length > 0 && this.maybe(0.25)
          ? this.upTo(this.decisionOptions.length - 1)
          : null;
      // A sibling is named by its name as well as by its path.
      const written = to.map((path) => {
        const above = path.split('.').slice(0, -1).join('.');
        return this.maybe(0.5) && above === (shape === undefined ? regionName : (parent ?? regionName))
          ? path.split('.').at(-1)!
          : path;
      });
      docs[name] = {
        ...triggerDoc(trigger),
        ...toDoc(written, this.maybe(0.5)),
        ...effectsDoc(effects),
        ...(decide === null ? {} : { decide: `d${decide}` }),
      };
      return {
        path: `${regionName}.${name}`,
        trigger,
        to,
        effects,
        decide,
        repeats: true,
        order: this.order++,
      };
    });
    void region;
    return { list, docs };
  }

  private decision(at: number, count: number): { decision: Decision; docs: Json } {
    const ask = this.maybe(0.5) ? this.trigger(['when', 'every', 'sure', 'day']) : null;
    const options = Array.from({ length: count }, (_, index): Option => {
      const turn: Bool = {
        text: `day / dt - floor(day / dt / ${count}) * ${count} == ${index}`,
        of: ({ day, dt }) => day / dt - Math.floor(day / dt / count) * count === index,
      };
      const more = this.maybe(0.3) ? this.boolean(1) : null;
      return {
        path: `d${at}.o${index}`,
        available:
          more === null
            ? turn
            : { text: `${turn.text} and (${more.text})`, of: (view) => turn.of(view) && more.of(view) },
        to: this.targets(null, 0.4),
        effects: this.effects(0.5),
      };
    });
    return {
      decision: { name: `d${at}`, ask, options },
      docs: {
        ...(ask === null ? {} : { ask: triggerDoc(ask) }),
        options: Object.fromEntries(
          options.map(({ path, available, to, effects }) => [
            path.split('.')[1]!,
            { available: available.text, ...toDoc(to, true), ...effectsDoc(effects) },
          ]),
        ),
      },
    };
  }

  private shock(index: number): { shock: Happening; docs: Json } {
    const trigger = this.trigger(['when', 'every', 'sure', 'day']);
    const repeats = trigger.kind !== 'day' && this.maybe(0.5);
    const to = this.targets(null, 0.4);
    const effects = this.effects(0.6);
    return {
      shock: {
        path: `s${index}`,
        trigger,
        to,
        effects,
        decide: null,
        repeats: repeats || trigger.kind === 'every',
        order: 0,
      },
      docs: {
        ...triggerDoc(trigger),
        ...(repeats ? { repeats } : {}),
        ...toDoc(to, true),
        ...effectsDoc(effects),
      },
    };
  }

  /** At most one target a region, mostly in the region given. */
  private targets(region: string | null, chance: number): string[] {
    if (!this.maybe(chance)) return [];
    const found = new Map<string, string>();
    for (let left = this.maybe(0.25) ? 2 : 1; left > 0; left -= 1) {
      const home =
        region !== null && this.maybe(0.75)
          ? this.stagePaths.filter((path) => path.startsWith(`${region}.`))
          : this.stagePaths;
      const path = this.pick(home);
      const key = path.split('.')[0]!;
      if (!found.has(key)) found.set(key, path);
    }
    return [...found.values()];
  }

  private trigger(kinds: readonly Trigger['kind'][]): Trigger {
    const kind = this.pick(kinds);
    if (kind === 'when') return { kind, holds: this.boolean(2) };
    const enabled = this.maybe(0.35) ? this.boolean(1) : null;
    if (kind === 'day') return { kind, step: this.upTo(this.steps - 1), enabled };
    if (kind === 'sure') {
      const holds = this.maybe(0.5) ? this.boolean(1) : null;
      return {
        kind,
        enabled,
        chance:
          holds === null
            ? { text: '1', of: () => 1 }
            : { text: `${holds.text} ? 1 : 0`, of: (view) => (holds.of(view) ? 1 : 0) },
      };
    }
    return { kind, enabled, days: this.days(kind) };
  }

  private days(kind: 'after' | 'every'): Num {
    if (this.maybe(0.6)) {
      const days = (1 + this.upTo(11)) * this.pick([0.25, 0.5]);
      return { text: `${days} days`, of: () => days };
    }
    const read = this.number(1, this.auxiliaryCount);
    return kind === 'after'
      ? { text: `0.3 * (${read.text})`, of: (view) => 0.3 * read.of(view) }
      : { text: `max(0.5, 0.25 * (${read.text}))`, of: (view) => Math.max(0.5, 0.25 * read.of(view)) };
  }

  private rule(): Rule {
    const value = this.number(2, this.auxiliaryCount);
    return this.maybe(0.5)
      ? { kind: 'per_day', value }
      : {
          kind: 'next',
          value: { text: `${value.text} + 0 * dt`, of: (view) => value.of(view) + 0 * view.dt },
        };
  }

  private effects(chance: number): Effect[] {
    if (!this.maybe(chance)) return [];
    const variables = Array.from({ length: this.variableCount }, (_, index) => index).filter(() =>
      this.maybe(0.7),
    );
    return variables.map((variable) => ({
      variable,
      kind: this.pick(['set', 'add'] as const),
      value: this.number(1, this.auxiliaryCount),
    }));
  }

  /** A number; it may read the auxiliaries below `readable`. */
  private number(depth: number, readable: number): Num {
    if (depth === 0 || this.maybe(0.25)) return this.atom(readable);
    const [a, b] = [this.number(depth - 1, readable), this.number(depth - 1, readable)];
    switch (this.upTo(6)) {
      case 0:
        return { text: `(${a.text}) + (${b.text})`, of: (view) => a.of(view) + b.of(view) };
      case 1:
        return { text: `(${a.text}) - (${b.text})`, of: (view) => a.of(view) - b.of(view) };
      case 2:
        return { text: `0.5 * (${a.text})`, of: (view) => 0.5 * a.of(view) };
      case 3:
        return { text: `min(${a.text}, ${b.text})`, of: (view) => Math.min(a.of(view), b.of(view)) };
      case 4:
        return { text: `max(${a.text}, ${b.text})`, of: (view) => Math.max(a.of(view), b.of(view)) };
      case 5: {
        const c = this.boolean(depth - 1, readable);
        return {
          text: `(${c.text} ? ${a.text} : (${b.text}))`,
          of: (view) => (c.of(view) ? a.of(view) : b.of(view)),
        };
      }
      default:
        return { text: `floor(${a.text})`, of: (view) => Math.floor(a.of(view)) };
    }
  }

  private atom(readable: number): Num {
    switch (this.upTo(8)) {
      case 0:
      case 1: {
        const value = this.upTo(9) - 2;
        return { text: `${value}`, of: () => value };
      }
      case 2:
      case 3: {
        const index = this.upTo(this.variableCount - 1);
        return { text: `x${index}`, of: ({ vars }) => vars[index]! };
      }
      case 4: {
        if (readable === 0) return { text: 'day', of: ({ day }) => day };
        const index = this.upTo(readable - 1);
        return { text: `a${index}`, of: ({ aux }) => aux[index]! };
      }
      case 5: {
        const stage = this.pick(this.stagePaths);
        return { text: `days_in(${stage})`, of: ({ daysIn }) => daysIn(stage) };
      }
      case 6: {
        const stage = this.pick(this.stagePaths);
        return { text: `3 * active(${stage})`, of: ({ active }) => (active(stage) ? 3 : 0) };
      }
      case 7: {
        if (this.happeningPaths.length === 0) return { text: 'dt', of: ({ dt }) => dt };
        const path = this.pick(this.happeningPaths);
        return { text: `times(${path})`, of: ({ times }) => times(path) };
      }
      default: {
        if (this.happeningPaths.length === 0) return { text: 'day', of: ({ day }) => day };
        const path = this.pick(this.happeningPaths);
        return { text: `min(since(${path}), 20)`, of: ({ since }) => Math.min(since(path), 20) };
      }
    }
  }

  private boolean(depth: number, readable = this.auxiliaryCount): Bool {
    switch (this.upTo(depth === 0 ? 3 : 5)) {
      case 0:
      case 1: {
        const [a, b] = [this.number(depth, readable), this.number(depth, readable)];
        return this.maybe(0.5)
          ? { text: `(${a.text} > ${b.text})`, of: (view) => a.of(view) > b.of(view) }
          : { text: `(${a.text} <= ${b.text})`, of: (view) => a.of(view) <= b.of(view) };
      }
      case 2: {
        const stage = this.pick(this.stagePaths);
        return { text: `active(${stage})`, of: ({ active }) => active(stage) };
      }
      case 3: {
        const day = this.upTo(8) * this.dt;
        return { text: `(day >= ${day})`, of: (view) => view.day >= day };
      }
      case 4: {
        const [a, b] = [this.boolean(depth - 1, readable), this.boolean(depth - 1, readable)];
        return this.maybe(0.5)
          ? { text: `(${a.text} and ${b.text})`, of: (view) => a.of(view) && b.of(view) }
          : { text: `(${a.text} or ${b.text})`, of: (view) => a.of(view) || b.of(view) };
      }
      default: {
        const a = this.boolean(depth - 1, readable);
        return { text: `(not (${a.text}))`, of: (view) => !a.of(view) };
      }
    }
  }
}

const paths = ({ path, children }: Shape): string[] => [path, ...children.flatMap(paths)];

const measureDoc = (measure: Measure): Json => {
  if ('of' in measure) return { [measure.kind]: measure.of.text };
  if ('stage' in measure) return { [measure.kind]: measure.stage };
  return { [measure.kind]: 'holds' in measure ? measure.holds.text : measure.happening };
};

const effectsDoc = (effects: readonly Effect[]): Json => {
  const of = (kind: Effect['kind']): Json =>
    Object.fromEntries(
      effects
        .filter((effect) => effect.kind === kind)
        .map(({ variable, value }) => [`x${variable}`, value.text]),
    );
  return { set: of('set'), add: of('add') };
};

const rulesDoc = (rules: ReadonlyMap<number, Rule>): Json => {
  const of = (kind: Rule['kind']): Json =>
    Object.fromEntries(
      [...rules]
        .filter(([, rule]) => rule.kind === kind)
        .map(([index, rule]) => [`x${index}`, rule.value.text]),
    );
  return { next: of('next'), per_day: of('per_day') };
};

function triggerDoc(trigger: Trigger): Json {
  if (trigger.kind === 'when') return { when: trigger.holds.text };
  const enabled = trigger.enabled === null ? {} : { while: trigger.enabled.text };
  switch (trigger.kind) {
    case 'day':
      return { day: 0, step: trigger.step, ...enabled };
    case 'sure':
      return { chance_per_day: trigger.chance.text, ...enabled };
    default:
      return { [trigger.kind]: trigger.days.text, ...enabled };
  }
}

const toDoc = (to: readonly string[], asList: boolean): Json =>
  to.length === 0 ? {} : { to: to.length === 1 && !asList ? to[0] : to };

/** The scenario of a seed. */
export function planOf(seed: number): Generated {
  const made = new Maker(seed).make();
  const { dt } = made.plan;
  // A day trigger is written as days once the length of a step is known.
  const fix = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fix);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const step = 'day' in value && 'step' in value ? (value as { step: number }).step : null;
    return Object.fromEntries(
      entries
        .filter(([key]) => step === null || key !== 'step')
        .map(([key, inner]) => [key, step !== null && key === 'day' ? step * dt : fix(inner)]),
    );
  };
  return { ...made, document: fix(made.document) as Json };
}
