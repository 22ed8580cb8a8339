/**
 * A judge of whole scenarios: YAML text in, one run out, on both engines. The expected facts in the tests beside this
 * were worked out by hand from the language's reference, not from the code.
 */
import { expect } from 'vitest';
import { formatDiagnostics } from '../../../src/diagnostics/index.ts';
import { seedKey } from '../../../src/random/index.ts';
import {
  type LoadResult,
  loadScenario,
  NO_SETTINGS,
  type Point,
  resolvePoint,
  type Scenario,
  type Settings,
} from '../../../src/scenario/index.ts';
import { createChart, RunFault, runToEnd } from '../../../src/statechart/index.ts';
import { compareBatch, compareRun, pairOf } from '../../helpers/kernel-differential.ts';

export const KEY = seedKey('judge');

type Numbers = Readonly<Record<string, number>>;
type Columns = Readonly<Record<string, readonly number[]>>;

/** What a test may say of a run. What it leaves out is not looked at. */
export interface Facts {
  /** `step path` in order of application; the step is the one in which it happened (from 0). */
  readonly happened?: readonly string[];
  /** `step decision=option odds`, the option `-` where there is none. */
  readonly decided?: readonly string[];
  readonly dropped?: readonly string[];
  /** By state: the leaves, joined by a blank, without what repeats the state before (then `"`). */
  readonly stages?: readonly string[];
  readonly variables?: Columns;
  readonly auxiliaries?: Columns;
  /** NaN: missing. */
  readonly measures?: Numbers;
  readonly outcome?: string;
  readonly end?: number;
  /** Kind of the fault that stops the run, and its step. */
  readonly fault?: readonly [string, number];
}

export interface Case {
  readonly name: string;
  readonly yaml: string;
  readonly settings?: Partial<Settings>;
  readonly luck?: number;
  readonly facts: Facts;
}

const HEAD = 'juncture: 1\ntitle: A case\n';
const CLOCK = 'time: { start: 2022-01-01, step: 1 day, horizon: 6 days }\n';
const REGIONS = 'regions: { main: { initial: here, stages: { here: {} } } }\n';

/** A whole file: what the sections leave out of what every scenario needs is put before them. */
export function wholeText(sections: string): string {
  const text = sections.replace(/^\n/, '');
  const head = /^juncture:/m.test(text) ? '' : HEAD;
  const clock = /^time:/m.test(text) ? '' : CLOCK;
  const regions = /^regions:/m.test(text) ? '' : REGIONS;
  return `${head}${clock}${regions}${text}\n`;
}

/** Loads `main.yaml` of some files; a single text is that file. */
export function load(files: string | Readonly<Record<string, string>>): LoadResult {
  const all = typeof files === 'string' ? { 'main.yaml': files } : files;
  return loadScenario('main.yaml', (path) => {
    const text = Object.hasOwn(all, path) ? all[path] : undefined;
    return text === undefined ? null : new TextEncoder().encode(text);
  });
}

export function sound(files: string | Readonly<Record<string, string>>): Scenario {
  const { scenario, diagnostics } = load(files);
  if (scenario === null) throw new Error(formatDiagnostics(diagnostics, { colour: false }));
  return scenario;
}

export function pointFor(scenario: Scenario, settings: Partial<Settings> = {}): Point {
  const { point, diagnostics } = resolvePoint(scenario, { ...NO_SETTINGS, ...settings });
  if (point === null) throw new Error(formatDiagnostics(diagnostics, { colour: false }));
  return point;
}

/** Codes of what is wrong with a text, in order of position; `warning:` before those of warnings. */
export const codesOf = (files: string | Readonly<Record<string, string>>): string[] =>
  load(files).diagnostics.map(({ code, severity }) => (severity === 'error' ? code : `warning:${code}`));

export const errorsOf = (files: string | Readonly<Record<string, string>>): string[] =>
  codesOf(files).filter((code) => !code.startsWith('warning:'));

/** Runs a case on the machine, holds the facts to it, and the kernel to the machine. */
export function judge({ yaml, settings = {}, luck = 0, facts }: Case): void {
  const scenario = sound(wholeText(yaml));
  const point = pointFor(scenario, settings);
  expect(withoutRest(told(scenario, point, luck), facts)).toEqual(facts);
  const pair = pairOf(scenario, point, KEY);
  expect(compareRun(pair, point, KEY, luck)).toBeNull();
  expect(compareBatch(pair, point, KEY, luck, 3)).toBeNull();
}

function told(scenario: Scenario, point: Point, luck: number): Facts {
  try {
    return factsOf(
      scenario,
      runToEnd(createChart(scenario), point, { key: KEY, draw: luck, luck, future: 0 }),
    );
  } catch (error) {
    if (error instanceof RunFault) return { fault: [error.kind, error.step] };
    throw error;
  }
}

type Ended = ReturnType<typeof runToEnd>;

function factsOf(
  scenario: Scenario,
  { records, outcome, endStep, measures }: Ended,
): Required<Omit<Facts, 'fault'>> {
  const column = (
    entries: readonly { readonly name: string }[],
    pick: (record: (typeof records)[number]) => readonly number[],
  ): Columns =>
    Object.fromEntries(entries.map(({ name }, at) => [name, records.map((record) => pick(record)[at]!)]));
  const leaves = records.map(({ stages }) => stages.join(' '));
  return {
    happened: records.flatMap(({ step, happenings }) => happenings.map(({ path }) => `${step - 1} ${path}`)),
    decided: records.flatMap(({ step, decisions }) =>
      decisions.map(({ path, option, odds }) => `${step - 1} ${path}=${option ?? '-'} ${odds}`),
    ),
    dropped: records.flatMap(({ step, dropped }) => dropped.map((path) => `${step - 1} ${path}`)),
    stages: leaves.map((leaf, at) => (leaf === leaves[at - 1] ? '"' : leaf)),
    variables: column(scenario.variables, ({ variables }) => variables),
    auxiliaries: column(scenario.auxiliaries, ({ auxiliaries }) => auxiliaries),
    measures: Object.fromEntries(scenario.measures.map(({ name }, at) => [name, measures[at]!])),
    outcome: scenario.outcomes[outcome]!.name,
    end: endStep,
  };
}

/** Only what the facts speak of; of columns and measures only those they name. */
function withoutRest(all: Facts, wanted: Facts): Facts {
  const kept = Object.entries(all).filter(([key]) => key in wanted || key === 'fault');
  return Object.fromEntries(
    kept.map(([key, value]) => {
      const want = wanted[key as keyof Facts];
      if (typeof want !== 'object' || Array.isArray(want)) return [key, value];
      return [key, Object.fromEntries(Object.keys(want).map((name) => [name, (value as Columns)[name]]))];
    }),
  );
}
