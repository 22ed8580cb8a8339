/**
 * Where everything stands in the kernel's memory. Addresses are bytes. Tables of one number a thing are indexed by the
 * thing's index in the scenario; a slot's index is that of `slots.ts`.
 */
import { rowLength, type Scenario } from '../../scenario/index.ts';
import { Allocator } from './allocator.ts';
import { type LuckBlock, luckBlockOf } from './luck-block.ts';
import { type RecordsLayout, recordsLayout } from './records-layout.ts';
import type { Tree } from './tree.ts';

/** Rows that one call of `batch` can yield. */
export const ROWS_CAPACITY = 512;

/** A count of four-byte or eight-byte numbers that are written four at a time. */
export const padded = (count: number): number => 4 * Math.ceil(count / 4);

/** By parameter: its place among those that can be drawn, −1 if it cannot. */
export function drawnPlaces({ parameters }: Scenario): readonly number[] {
  let next = 0;
  return parameters.map(({ distribution }) => (distribution === null ? -1 : next++));
}

/** Bits used of a word of marks. */
export const MARKS_PER_WORD = 31;

/** Where the draws of the first runs are kept, behind everything else. */
export interface LuckLayout {
  /** Words: runs whose draws are kept, 0 for none; address of the first block. */
  readonly kept: number;
  readonly from: number;
  /** The block of a run whose draws are not kept. */
  readonly scratch: number;
  readonly block: LuckBlock;
}

export interface Layout {
  /** Size of the memory in bytes; the module's constants stand behind it. */
  readonly bytes: number;
  readonly now: {
    /** f64: 0, or NaN once the run is at fault. */
    readonly bad: number;
    readonly step: number;
    readonly draw: number;
    readonly luck: number;
    /** What a run adds to the counters: 1, −1 to take back a run at fault, 0 to leave no trace. */
    readonly sign: number;
    /** Region and outcome (region · 65536 + outcome) of the outcome entered, −1 if none. */
    readonly ending: number;
    /** Bytes of changes that become visible at the end of the step, and of the list of what has happened in it. */
    readonly pending: number;
    readonly happened: number;
    /** Whether something has happened since the values that hold until then were computed. */
    readonly changed: number;
    /** Address of the block of the run's draws, whether it holds them already, and the next of its exponentials. */
    readonly luckBlock: number;
    readonly luckKnown: number;
    readonly luckNext: number;
    /** Words whose bits are the shocks and asks that are due (see `Marks`). */
    readonly marks: number;
  };
  readonly settings: {
    /** Two words, the second xored with the future. */
    readonly key: number;
    /** f64: the value a parameter is held at; i32: whether it is drawn. */
    readonly held: number;
    readonly drawn: number;
    /** i32: how many parameters the copula joins, their places among the drawn; f64: the factor, row by row, `copulaSize` wide. */
    readonly copulaCount: number;
    readonly copulaMembers: number;
    readonly copulaFactor: number;
    readonly copulaSize: number;
    /** i32 by happening; by slot. */
    readonly removed: number;
    readonly slotRemoved: number;
    /** i32 by decision: option (−1: none), first and last step. */
    readonly fixed: number;
    /** i32 by region: the stage it starts in. */
    readonly initialLeaves: number;
  };
  readonly state: {
    readonly parameters: number;
    readonly variables: number;
    readonly auxiliaries: number;
    readonly measures: number;
    /** By region: its active leaf's number among its leaves, and the stage that is. */
    readonly leafNumber: number;
    readonly activeLeaf: number;
    readonly chosen: number;
    readonly domain: number;
    readonly newLeaf: number;
    /** By slot: amount (A of a clock, delay, next fall), threshold (E of a clock, gap) and fraction; f64. */
    readonly amount: number;
    readonly threshold: number;
    readonly fraction: number;
    readonly falls: number;
    readonly mode: number;
    readonly rungStep: number;
    readonly enabledSteps: number;
    readonly option: number;
    /** Set to 0 at the start of a run. */
    readonly times: number;
    readonly armings: number;
    readonly asked: number;
    readonly stayTotal: number;
    /** Set to −1 at the start of a run. */
    readonly last: number;
    readonly entered: number;
    readonly left: number;
    readonly firstHappened: number;
    readonly firstIn: number;
    readonly lastIn: number;
    /** By region: the target of the move being applied; the step in which it last moved. */
    readonly moveTo: number;
    readonly moved: number;
    readonly settled: number;
    readonly applied: number;
  };
  readonly zeroed: { readonly from: number; readonly bytes: number };
  readonly minusOnes: { readonly from: number; readonly bytes: number };
  /** Pairs of an address and an i32 to be put there; happenings of the step. */
  readonly pendingList: number;
  readonly happenedList: number;
  readonly luck: LuckLayout;
  /** f64: uniforms of the parameters that can be drawn, and normals of those the copula joins. */
  readonly uniforms: number;
  readonly normals: number;
  /** f64: draws made four at a time, to be used at once. */
  readonly draws: number;
  readonly tables: {
    readonly exp: number;
    readonly parent: number;
    readonly lastDescendant: number;
    readonly regionOf: number;
    readonly outcomeOf: number;
    readonly depth: number;
    readonly leafNumberOf: number;
    /** By stage: the leaf entered through it; by stage and depth: the way down to it, `pathWidth` wide. */
    readonly entryLeaf: number;
    readonly path: number;
    readonly pathWidth: number;
    readonly slotKind: number;
    readonly slotSite: number;
    readonly slotStage: number;
    readonly slotHappening: number;
    readonly slotAgain: number;
    readonly slotRegion: number;
    readonly slotDecision: number;
    /** By happening: the range in `targets`, a list of stages. */
    readonly targetsFrom: number;
    readonly targets: number;
    /** By happening, then by stage on entry, then by stage on exit: the number of a list of effects, −1 if empty. */
    readonly effects: number;
    /** By decision: the happening of its first option. */
    readonly firstOption: number;
  };
  readonly counters: {
    readonly from: number;
    readonly bytes: number;
    readonly stageChanges: number;
    readonly firsts: number;
    readonly times: number;
    readonly asked: number;
    readonly fixedUnavailable: number;
  };
  readonly rows: number;
  readonly rowBytes: number;
  /** Null in a program that keeps no records of runs. */
  readonly records: RecordsLayout | null;
}

/** The allocator stands behind the layout afterwards, for what the code itself needs. */
export function layoutOf(
  scenario: Scenario,
  sizes: { readonly tree: Tree; readonly slots: number; readonly targets: number; readonly records: boolean },
): { readonly layout: Omit<Layout, 'bytes'>; readonly allocator: Allocator } {
  const at = new Allocator();
  const count = {
    parameters: scenario.parameters.length,
    variables: scenario.variables.length,
    auxiliaries: scenario.auxiliaries.length,
    regions: scenario.regions.length,
    stages: scenario.stages.length,
    decisions: scenario.decisions.length,
    happenings: scenario.happenings.length,
    states: scenario.time.steps + 1,
  };
  const correlated = new Set(scenario.correlations.flatMap(({ first, second }) => [first, second])).size;
  const now = {
    bad: at.f64(1),
    step: at.i32(1),
    draw: at.i32(1),
    luck: at.i32(1),
    sign: at.i32(1),
    ending: at.i32(1),
    pending: at.i32(1),
    happened: at.i32(1),
    changed: at.i32(1),
    luckBlock: at.i32(1),
    luckKnown: at.i32(1),
    luckNext: at.i32(1),
    marks: at.i32(Math.ceil((scenario.shocks.length + scenario.decisions.length) / MARKS_PER_WORD) + 1),
  };
  const state64 = {
    parameters: at.f64(count.parameters),
    variables: at.f64(count.variables),
    auxiliaries: at.f64(count.auxiliaries),
    measures: at.f64(scenario.measures.length * 2),
    amount: at.f64(sizes.slots),
    threshold: at.f64(sizes.slots),
    fraction: at.f64(sizes.slots),
    falls: at.f64(sizes.slots),
  };
  const state32 = {
    leafNumber: at.i32(count.regions),
    activeLeaf: at.i32(count.regions),
    chosen: at.i32(count.regions),
    domain: at.i32(count.regions),
    newLeaf: at.i32(count.regions),
    mode: at.i32(sizes.slots),
    rungStep: at.i32(sizes.slots),
    enabledSteps: at.i32(sizes.slots),
    option: at.i32(count.decisions),
  };
  const zeroFrom = at.align(16);
  const zeroed = {
    times: at.i32(count.happenings),
    armings: at.i32(sizes.slots),
    asked: at.i32(count.decisions),
    stayTotal: at.i32(count.stages),
  };
  const minusFrom = at.align(16);
  const minusOnes = {
    last: at.i32(count.happenings),
    entered: at.i32(count.stages),
    left: at.i32(count.stages),
    firstHappened: at.i32(count.happenings),
    firstIn: at.i32(count.stages),
    lastIn: at.i32(count.stages),
    moveTo: at.i32(count.regions),
    moved: at.i32(count.regions),
    settled: at.i32(count.decisions),
    applied: at.i32(count.decisions),
  };
  const minusEnd = at.align(16);
  // In a step each happening happens at most once, each stage is left and entered once, each region moves once.
  const pendingList = at.i32(2 * (2 * count.stages + 2 * count.regions));
  const happenedList = at.i32(count.happenings);
  const settings = {
    key: at.i32(2),
    held: at.f64(count.parameters),
    drawn: at.i32(count.parameters),
    copulaCount: at.i32(1),
    copulaMembers: at.i32(correlated),
    copulaFactor: at.f64(correlated * correlated),
    copulaSize: correlated,
    removed: at.i32(count.happenings),
    slotRemoved: at.i32(sizes.slots),
    fixed: at.i32(count.decisions * 3),
    initialLeaves: at.i32(count.regions),
  };
  const { pathWidth } = sizes.tree;
  const tables = {
    exp: at.f64(64),
    parent: at.i32(count.stages),
    lastDescendant: at.i32(count.stages),
    regionOf: at.i32(count.stages),
    outcomeOf: at.i32(count.stages),
    depth: at.i32(count.stages),
    leafNumberOf: at.i32(count.stages),
    entryLeaf: at.i32(count.stages),
    path: at.i32(count.stages * pathWidth),
    pathWidth,
    slotKind: at.i32(sizes.slots),
    slotSite: at.i32(sizes.slots),
    slotStage: at.i32(sizes.slots),
    slotHappening: at.i32(sizes.slots),
    slotAgain: at.i32(sizes.slots),
    slotRegion: at.i32(sizes.slots),
    slotDecision: at.i32(sizes.slots),
    targetsFrom: at.i32(count.happenings + 1),
    targets: at.i32(sizes.targets),
    effects: at.i32(count.happenings + 2 * count.stages),
    firstOption: at.i32(count.decisions),
  };
  const uniforms = at.f64(padded(count.parameters));
  const block = luckBlockOf({
    parameters: scenario.parameters.length,
    noisy: scenario.variables.filter(({ noise }) => noise !== null).length,
  });
  const luck = { kept: at.i32(1), from: at.i32(1), block, scratch: at.f64(block.bytes / 8) };
  const normals = at.f64(correlated);
  const draws = at.f64(padded(Math.max(4, ...scenario.decisions.map(({ options }) => options.length))));
  const countersFrom = at.align(16);
  const counters = {
    from: countersFrom,
    stageChanges: at.i32(count.states * count.stages),
    firsts: at.i32(count.states * count.happenings),
    times: at.i32(count.happenings),
    asked: at.i32(count.decisions),
    fixedUnavailable: at.i32(count.decisions),
  };
  const countersBytes = at.align(16) - countersFrom;
  const rowBytes = rowLength(scenario) * 8;
  return {
    layout: {
      now,
      settings,
      state: { ...state64, ...state32, ...zeroed, ...minusOnes },
      zeroed: { from: zeroFrom, bytes: minusFrom - zeroFrom },
      minusOnes: { from: minusFrom, bytes: minusEnd - minusFrom },
      pendingList,
      happenedList,
      luck,
      uniforms,
      normals,
      draws,
      tables,
      counters: { ...counters, bytes: countersBytes },
      rows: at.f64(ROWS_CAPACITY * rowLength(scenario)),
      rowBytes,
      records: sizes.records ? recordsLayout(scenario, at, ROWS_CAPACITY) : null,
    },
    allocator: at,
  };
}
