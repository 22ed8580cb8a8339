/** Each region chooses at most one transition: among its active leaf's, that leaf's ancestors' and its own. */

import type { Region } from '../../scenario/index.ts';
import { get, i32, or } from '../ir/expressions.ts';
import type { Expr, Func, Local } from '../ir/types.ts';
import type { KnownActive } from '../value/lower.ts';
import { HOLDS } from '../value/node.ts';
import { type Clockwork, candidates } from './clockwork.ts';
import type { ModelContext } from './context.ts';
import { MARKS_PER_WORD } from './layout.ts';
import { i32At, putI32 } from './memory.ts';
import type { Slot } from './slots.ts';
import { rootsOf, type Watch, type WatchedValues, watchAll, watchedValues } from './watching.ts';

/** `choose(k)` of a region: the transition it chooses, −1 for none. Null for a region without transitions. */
export function defineChoose(context: ModelContext, region: Region, clockwork: Clockwork): Func | null {
  const { program, scenario, layout, tree } = context;
  const levels = levelsOf(context, region);
  const own = region.transitions.map((index) => watchedValues(context, slotAt(context, index)));
  if (levels.length === 0 && own.length === 0) return null;
  const func = program.declare(`choose_${region.index}`, ['i32'], 'i32');
  return program.define(func, (code, k) => {
    const isLarge = levels.length + levels.flat().length > MOST_STAGES;
    const all = [...levels.flatMap((stages) => stages.flatMap(({ watched }) => watched)), ...own];
    const evaluation = context.evaluation(code, rootsOf(all), k as Expr);
    const found = candidates(code, clockwork);
    const at: Watch = { context, code, evaluation, clockwork, k: k as Expr, reactions: found.reactions };
    const leaves = tree.leaves[region.index] as readonly number[];
    for (const stages of levels) {
      const labels = leaves.map((leaf) => stages.findIndex(({ stage }) => tree.path[leaf]?.includes(stage)));
      const cases = stages.map(
        (one) => () =>
          isLarge
            ? found.takeFrom(watchApart(at, one), at.k)
            : evaluation.within(() => watchAll(at, one.watched)),
      );
      code.switch(i32At(layout.state.leafNumber, region.index), cases, undefined, labels);
    }
    watchAll(at, own);
    code.return(found.winner());
  });

  function levelsOf(_: ModelContext, { stages }: Region): readonly (readonly Watched[])[] {
    const byDepth: Watched[][] = [];
    for (const index of stages) {
      const stage = scenario.stages[index];
      if (stage === undefined || stage.transitions.length === 0) continue;
      const known = activeBesides(context, index);
      const watched = stage.transitions.map((transition) =>
        watchedValues(context, slotAt(context, transition), known),
      );
      const level = byDepth[stage.depth] ?? [];
      level.push({ stage: index, watched });
      byDepth[stage.depth] = level;
    }
    // Leaves of different depths are never active together, so going by depth is going from the leaf outward.
    return [...byDepth].filter((level) => level !== undefined).reverse();
  }
}

/** A region of more stages has a function for each: what an engine does with one function grows faster than its size. */
const MOST_STAGES = 40;

/** `watch(k, due, rung)` of one stage: the candidates afterwards, in one number (see `candidates`). */
function watchApart({ context, clockwork }: Watch, { stage, watched }: Watched): Func {
  const { program } = context;
  const func = program.declare(`watch_${stage}`, ['i32', 'i32', 'i32'], 'i32');
  return program.define(func, (code, k, due, rung) => {
    const found = candidates(code, clockwork, { due: due as Expr, rung: rung as Expr });
    const evaluation = context.evaluation(code, rootsOf(watched), k as Expr);
    watchAll({ context, code, evaluation, clockwork, k: k as Expr, reactions: found.reactions }, watched);
    code.return(found.both());
  });
}

interface Watched {
  readonly stage: number;
  readonly watched: readonly WatchedValues[];
}

const slotAt = ({ slots }: ModelContext, index: number): Slot => slots[index] as Slot;

/** While a stage is active, so are its ancestors, and what is not below or above it in its region is not. */
function activeBesides({ scenario, tree }: ModelContext, stage: number): KnownActive {
  const region = scenario.stages[stage]?.region;
  return (other) => {
    if (scenario.stages[other]?.region !== region) return null;
    if (tree.path[stage]?.includes(other)) return true;
    return tree.path[other]?.includes(stage) ? null : false;
  };
}

/** Where the mark of a shock or an ask stands: a word, and a bit in it. */
export function markOf(
  { scenario }: ModelContext,
  slot: Slot,
): { readonly word: number; readonly bit: number } {
  const number = slot.index - scenario.transitions.length;
  return { word: Math.floor(number / MARKS_PER_WORD), bit: 2 ** (number % MARKS_PER_WORD) };
}

/** `mark(k)`: the shocks and asks that are due; yields 0 if none is. Null where a scenario has none. */
export function defineMark(context: ModelContext, clockwork: Clockwork): Func | null {
  const { program, slots, layout } = context;
  const watched = slots
    .filter((slot): slot is Slot => slot !== null && slot.kind !== 'transition')
    .map((slot) => watchedValues(context, slot));
  if (watched.length === 0) return null;
  const func = program.declare('mark', ['i32'], 'i32');
  return program.define(func, (code, k) => {
    const evaluation = context.evaluation(code, rootsOf(watched), k as Expr, HOLDS.list);
    const words: Local[] = [];
    for (const { slot } of watched) {
      const { word } = markOf(context, slot);
      if (words[word] !== undefined) continue;
      words[word] = code.local('i32');
      code.set(words[word], i32(0));
    }
    const mark = (slot: Slot): void => {
      const { word, bit } = markOf(context, slot);
      code.set(words[word] as Local, or(get(words[word] as Local), i32(bit)));
    };
    const at: Watch = {
      context,
      code,
      evaluation,
      clockwork,
      k: k as Expr,
      reactions: { due: mark, rung: mark },
    };
    watchAll(at, watched);
    words.forEach((word, number) => {
      putI32(code, layout.now.marks, number, get(word));
    });
    code.return(
      words
        .filter((word) => word !== undefined)
        .map(get)
        .reduce(or),
    );
  });
}
