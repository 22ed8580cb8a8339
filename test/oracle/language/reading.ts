/**
 * A second reading of the language, made from its reference alone: an interpreter of scenarios without chance, as plain
 * as it can be, that shares no code with the program. Expressions are closures beside their text.
 */

export interface View {
  readonly vars: readonly number[];
  readonly aux: readonly number[];
  readonly day: number;
  readonly dt: number;
  readonly active: (stage: string) => boolean;
  readonly daysIn: (stage: string) => number;
  readonly since: (happening: string) => number;
  readonly times: (happening: string) => number;
}
export interface Num {
  readonly text: string;
  readonly of: (view: View) => number;
}
export interface Bool {
  readonly text: string;
  readonly of: (view: View) => boolean;
}
export interface Effect {
  readonly variable: number;
  readonly kind: 'set' | 'add';
  readonly value: Num;
}
export type Trigger =
  | { readonly kind: 'when'; readonly holds: Bool }
  | { readonly kind: 'after' | 'every'; readonly days: Num; readonly enabled: Bool | null }
  | { readonly kind: 'sure'; readonly chance: Num; readonly enabled: Bool | null }
  | { readonly kind: 'day'; readonly step: number; readonly enabled: Bool | null };
export interface Happening {
  readonly path: string;
  readonly trigger: Trigger;
  readonly to: readonly string[];
  readonly effects: readonly Effect[];
  readonly decide: number | null;
  readonly repeats: boolean;
  /** Place in the document, for ties. */
  readonly order: number;
}
export interface Stage {
  readonly path: string;
  readonly region: number;
  readonly parent: string | null;
  readonly initial: string | null;
  readonly entry: readonly Effect[];
  readonly exit: readonly Effect[];
  readonly auxiliaries: ReadonlyMap<number, Num>;
  readonly rules: ReadonlyMap<number, Rule>;
  readonly transitions: readonly Happening[];
  readonly outcome: string | null;
}
export interface Rule {
  readonly kind: 'next' | 'per_day';
  readonly value: Num;
}
export interface Region {
  readonly name: string;
  readonly initial: string;
  readonly transitions: readonly Happening[];
}
export interface Option {
  readonly path: string;
  readonly available: Bool;
  readonly to: readonly string[];
  readonly effects: readonly Effect[];
}
export interface Decision {
  readonly name: string;
  readonly ask: Trigger | null;
  readonly options: readonly Option[];
}
export type Measure =
  | { readonly kind: 'final' | 'min' | 'max' | 'mean' | 'total' | 'day_of_max'; readonly of: Num }
  | { readonly kind: 'total_days_in' | 'first_day' | 'last_day'; readonly stage: string }
  | { readonly kind: 'first_day' | 'last_day' | 'count'; readonly happening: string }
  | { readonly kind: 'first_day' | 'last_day'; readonly holds: Bool };
/** What a variant changes. Steps: from … until, both included. */
export interface Change {
  readonly starts: ReadonlyMap<number, string>;
  readonly without: ReadonlySet<string>;
  readonly fixed: ReadonlyMap<
    number,
    { readonly option: number; readonly from: number; readonly until: number }
  >;
}
export interface Plan {
  readonly measures: readonly Measure[];
  readonly dt: number;
  readonly steps: number;
  readonly variables: readonly {
    readonly initial: number;
    readonly rule: Rule | null;
    readonly low: number;
    readonly high: number;
  }[];
  /** In an order in which each reads only those before it. */
  readonly auxiliaries: readonly Num[];
  readonly regions: readonly Region[];
  /** In document order. */
  readonly stages: readonly Stage[];
  readonly decisions: readonly Decision[];
  readonly shocks: readonly Happening[];
  readonly outcomes: readonly { readonly name: string; readonly atHorizon: Bool | null }[];
}

export interface State {
  readonly leaves: readonly string[];
  readonly vars: readonly number[];
  readonly aux: readonly number[];
  /** What happened in the step that led here, what was dropped, what was decided (`decision=option`). */
  readonly happened: readonly string[];
  readonly dropped: readonly string[];
  readonly decided: readonly string[];
}
export interface Told {
  readonly states: readonly State[];
  /** NaN where there is none. */
  readonly measures: readonly number[];
  readonly outcome: string;
}

/** A trigger that is armed. */
interface Armed {
  readonly since: number;
  readonly days: number;
  due: boolean;
  used: boolean;
  rang: number;
  enabledSteps: number;
  falls: number;
  fallen: boolean;
}

const SLACK = 1e-9;

/** The whole run. */
export function tell(plan: Plan, change: Change): Told {
  return new Run(plan, change).tell();
}

class Run {
  private readonly plan: Plan;
  private readonly stages: Map<string, Stage>;
  private k = 0;
  private entered = new Map<string, number>();
  private leaves: string[];
  private vars: number[];
  private aux: number[] = [];
  private times = new Map<string, number>();
  private last = new Map<string, number>();
  private armed = new Map<string, Armed>();
  /** Of the step under way. */
  private view!: View;
  private moved = new Set<number>();
  private nextLeaves: string[] = [];
  private arrivals: string[] = [];
  private happened: string[] = [];
  private dropped: string[] = [];
  /** What was armed when things were chosen: what is armed anew in the step has not been chosen. */
  private asChosen = new Map<string, Armed>();

  private readonly change: Change;

  constructor(plan: Plan, change: Change) {
    this.change = change;
    this.plan = plan;
    this.read = plan.measures.map(() => []);
    this.stages = new Map(plan.stages.map((stage) => [stage.path, stage]));
    this.leaves = plan.regions.map(
      ({ initial }, at) => this.descend(change.starts.get(at) ?? initial).at(-1)!,
    );
    this.vars = plan.variables.map(({ initial }, index) => this.bound(index, initial));
  }

  tell(): Told {
    for (const leaf of this.leaves) for (const stage of this.lineage(leaf)) this.entered.set(stage, 0);
    this.view = this.see();
    for (const { path, entry } of this.plan.stages) if (this.entered.has(path)) this.list(entry);
    this.nextLeaves = [...this.leaves];
    for (const { transitions } of this.plan.regions)
      for (const one of transitions) this.arm(one.path, one.trigger, 0);
    for (const { path, transitions } of this.plan.stages)
      if (this.entered.has(path)) for (const one of transitions) this.arm(one.path, one.trigger, 0);
    for (const one of this.plan.shocks) this.arm(one.path, one.trigger, 0);
    for (const one of this.plan.decisions) if (one.ask) this.arm(`ask ${one.name}`, one.ask, 0);
    this.view = this.see();
    const states = [this.state([])];
    for (;;) {
      const decided = this.step();
      states.push(this.state(decided));
      const over = this.arrivals
        .map((path) => this.stages.get(path)!)
        .filter(({ outcome }) => outcome !== null);
      if (over.length > 0) {
        const first = Math.min(...over.map(({ region }) => region));
        return {
          states,
          measures: this.measures(),
          outcome: over.find(({ region }) => region === first)!.outcome!,
        };
      }
      if (this.k === this.plan.steps) {
        const found = this.plan.outcomes.find(({ atHorizon }) => atHorizon?.of(this.view));
        return { states, measures: this.measures(), outcome: found?.name ?? 'unresolved' };
      }
    }
  }

  /** By measure, what it reads in each recorded state. */
  private readonly read: readonly number[][];

  private record(): void {
    this.plan.measures.forEach((measure, index) => {
      const reads = this.read[index]!;
      if ('of' in measure) reads.push(measure.of.of(this.view));
      else if ('stage' in measure) reads.push(this.entered.has(measure.stage) ? 1 : 0);
      else if ('holds' in measure) reads.push(measure.holds.of(this.view) ? 1 : 0);
      else reads.push(this.happened.filter((path) => path === measure.happening).length);
    });
  }

  private measures(): number[] {
    return this.plan.measures.map((measure, index) => this.measure(measure, this.read[index]!));
  }

  private measure({ kind }: Measure, reads: readonly number[]): number {
    const { dt } = this.plan;
    const starts = reads.slice(0, -1);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    switch (kind) {
      case 'final':
        return reads.at(-1)!;
      case 'min':
        return Math.min(...reads);
      case 'max':
        return Math.max(...reads);
      case 'mean':
        return sum(starts) / starts.length;
      case 'total':
      case 'total_days_in':
        return sum(starts) * dt;
      case 'day_of_max':
        return reads.indexOf(Math.max(...reads)) * dt;
      case 'first_day':
        return reads.some((value) => value > 0) ? reads.findIndex((value) => value > 0) * dt : Number.NaN;
      case 'last_day':
        return reads.some((value) => value > 0) ? reads.findLastIndex((value) => value > 0) * dt : Number.NaN;
      case 'count':
        return sum(reads);
    }
  }

  private state(decided: readonly string[]): State {
    this.record();
    return {
      leaves: [...this.leaves],
      vars: [...this.vars],
      aux: [...this.aux],
      happened: this.happened,
      dropped: this.dropped,
      decided,
    };
  }

  /** What everything reads but the variables: the state at the start of the step. */
  private see(): View {
    const { dt } = this.plan;
    const k = this.k;
    const entered = new Map(this.entered);
    const times = new Map(this.times);
    const last = new Map(this.last);
    const aux: number[] = [];
    const run = this;
    const view: View = {
      get vars() {
        return run.vars;
      },
      aux,
      day: k * dt,
      dt,
      active: (stage) => entered.has(stage),
      daysIn: (stage) => (entered.has(stage) ? (k - entered.get(stage)!) * dt : 0),
      since: (happening) => (last.has(happening) ? (k - last.get(happening)! - 1) * dt : 1e6),
      times: (happening) => times.get(happening) ?? 0,
    };
    this.plan.auxiliaries.forEach((general, index) => {
      let rule = general;
      for (const stage of this.plan.stages)
        if (entered.has(stage.path)) rule = stage.auxiliaries.get(index) ?? rule;
      aux.push(rule.of(view));
    });
    this.aux = aux;
    return view;
  }

  private step(): string[] {
    const { plan, view } = this;
    this.moved = new Set();
    this.arrivals = [];
    this.happened = [];
    this.dropped = [];
    this.nextLeaves = [...this.leaves];
    const startRules = plan.variables.map(({ rule }, index) => {
      let found = rule;
      for (const stage of plan.stages)
        if (this.entered.has(stage.path)) found = stage.rules.get(index) ?? found;
      return found;
    });
    const shocks = plan.shocks.filter((one) => this.look(one.path, one.trigger));
    const asks = plan.decisions.filter((one) => one.ask && this.look(`ask ${one.name}`, one.ask));
    const chosen = plan.regions.map((region, index) => this.choose(region, index));
    const settled = new Map<number, Option | null>();
    this.asChosen = new Map(this.armed);
    plan.decisions.forEach((decision, index) => {
      if (!asks.includes(decision) && !chosen.some((one) => one?.decide === index)) return;
      settled.set(index, this.settle(decision, index));
    });
    const applied = new Set<Option>();
    for (const shock of shocks)
      this.apply({
        path: shock.path,
        key: shock.path,
        home: null,
        stage: null,
        to: shock.to,
        lists: shock.effects,
        option: null,
        repeats: shock.repeats,
        trigger: shock.trigger,
      });
    for (const decision of asks) {
      const option = settled.get(plan.decisions.indexOf(decision))!;
      const key = `ask ${decision.name}`;
      if (option === null) this.use(key, this.armed.get(key)!, decision.ask!, true);
      else if (
        this.apply({
          path: option.path,
          key,
          home: null,
          stage: null,
          to: option.to,
          lists: option.effects,
          option: null,
          repeats: true,
          trigger: decision.ask!,
        })
      )
        applied.add(option);
    }
    chosen.forEach((one, region) => {
      if (one === null) return;
      const option = one.decide === null ? null : settled.get(one.decide)!;
      const fresh = option !== null && !applied.has(option) ? option : null;
      const stage = plan.stages.find(({ transitions }) => transitions.includes(one))?.path ?? null;
      this.apply({
        path: one.path,
        key: one.path,
        home: region,
        stage,
        to: one.to,
        lists: one.effects,
        option: fresh,
        repeats: true,
        trigger: one.trigger,
      });
      if (fresh !== null && this.happened.includes(fresh.path)) applied.add(fresh);
    });
    const before = [...this.vars];
    const after = plan.variables.map((_, index) => {
      const rule = startRules[index]!;
      if (rule === null) return before[index]!;
      const value = rule.value.of(view);
      return rule.kind === 'next' ? value : before[index]! + value * plan.dt;
    });
    this.vars = after.map((value, index) => this.bound(index, value));
    this.leaves = this.nextLeaves;
    for (const path of this.happened) {
      this.times.set(path, (this.times.get(path) ?? 0) + 1);
      this.last.set(path, this.k);
    }
    this.commit();
    this.k += 1;
    this.view = this.see();
    return [...settled].map(
      ([index, option]) => `${plan.decisions[index]!.name}=${option?.path.split('.')[1] ?? '-'}`,
    );
  }

  private pendingExits: string[] = [];
  private pendingEntries: string[] = [];

  private commit(): void {
    for (const stage of this.pendingExits) this.entered.delete(stage);
    for (const stage of this.pendingEntries) this.entered.set(stage, this.k + 1);
    this.pendingExits = [];
    this.pendingEntries = [];
  }

  private settle({ options }: Decision, index: number): Option | null {
    const can = ({ path, available }: Option): boolean =>
      !this.change.without.has(path) && available.of(this.view);
    const fixed = this.change.fixed.get(index);
    const wanted =
      fixed !== undefined && fixed.from <= this.k && this.k <= fixed.until ? options[fixed.option]! : null;
    return wanted !== null && can(wanted) ? wanted : (options.find(can) ?? null);
  }

  /** One more step for an armed trigger; true when it is due. */
  private look(key: string, trigger: Trigger): boolean {
    const armed = this.armed.get(key);
    if (armed === undefined) return false;
    const { dt } = this.plan;
    if (trigger.kind === 'when') {
      const holds = trigger.holds.of(this.view);
      if (!holds) armed.used = false;
      armed.due = holds && !armed.used;
      return armed.due;
    }
    const enabled = trigger.enabled?.of(this.view) ?? true;
    switch (trigger.kind) {
      case 'day':
        armed.due = enabled && trigger.step === this.k;
        break;
      case 'after':
        armed.due = enabled && !armed.used && (this.k - armed.since) * dt + dt >= armed.days - SLACK;
        break;
      case 'every':
        if (enabled) {
          armed.enabledSteps += 1;
          while ((armed.falls + 1) * armed.days <= armed.enabledSteps * dt + SLACK) {
            armed.falls += 1;
            armed.fallen = true;
          }
        }
        armed.due = enabled && armed.fallen;
        break;
      case 'sure':
        if (enabled && armed.rang < 0 && trigger.chance.of(this.view) === 1) armed.rang = this.k;
        armed.due = enabled && armed.rang >= 0;
        break;
    }
    return armed.due;
  }

  private choose(region: Region, index: number): Happening | null {
    const holders = [...this.lineage(this.leaves[index]!)]
      .reverse()
      .map((path) => this.stages.get(path)!.transitions);
    const candidates = [...holders, region.transitions].flat();
    const due = candidates.filter((one) => this.look(one.path, one.trigger));
    const first = due.find(({ trigger }) => trigger.kind !== 'sure');
    if (first) return first;
    const rang = (one: Happening): number => this.armed.get(one.path)!.rang;
    return [...due].sort((a, b) => rang(a) - rang(b) || a.order - b.order)[0] ?? null;
  }

  private apply(one: {
    readonly path: string;
    readonly key: string;
    /** The region and the stage it belongs to; null for what comes from outside, and for a region's own. */
    readonly home: number | null;
    readonly stage: string | null;
    readonly to: readonly string[];
    readonly lists: readonly Effect[];
    readonly option: Option | null;
    readonly repeats: boolean;
    readonly trigger: Trigger;
  }): boolean {
    const regionOf = (target: string): number => this.stages.get(target)!.region;
    const own = one.to.filter((target) => !this.moved.has(regionOf(target)));
    const taken = new Set([...this.moved, ...own.map(regionOf)]);
    const more = one.option?.to.filter((target) => !taken.has(regionOf(target))) ?? [];
    const optionFails = one.option !== null && one.option.to.length > 0 && more.length === 0;
    const fails = (one.to.length > 0 && own.length === 0) || (one.to.length === 0 && optionFails);
    if (fails || optionFails) {
      if (fails) this.dropped.push(one.path);
      if (one.option !== null) this.dropped.push(one.option.path);
    }
    if (fails) return false;
    const option = optionFails ? null : one.option;
    const targets = [...own, ...(option === null ? [] : more)].sort((a, b) => regionOf(a) - regionOf(b));
    const armed = this.asChosen.get(one.key);
    const moves = targets.map((target) => this.moveTo(target, one));
    for (const { exits } of moves) for (const stage of exits) this.list(this.stages.get(stage)!.exit);
    this.list(one.lists);
    if (option !== null) this.list(option.effects);
    for (const { exits } of moves)
      for (const stage of exits)
        for (const { path } of this.stages.get(stage)!.transitions) this.armed.delete(path);
    if (armed !== undefined && this.armed.get(one.key) === armed)
      this.use(one.key, armed, one.trigger, one.repeats);
    for (const { entries } of moves) for (const stage of entries) this.list(this.stages.get(stage)!.entry);
    for (const { entries, exits, target } of moves) {
      for (const stage of entries)
        for (const { path, trigger } of this.stages.get(stage)!.transitions)
          this.arm(path, trigger, this.k + 1);
      this.moved.add(regionOf(target));
      this.arrivals.push(...entries);
      this.pendingExits.push(...exits);
      this.pendingEntries.push(...entries);
      this.nextLeaves[regionOf(target)] = entries.at(-1)!;
    }
    this.happened.push(one.path);
    if (option !== null) this.happened.push(option.path);
    return true;
  }

  /** What is left and entered, in order. */
  private moveTo(
    target: string,
    { home, stage }: { readonly home: number | null; readonly stage: string | null },
  ) {
    const region = this.stages.get(target)!.region;
    const leaf = this.leaves[region]!;
    const up = [...this.lineage(leaf)];
    const mover = home !== region ? leaf : stage;
    const above = this.lineage(target);
    let depth = 0;
    if (mover !== null) {
      const movers = this.lineage(mover);
      while (depth < movers.length && movers[depth] === above[depth]) depth += 1;
      if (depth === movers.length) depth -= 1;
    }
    if (up.includes(target)) depth = Math.min(depth, up.indexOf(target));
    const entries = [...above.slice(depth), ...this.descend(target).slice(1)];
    return { target, exits: up.slice(depth).reverse(), entries };
  }

  private use(key: string, armed: Armed, trigger: Trigger, repeats: boolean): void {
    if (!repeats) this.armed.delete(key);
    else if (trigger.kind === 'every') armed.fallen = false;
    else if (trigger.kind === 'sure') armed.rang = -1;
    else armed.used = true;
  }

  private arm(key: string, trigger: Trigger, since: number): void {
    if (this.change.without.has(key)) return;
    const days = trigger.kind === 'after' || trigger.kind === 'every' ? trigger.days.of(this.view) : 0;
    this.armed.set(key, {
      since,
      days,
      due: false,
      used: false,
      rang: -1,
      enabledSteps: 0,
      falls: 0,
      fallen: false,
    });
  }

  private list(effects: readonly Effect[]): void {
    const values = effects.map(({ variable, kind, value }) => {
      const given = value.of(this.view);
      return this.bound(variable, kind === 'set' ? given : this.vars[variable]! + given);
    });
    const vars = [...this.vars];
    effects.forEach(({ variable }, at) => {
      vars[variable] = values[at]!;
    });
    this.vars = vars;
  }

  private bound(index: number, value: number): number {
    const { low, high } = this.plan.variables[index]!;
    return value < low ? low : value > high ? high : value;
  }

  /** A stage and those that hold it, outermost first. */
  private lineage(path: string): string[] {
    const { parent } = this.stages.get(path)!;
    return parent === null ? [path] : [...this.lineage(parent), path];
  }

  private descend(path: string): string[] {
    const { initial } = this.stages.get(path)!;
    return initial === null ? [path] : [path, ...this.descend(initial)];
  }
}
