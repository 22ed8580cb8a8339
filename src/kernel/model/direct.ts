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
import { writeMoved } from './spells.ts';

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

export interface Direct {
  /** By transition: `go(k)`, or null where its way is not known. */
  readonly transitions: readonly (Func | null)[];
  /** The same by decision and option, for what the decision's own ask brings about. */
  readonly options: readonly (readonly (Func | null)[])[];
}

export function defineDirect(context: ModelContext, parts: DirectParts): Direct {
  const { scenario, slots } = context;
  const isDirect = ({ region, decision, targets: [target, ...more] }: Transition): boolean =>
    decision === null &&
    target !== undefined &&
    more.length === 0 &&
    scenario.stages[target]?.region === region;
  const movedByOthers = regionsMovedByOthers(context, isDirect);
  const transitions = scenario.transitions.map((transition) => {
    if (!isDirect(transition)) return null;
    // A stage's own transition has left it; a region's is armed on.
    const used = transition.stage === null ? (slots[transition.index] ?? null) : null;
    return defineGo(context, parts, { ...transition, used }, movedByOthers);
  });
  const options = scenario.decisions.map(({ index, options }) => {
    const used = slots[scenario.transitions.length + scenario.shocks.length + index] ?? null;
    return options.map(({ happening, targets }) => {
      const [target, ...more] = targets;
      const region = scenario.stages[target ?? -1]?.region;
      if (used === null || region === undefined || more.length > 0 || !isFlat(context, region)) return null;
      return defineGo(context, parts, { happening, targets, region, stage: null, used }, movedByOthers);
    });
  });
  return { transitions, options };
}

/** Where stages are not nested it does not matter to the way whether a leaf or its region moves. */
const isFlat = ({ scenario }: ModelContext, region: number): boolean =>
  scenario.regions[region]?.stages.every((stage) => scenario.stages[stage]?.depth === 0) ?? false;

/** Something that moves one region. */
type Mover = Pick<Transition, 'happening' | 'region' | 'stage' | 'targets'> & {
  /** The slot to be marked as used. */
  readonly used: Slot | null;
};

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
  mover: Mover,
  movedByOthers: ReadonlySet<number>,
): Func {
  const { program, layout } = context;
  const { state } = layout;
  const way = wayOf(context, mover);
  const func = program.declare(`go_${mover.happening}`, ['i32'], null);
  return program.define(func, (code, step) => {
    const k = step as Expr;
    if (movedByOthers.has(way.region)) {
      code.if(eq(i32At(state.moved, way.region), k), () => code.return());
      putI32(code, state.moved, way.region, k);
    }
    context.happened(code);
    if (way.left === null) {
      putI32(code, state.domain, way.region, i32(way.domain));
      code.call(moving.leave, i32(way.region), k);
    } else leave(context, code, effects, way.left, k);
    effects.write(code, mover.happening);
    enter(context, code, effects, way, k);
    const arm = arming.stages(way.entered);
    if (arm !== null) code.call(arm);
    if (mover.used !== null) writeUse(context, code, mover.used, arming);
    writeHappened(context, code, mover.happening, k);
  });
}

function wayOf({ scenario, tree }: ModelContext, { region, stage, targets }: Mover): Way {
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
  for (const stage of stages) {
    change(changes, code, stage, minus);
    if (measuresStays(context)) {
      increase(code, state.stayTotal, stage, sub(next, i32At(state.entered, stage)));
      putI32(code, state.lastIn, stage, k);
    }
    setEntered(context, code, stage, i32(-1));
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
  writeMoved(context, code, next);
  // In this step nothing looks at the leaf of a region that has moved.
  putI32(code, state.activeLeaf, way.region, i32(leaf));
  putI32(code, state.leafNumber, way.region, i32(tree.leafNumber[leaf] as number));
  for (const stage of way.entered) {
    // What the leaf decides was left in a list for the end of the step, and some of it may be entered again.
    setEntered(context, code, stage, next, way.left === null);
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

/** Writes when the present stay began; at the end of the step where the rest of the step reads it as it was. */
function setEntered(
  { layout, readLater }: ModelContext,
  code: Code,
  stage: number,
  value: Expr,
  isLater = false,
): void {
  const { now, pendingList, state } = layout;
  if (!isLater && !readLater.stages.has(stage)) {
    putI32(code, state.entered, stage, value);
    return;
  }
  const at = code.keep(i32At(now.pending));
  code.store('i32', pendingList, i32(state.entered + 4 * stage), at);
  code.store('i32', pendingList + 4, value, at);
  putI32(code, now.pending, 0, add(at, i32(8)));
}
