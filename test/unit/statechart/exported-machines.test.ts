// Proves that what is exported for other programs is the same chart: XState runs the JSON through the same stages as our
// own machine, and the SCXML says the same as the JSON and holds together.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createActor, createMachine, type StateValue } from 'xstate';
import { seedKey } from '../../../src/random/index.ts';
import type { Scenario } from '../../../src/scenario/index.ts';
import {
  createChart,
  finishRun,
  type StepRecord,
  startRun,
  toScxml,
  toXStateJson,
} from '../../../src/statechart/index.ts';
import { pointOf, scenarioFromFile, scenarioOf } from '../../helpers/build-scenario.ts';
import { nestedChart } from '../../helpers/nested-chart.ts';

const SCENARIOS: readonly (readonly [string, Scenario, number])[] = [
  ['fuel-prices', scenarioOf(readFileSync('test/fixtures/fuel-prices.yaml', 'utf8')), 40],
  ['nested', nestedChart(''), 40],
  ['kazakhstan-2022', scenarioFromFile('scenarios/kazakhstan-2022.yaml'), 15],
];

/** Paths of the active leaves, in the order of the regions. */
function leavesOf(scenario: Scenario, value: StateValue): readonly string[] {
  const pathOf = (inner: StateValue | undefined, path: string): string => {
    if (typeof inner === 'string') return `${path}.${inner}`;
    const [[name, deeper] = []] = Object.entries(inner ?? {});
    return name === undefined ? path : pathOf(deeper, `${path}.${name}`);
  };
  const regions = value as Readonly<Record<string, StateValue>>;
  return scenario.regions.map(({ name }) => pathOf(regions[name], name));
}

function recordsOf(scenario: Scenario, run: number): readonly StepRecord[] {
  const chart = createChart(scenario);
  const luck = { key: seedKey('exported'), draw: run, luck: run, future: 0 };
  return finishRun(chart, startRun(chart, pointOf(scenario), luck)).records;
}

/** A region moves at most once a step, and drops what comes later: events alone do not say that. */
function hasLateMove(scenario: Scenario, { happenings }: StepRecord): boolean {
  const regions = happenings.flatMap(({ path }) => {
    const parts = [
      ...scenario.transitions.filter((each) => each.path === path),
      ...scenario.shocks.filter(({ name }) => name === path),
      ...scenario.decisions.flatMap(({ options }) => options).filter((each) => each.path === path),
    ];
    return parts.flatMap(({ targets }) => targets.map((target) => scenario.stages[target]!.region));
  });
  return new Set(regions).size < regions.length;
}

describe.each(SCENARIOS)('%s as the JSON of XState', (_, scenario, runs) => {
  const machine = createMachine(JSON.parse(toXStateJson(scenario)));

  it(`goes through the same stages in ${runs} runs`, () => {
    let steps = 0;
    for (let run = 0; run < runs; run += 1) {
      const actor = createActor(machine).start();
      for (const record of recordsOf(scenario, run)) {
        if (hasLateMove(scenario, record)) break;
        for (const { path } of record.happenings) actor.send({ type: path });
        expect(leavesOf(scenario, actor.getSnapshot().value), `run ${run} step ${record.step}`).toEqual(
          record.stages,
        );
        steps += record.happenings.length > 0 ? 1 : 0;
      }
    }
    expect(steps).toBeGreaterThan(runs / 2);
  });

  it('is no other machine after a change of one target', () => {
    const config = JSON.parse(
      toXStateJson(scenario).replace('"target": "#scenario.', '"target": "#nowhere.'),
    );
    expect(() => createActor(createMachine(config)).start()).toThrow();
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** Reads the XML that we write; throws where it is not well formed. */
function parseXml(text: string): Element {
  const top: Element = { name: '', attributes: {}, children: [] };
  const open = [top];
  const rest = text
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .replace(
      /<(\/?)([a-z]+)((?: [a-z]+="[^"<&]*")*)\s*(\/?)>/g,
      (_, closing: string, name: string, attributes: string, empty: string) => {
        if (closing === '/') {
          if (open.pop()!.name !== name) throw new Error(`</${name}> ends another`);
          return '';
        }
        const pairs = [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]);
        const element: Element = { name, attributes: Object.fromEntries(pairs), children: [] };
        open[open.length - 1]!.children.push(element);
        if (empty === '') open.push(element);
        return '';
      },
    );
  if (rest.trim() !== '' || open.length !== 1)
    throw new Error(`not well formed: ${rest.trim().slice(0, 80)}`);
  return top.children[0]!;
}

const all = (element: Element): readonly Element[] => [element, ...element.children.flatMap(all)];

describe.each(SCENARIOS)('%s as SCXML', (_, scenario) => {
  const root = parseXml(toScxml(scenario));
  const elements = all(root);
  const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);

  it('has the elements where the recommendation allows them', () => {
    const allowed: Readonly<Record<string, readonly string[]>> = {
      scxml: ['state', 'final'],
      state: ['state', 'final', 'parallel', 'transition'],
      parallel: ['state'],
      final: [],
      transition: [],
    };
    for (const { name, children } of elements)
      for (const child of children) expect(allowed[name]).toContain(child.name);
  });

  it('has ids that are XML names, each once, and targets and starts that are there', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
    for (const { name, attributes, children } of elements) {
      if (attributes.target !== undefined) expect(ids).toContain(attributes.target);
      if (attributes.initial !== undefined && name !== 'scxml')
        expect(children.flatMap((child) => child.attributes.id ?? [])).toContain(attributes.initial);
    }
  });

  it('has every stage and every happening, and an end for each outcome that a stage has', () => {
    for (const { path } of scenario.stages) expect(ids).toContain(path);
    const events = new Set(elements.flatMap(({ attributes }) => attributes.event ?? []));
    for (const { path } of scenario.transitions) expect(events).toContain(path);
    for (const { outcome } of scenario.stages)
      if (outcome !== null) expect(ids).toContain(`outcome-${scenario.outcomes[outcome]!.name}`);
  });
});
