/** A point and a key as the kernel's memory holds them. Setting them compiles nothing. */
import { choleskyOf, type Key } from '../random/index.ts';
import type { FixedOption, Point, Scenario } from '../scenario/index.ts';
import { drawnPlaces, type Layout } from './model/layout.ts';

/** Writes the key; `future` is 0 for ordinary runs. Parameters are drawn with it too. */
export function writeKey(memory: DataView, { settings }: Layout, key: Key, future = 0): void {
  memory.setInt32(settings.key, key.key0, true);
  memory.setInt32(settings.key + 4, key.key1 ^ future, true);
}

/** Writes everything that a point holds. */
export function writePoint(memory: DataView, layout: Layout, scenario: Scenario, point: Point): void {
  const { settings } = layout;
  const isDrawn = (index: number): boolean =>
    point.parameters[index] === null && scenario.parameters[index]?.distribution !== null;
  scenario.parameters.forEach(({ index, baseline }) => {
    memory.setFloat64(settings.held + 8 * index, point.parameters[index] ?? baseline, true);
    memory.setInt32(settings.drawn + 4 * index, isDrawn(index) ? 1 : 0, true);
  });
  writeCopula(memory, layout, scenario, isDrawn);
  const removed = (happening: number): number => (point.removed[happening] ? 1 : 0);
  scenario.happenings.forEach((_, index) => {
    memory.setInt32(settings.removed + 4 * index, removed(index), true);
  });
  [...scenario.transitions, ...scenario.shocks].forEach(({ happening }, slot) => {
    memory.setInt32(settings.slotRemoved + 4 * slot, removed(happening), true);
  });
  scenario.decisions.forEach(({ index }) => {
    writeFixed(memory, layout, index, point.decisions[index] ?? null);
  });
  point.initialLeaves.forEach((leaf, region) => {
    memory.setInt32(settings.initialLeaves + 4 * region, leaf, true);
  });
}

/** Fixes a decision's option, or leaves it free. */
export function writeFixed(
  memory: DataView,
  { settings }: Layout,
  decision: number,
  fixed: FixedOption | null,
): void {
  const words = fixed === null ? [-1, 0, 0] : [fixed.option, clip(fixed.fromStep), clip(fixed.untilStep)];
  words.forEach((word, k) => {
    memory.setInt32(settings.fixed + 12 * decision + 4 * k, word, true);
  });
}

/** A step as an i32; windows may be open. */
const clip = (step: number): number => Math.max(-1, Math.min(step, 2147483647));

/** A pair has an effect only when both its parameters are drawn. */
function writeCopula(
  memory: DataView,
  { settings }: Layout,
  scenario: Scenario,
  isDrawn: (index: number) => boolean,
): void {
  const pairs = scenario.correlations.filter(({ first, second }) => isDrawn(first) && isDrawn(second));
  const members = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))].sort((a, b) => a - b);
  const ranks = members.map((row) => members.map((column) => (row === column ? 1 : 0)));
  for (const { first, second, rank } of pairs) {
    const row = members.indexOf(first);
    const column = members.indexOf(second);
    (ranks[row] as number[])[column] = rank;
    (ranks[column] as number[])[row] = rank;
  }
  const factor = choleskyOf(ranks);
  if (factor === null) throw new Error('the correlation matrix is not positive definite');
  const places = drawnPlaces(scenario);
  memory.setInt32(settings.copulaCount, members.length, true);
  members.forEach((index, row) => {
    memory.setInt32(settings.copulaMembers + 4 * row, places[index] as number, true);
    for (let column = 0; column <= row; column += 1) {
      const at = row * settings.copulaSize + column;
      memory.setFloat64(settings.copulaFactor + 8 * at, factor[row]?.[column] ?? 0, true);
    }
  });
}
