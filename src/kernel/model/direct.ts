/**
 * Transitions whose way is known when the code is made: one target in their own region, nothing to decide. Most are, so each
 * has a function of its own without a loop or a table; the others go through `applying.ts`.
 */
import type { Transition } from '../../scenario/index.ts';
import type { Code } from '../ir/builder.ts';
import { add, eq, i32, load, lt, mul, pick, sub } from '../ir/expressions.ts';
import type { Expr, Func } from '../ir/types.ts';
import { type Arming, writeUse } from './arming.ts';
import type { ModelContext } from './context.ts';
import { writeHappened } from './counting.ts';
import type { Effects } from './effects.ts';
import { i32At, increase, putI32 } from './memory.ts';
import { type Moving, measuresStays, noteEnding } from './moving.ts';
import type { Slot } from './slots.ts';

interface Way {
  readonly region: number;
  /** The stages left, the leaf first; null where they depend on the leaf. */
  readonly left: readonly number[] | null;
  /** The stage that is not left, −1 for the region. */
  readonly domain: number;
  /** The stages entered, the leaf last. */
  readonly entered: readonly number[];
}

export interface DirectParts {
  readonly arming: Arming;
  readonly moving: Moving;
  readonly effects: Effects;
}

/** By transition: `go(k)`, or null where its way is not known. */
export function defineDirect(context: ModelContext, parts: DirectParts): readonly (Func | null)[] {
  const { scenario } = context;
  const isDirect = ({ region, decision, targets: [target, ...more] }: Transition): boolean =>
    decision === null &&
    target !== undefined &&
    more.length === 0 &&
    scenario.stages[target]?.region === region;
  const movedByOthers = regionsMovedByOthers(context, isDirect);
  return scenario.transitions.map((transition) =>
    isDirect(transition) ? defineGo(context, parts, transition, movedByOthers) : null,
  );
}

function regionsMovedByOthers(
  { scenario }: ModelContext,
  isDirect: (transition: Transition) => boolean,
): ReadonlySet<number> {
  const options = scenario.decisions.flatMap((decision) => decision.options);
  const others = [...scenario.transitions.filter((one) => !isDirect(one)), ...options, ...scenario.shocks];
  return new Set(
    others.flatMap(({ targets }) => targets.map((target) => scenario.stages[target]?.region ?? -1)),
  );
}

function defineGo(
  context: ModelContext,
  { arming, moving, effects }: DirectParts,
  transition: Transition,
  movedByOthers: ReadonlySet<number>,
): Func {
  const { program, layout, slots } = context;
  const { state } = layout;
  const way = wayOf(context, transition);
  const func = program.declare(`go_${transition.index}`, ['i32'], null);
  return program.define(func, (code, step) => {
    const k = step as Expr;
    if (movedByOthers.has(way.region)) {
      code.if(eq(i32At(state.moved, way.region), k), () => code.return());
      putI32(code, state.moved, way.region, k);
    }
    if (way.left === null) {
      putI32(code, state.domain, way.region, i32(way.domain));
      code.call(moving.leave, i32(way.region), k);
    } else leave(context, code, effects, way.left, k);
    effects.write(code, transition.happening);
    enter(context, code, effects, way, k);
    for (const stage of way.entered) {
      const { transitions } = context.scenario.stages[stage] as { transitions: readonly number[] };
      const [first, last] = [transitions[0], transitions.at(-1)];
      if (first !== undefined && last !== undefined) code.call(arming.arm, i32(first), i32(last + 1));
    }
    // A stage's own transition has left it; a region's is armed on.
    if (transition.stage === null) writeUse(context, code, slots[transition.index] as Slot, arming);
    writeHappened(context, code, transition.happening, k);
  });
}

function wayOf({ scenario, tree }: ModelContext, { region, stage, targets }: Transition): Way {
  const target = targets[0] as number;
  const pathOf = (one: number): readonly number[] => tree.path[one] ?? [];
  const domain = domainOf();
  const depth = domain === -1 ? -1 : (scenario.stages[domain]?.depth ?? -1);
  const entered = pathOf(tree.entryLeaf[target] as number).slice(depth + 1);
  const isLeaf = stage !== null && scenario.stages[stage]?.initial === null;
  const left = isLeaf
    ? pathOf(stage)
        .slice(depth + 1)
        .reverse()
    : null;
  return { region, left, domain, entered };

  /** See `defineDomain`. */
  function domainOf(): number {
    if (stage === null) return -1;
    if (pathOf(target).includes(stage)) return scenario.stages[stage]?.parent ?? -1;
    const around = pathOf(target).slice(0, -1).reverse();
    return around.find((one) => pathOf(stage).includes(one)) ?? -1;
  }
}

function leave(
  context: ModelContext,
  code: Code,
  effects: Effects,
  stages: readonly number[],
  k: Expr,
): void {
  const { scenario, layout } = context;
  const { state, now } = layout;
  const next = code.keep(add(k, i32(1)));
  const minus = code.keep(sub(i32(0), i32At(now.sign)));
  const changes = changesOf(context, code, next);
  defer(
    context,
    code,
    stages.map((stage) => [state.entered + 4 * stage, i32(-1)]),
  );
  for (const stage of stages) {
    change(changes, code, stage, minus);
    if (measuresStays(context)) {
      increase(code, state.stayTotal, stage, sub(next, i32At(state.entered, stage)));
      putI32(code, state.lastIn, stage, k);
    }
    effects.write(code, scenario.happenings.length + scenario.stages.length + stage);
  }
}

function enter(context: ModelContext, code: Code, effects: Effects, way: Way, k: Expr): void {
  const { scenario, layout, tree } = context;
  const { state, now } = layout;
  const next = code.keep(add(k, i32(1)));
  const sign = code.keep(i32At(now.sign));
  const changes = changesOf(context, code, next);
  const leaf = way.entered.at(-1) as number;
  defer(context, code, [
    [state.activeLeaf + 4 * way.region, i32(leaf)],
    [state.leafNumber + 4 * way.region, i32(tree.leafNumber[leaf] as number)],
    ...way.entered.map((stage) => [state.entered + 4 * stage, next] as const),
  ]);
  for (const stage of way.entered) {
    change(changes, code, stage, sign);
    if (measuresStays(context)) {
      const first = code.keep(i32At(state.firstIn, stage));
      putI32(code, state.firstIn, stage, pick(lt(first, i32(0)), next, first));
    }
    const outcome = scenario.stages[stage]?.outcome ?? null;
    if (outcome !== null) noteEnding(context, code, i32(way.region), i32(outcome));
    effects.write(code, scenario.happenings.length + stage);
  }
}

/** Address of the changes of all stages in state `next`. */
const changesOf = ({ scenario, layout }: ModelContext, code: Code, next: Expr): readonly [Expr, number] => [
  code.keep(mul(next, i32(4 * scenario.stages.length))),
  layout.counters.stageChanges,
];

function change([address, base]: readonly [Expr, number], code: Code, stage: number, by: Expr): void {
  const offset = base + 4 * stage;
  code.store('i32', offset, add(load('i32', offset, address), by), address);
}

/** Writes that words at known addresses are to change at the end of the step. */
function defer(
  { layout: { now, pendingList } }: ModelContext,
  code: Code,
  words: readonly (readonly [number, Expr])[],
): void {
  const at = code.keep(i32At(now.pending));
  words.forEach(([address, value], k) => {
    code.store('i32', pendingList + 8 * k, i32(address), at);
    code.store('i32', pendingList + 8 * k + 4, value, at);
  });
  putI32(code, now.pending, 0, add(at, i32(8 * words.length)));
}
