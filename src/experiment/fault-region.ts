/** Where in the space of parameters, decisions, shocks and variants the runs lie that a fault ended. */
import {
  type Box,
  balancedBox,
  boxOf,
  type FactorColumn,
  type Limit,
  type Limits,
  prim,
  withoutIdle,
} from '../analysis/index.ts';
import type { Key } from '../random/index.ts';
import type { Point, Scenario, Settings } from '../scenario/index.ts';
import { createChart, parameterDrawer } from '../statechart/index.ts';
import { FAULTED_CODE } from './outcome-codes.ts';

export interface FaultRegion {
  /** `box`: found by peeling; `ranges`: of few faults, what all of them have and few other runs have. */
  readonly kind: 'box' | 'ranges';
  readonly factors: readonly {
    readonly id: string;
    readonly label: string;
    /** Null for a number. */
    readonly labels: readonly string[] | null;
  }[];
  readonly limits: Limits;
  /** Part of the faults that lie in it. */
  readonly coverage: number;
  /** Part of its runs that fault, estimated from some of the others. */
  readonly density: number;
}

interface Place {
  readonly settings: Settings;
  readonly point: Point;
}

/** Runs that are looked at: faulted ones at most, and as many others for each. */
const MOST_FAULTS = 2_000;
const OTHERS = 4;
const LEAST_OTHERS = 500;
/** With fewer faults there is no box to peel. */
const FEW = 20;
/** Chance that something is said of few faults that means nothing, over all factors together. */
const ERROR = 0.05;

export interface FaultedPlaces {
  readonly scenario: Scenario;
  readonly key: Key;
  readonly places: readonly Place[];
  /** `[place]`: codes of its runs. */
  readonly outcomes: readonly Uint8Array[];
  /** Number of a place's first run. */
  readonly first: (place: number) => number;
}

/** Null where nothing sets the faulted runs apart: there is one or none, or all fault, or they lie all over. */
export function faultRegion(of: FaultedPlaces): FaultRegion | null {
  const [faulted, others] = [runsOf(of, true), runsOf(of, false)];
  if (faulted.total < 2 || others.total === 0) return null;
  const bad = everyNth(of, faulted, MOST_FAULTS);
  const good = everyNth(of, others, Math.max(LEAST_OTHERS, OTHERS * bad.length));
  const factors = columnsOf(of, [...bad, ...good]);
  const hits = Uint8Array.from([...bad.map(() => 1), ...good.map(() => 0)]);
  const columns = factors.map(({ column }) => column);
  const kind = faulted.total < FEW ? 'ranges' : 'box';
  const limits = kind === 'box' ? boxLimits(columns, hits) : sharedLimits(columns, bad.length);
  if (limits.every((limit) => limit === null)) return null;
  const box = boxOf(columns, hits, limits);
  const [inBad, inGood] = [
    (box.hits * faulted.total) / bad.length,
    ((box.cases - box.hits) * others.total) / good.length,
  ];
  return {
    kind,
    factors: factors.map(({ id, label, labels }) => ({ id, label, labels })),
    limits,
    coverage: box.coverage,
    density: inBad / (inBad + inGood),
  };
}

interface Runs {
  readonly faulted: boolean;
  readonly total: number;
}

function runsOf({ outcomes }: FaultedPlaces, faulted: boolean): Runs {
  let total = 0;
  for (const codes of outcomes) {
    for (const code of codes) if ((code === FAULTED_CODE) === faulted) total += 1;
  }
  return { faulted, total };
}

interface RunAt {
  readonly place: number;
  readonly run: number;
}

/** At most so many of the runs, evenly over all of them. */
function everyNth(
  { outcomes, first }: FaultedPlaces,
  { faulted, total }: Runs,
  most: number,
): readonly RunAt[] {
  const step = Math.max(1, total / most);
  const taken: RunAt[] = [];
  let seen = 0;
  outcomes.forEach((codes, place) => {
    codes.forEach((code, run) => {
      if ((code === FAULTED_CODE) !== faulted) return;
      if (seen >= taken.length * step) taken.push({ place, run: first(place) + run });
      seen += 1;
    });
  });
  return taken;
}

interface Told {
  readonly id: string;
  readonly label: string;
  readonly labels: readonly string[] | null;
  readonly column: FactorColumn;
}

/** What varies between the runs: parameters, drawn or set, and what the places decide and leave out. */
function columnsOf({ scenario, key, places }: FaultedPlaces, runs: readonly RunAt[]): readonly Told[] {
  const chart = createChart(scenario);
  const drawers = new Map<number, (draw: number) => readonly number[]>();
  const drawn = runs.map(({ place, run }) => {
    const draw = drawers.get(place) ?? parameterDrawer(chart, places[place]!.point, key);
    drawers.set(place, draw);
    return draw(run);
  });
  const parameters = scenario.parameters.map(({ name, label, choices }, i): Told => {
    const values = drawn.map((row) => row[i] as number);
    const column: FactorColumn =
      choices === null
        ? { kind: 'number', values: Float64Array.from(values) }
        : { kind: 'label', values: Uint16Array.from(values), labels: choices.length };
    return { id: name, label, labels: choices, column };
  });
  const told = (id: string, label: string, of: (place: Place) => string): Told => {
    const labels = [...new Set(places.map(of))];
    const values = Uint16Array.from(runs, ({ place }) => labels.indexOf(of(places[place]!)));
    return { id, label, labels, column: { kind: 'label', values, labels: labels.length } };
  };
  const all = (pick: (place: Place) => readonly string[]): readonly string[] => [
    ...new Set(places.flatMap(pick)),
  ];
  return [
    ...parameters,
    told('variant', 'Variant', ({ settings }) => settings.variant ?? 'baseline'),
    ...all(({ settings }) => Object.keys(settings.decide)).map((name) => {
      const label = scenario.decisions.find((one) => one.name === name)?.label ?? name;
      return told(name, label, ({ settings }) => settings.decide[name] ?? 'as it comes');
    }),
    ...all(({ settings }) => settings.without).map((path) =>
      told(path, path, ({ settings }) => (settings.without.includes(path) ? 'left out' : 'there')),
    ),
  ].filter(({ column }) => column.values.some((value) => value !== column.values[0]));
}

function boxLimits(columns: readonly FactorColumn[], hits: Uint8Array): Limits {
  const box = balancedBox(prim(columns, hits)) as Box;
  return withoutIdle(columns, hits, box).limits;
}

/**
 * What all of the first `n` rows share that as many rows taken at random would hardly share: a narrow range of a number
 * (the range of a sample of the uniform distribution; David and Nagaraja 2003, Order Statistics, section 2.3), or some of
 * its labels.
 */
function sharedLimits(columns: readonly FactorColumn[], n: number): Limits {
  return columns.map((column): Limit | null => {
    const all = Array.from(column.values);
    const [own, rest] = [all.slice(0, n), all.slice(n)];
    const [low, high] = [Math.min(...own), Math.max(...own)];
    const present = new Set(own);
    const isIn = (value: number): boolean =>
      column.kind === 'number' ? value >= low && value <= high : present.has(value);
    const share = rest.filter(isIn).length / rest.length;
    const byChance =
      column.kind === 'number' ? n * power(share, n - 1) - (n - 1) * power(share, n) : power(share, n);
    if (byChance * columns.length > ERROR) return null;
    return column.kind === 'number'
      ? { kind: 'number', low, high }
      : { kind: 'label', allowed: Array.from({ length: column.labels }, (_, label) => present.has(label)) };
  });
}

/** By multiplying, the same on every machine. */
const power = (base: number, times: number): number =>
  Array.from({ length: times }).reduce<number>((product) => product * base, 1);
