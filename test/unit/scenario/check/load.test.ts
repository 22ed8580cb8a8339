// Loading reports all faults of all files in one go and in order, and hands out only what is sound, frozen and hashed.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CheckedExpression } from '../../../../src/expression/index.ts';
import { loadScenario } from '../../../../src/scenario/index.ts';
import {
  described,
  errorsOf,
  loadSections,
  loadText,
  placeOf,
  readFrom,
  soundScenario,
} from './scenario-text.ts';

const codes = (sections: string) => errorsOf(loadSections(sections)).map(({ code }) => code);

describe('all faults in one go', () => {
  const text = `juncture: 1
title: Faulty in many ways
time: { start: 2022-01-02, step: 7 days, horizon: 30 days }
parameters:
  loyalty: { baseline: 2, range: [0, 1] }
  patience: { baseline: 0.5, range: [0, 1], distribution: { beta: { sd: 0.9 } } }
variables:
  crowd: { initial: 5, per_day: "0.1 * crwd + loyalti", note: 3 }
auxiliaries: { a: "b", b: "a" }
regions:
  street:
    initial: protst
    stages:
      protest:
        transitions:
          burns: { to: roit, hazard: "crowd > 3" }
          ends: { to: over, colour: red, after: 2 days }
      riot: { outcome: wn }
      over: {}
outcomes: { won: { at_horizon: crowd } }
expect: { e: { outcome: won, variant: x, at_least: 0.1 } }
`;

  it('is in the order of the text, whichever half found it', () => {
    const result = loadText(text);
    expect(result.scenario).toBeNull();
    expect(errorsOf(result).map((each) => `${placeOf(each)} ${each.code}`)).toEqual([
      '3:51 step-does-not-divide',
      '5:24 baseline-outside-range',
      '6:67 impossible-distribution',
      '8:40 unknown-name',
      '8:47 unknown-name',
      '9:19 auxiliary-cycle',
      '12:14 unknown-name',
      '16:24 unknown-target',
      '16:39 expression-type',
      '17:29 unknown-key',
      '18:24 unknown-name',
      '20:32 expression-type',
      '21:39 unknown-name',
    ]);
  });

  it('does not blame names whose section has a mistyped key', () => {
    expect(codes('paramaters: { p: { baseline: 1 } }\nvariables: { v: { initial: p } }')).toEqual([
      'unknown-key',
    ]);
  });

  it('does not blame names whose entry is faulty', () => {
    expect(codes('parameters: { p: { baselin: 1 } }\nvariables: { v: { initial: p } }')).toEqual([
      'unknown-key',
    ]);
  });
});

describe('files that extend files', () => {
  const base = `juncture: 1
title: Base
time: { start: 2022-01-02, step: 1 day, horizon: 10 days }
parameters:
  loyalty: { baseline: 0.5, range: [0, 1], distribution: { triangular: [0.2, 0.4, 0.9] } }
  patience: { baseline: 0.5, range: [0, 1], distribution: { triangular: [0.2, 0.9] } }
regions: { street: { initial: calm, stages: { calm: {} } } }
`;
  const load = (text: string) =>
    loadScenario('child.yaml', readFrom({ 'child.yaml': text, 'base.yaml': base }));

  it('refuses a new baseline under an inherited centre, at the new baseline', () => {
    const result = load('juncture: 1\nextends: ./base.yaml\nparameters: { loyalty: { baseline: 0.7 } }\n');
    expect(errorsOf(result).map(described)).toEqual([
      expect.stringMatching(/^inherited-centre at `0.7` — `loyalty`.*line 5 of base.yaml/),
    ]);
    expect(errorsOf(result)[0]?.source?.name).toBe('child.yaml');
  });

  it('moves an inherited distribution that follows its baseline', () => {
    const { scenario } = load(
      'juncture: 1\nextends: ./base.yaml\nparameters: { patience: { baseline: 0.7 } }\n',
    );
    expect(scenario?.parameters[1]?.distribution).toEqual({
      kind: 'triangular',
      low: 0.2,
      mode: 0.7,
      high: 0.9,
    });
  });

  it('takes a baseline with a distribution of its own', () => {
    const text =
      'juncture: 1\nextends: ./base.yaml\nparameters: { loyalty: { baseline: 0.7, distribution: { normal: { mean: 0.6, sd: 0.1 } } } }\n';
    expect(errorsOf(load(text)).map(described)).toEqual([]);
  });

  it('takes a distribution with a centre over an inherited baseline', () => {
    const text =
      'juncture: 1\nextends: ./base.yaml\nparameters: { loyalty: { distribution: { normal: { mean: 0.6, sd: 0.1 } } } }\n';
    expect(errorsOf(load(text)).map(described)).toEqual([]);
  });

  it('names the file that holds a fault', () => {
    const result = load('juncture: 1\nextends: ./base.yaml\nparameters: { patience: { range: [0.6, 1] } }\n');
    expect(errorsOf(result).map(({ code, source }) => [code, source?.name])).toEqual([
      ['baseline-outside-range', 'base.yaml'],
    ]);
  });
});

describe('the scenario', () => {
  it('is frozen all the way down', () => {
    const scenario = soundScenario('parameters: { p: { baseline: 1, distribution: { normal: { sd: 1 } } } }');
    expect(Object.isFrozen(scenario)).toBe(true);
    expect(Object.isFrozen(scenario.parameters[0]?.distribution)).toBe(true);
    expect(Object.isFrozen(scenario.transitions[0]?.trigger)).toBe(true);
  });

  it('has the same hash whatever the layout and the comments, and another when something is said differently', () => {
    const hash = (sections: string) => soundScenario(sections).hash;
    const plain = hash('parameters: { p: { baseline: 1, range: [0, 2] } }');
    expect(plain).toMatch(/^[0-9a-f]{64}$/);
    expect(hash('parameters: # of note\n  p:\n    baseline: 1.0\n    range: [0, 2]')).toBe(plain);
    expect(hash('parameters: { p: { baseline: 1.5, range: [0, 2] } }')).not.toBe(plain);
    expect(hash('parameters: { p: { range: [0, 2], baseline: 1 } }')).not.toBe(plain);
  });

  it('gives a reference its place in the file', () => {
    const { variables, stages, transitions } = soundScenario(`variables:
  crowd:
    initial: 1
    per_day: >-
      0.1 *
      crowd
regions:
  r:
    initial: a
    stages: { a: { next: { crowd: 2 }, transitions: { t: { to: b, hazard: "crowd" } } }, b: {} }`);
    expect(variables[0]?.rule?.expression).toMatchObject({
      place: 'variables.crowd.per_day',
      file: 'test.yaml',
      line: 8,
      column: 7,
    });
    expect(stages[0]?.rules[0]?.rule.expression).toMatchObject({
      place: 'regions.r.stages.a.next.crowd',
      line: 13,
    });
    expect(transitions[0]?.trigger).toMatchObject({
      hazard: { text: 'crowd', place: 'regions.r.stages.a.transitions.t.hazard', line: 13, column: 76 },
    });
  });

  it('numbers transitions as they stand in the text', () => {
    const { transitions, regions, stages, happenings } = soundScenario(`regions:
  r:
    initial: a
    stages:
      a:
        initial: x
        stages:
          x: { transitions: { one: { hazard: 1 } } }
        transitions: { two: { hazard: 1 } }
      b: { transitions: { three: { hazard: 1 } } }
    transitions: { four: { to: b, hazard: 1 } }
decisions: { d: { ask: { day: 1 }, options: { o: {}, q: {} } } }
shocks: { s: { day: 2 } }`);
    expect(transitions.map(({ name }) => name)).toEqual(['one', 'two', 'three', 'four']);
    expect(regions[0]?.transitions).toEqual([3]);
    expect(stages.map(({ path, depth, parent }) => [path, depth, parent])).toEqual([
      ['r.a', 0, null],
      ['r.a.x', 1, 0],
      ['r.b', 0, null],
    ]);
    expect(happenings.map(({ path }) => path)).toEqual([
      'r.one',
      'r.two',
      'r.three',
      'r.four',
      'd.o',
      'd.q',
      's',
    ]);
  });
});

describe('the example of the language', () => {
  const path = 'test/fixtures/fuel-prices.yaml';
  const load = () => loadScenario(path, (file) => readFileSync(file));

  it('has no error', () => {
    const { scenario, diagnostics } = load();
    expect(scenario).not.toBeNull();
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('reads as in the golden summary', async () => {
    const { scenario } = load();
    await expect(`${JSON.stringify(scenario, summarised, 1)}\n`).toMatchFileSnapshot(
      '../../../golden/scenario/fuel-prices.json',
    );
  });
});

/** Trees by their text; what JSON cannot hold as words. */
function summarised(_: string, value: unknown): unknown {
  if (value === Infinity || value === -Infinity) return String(value);
  if (isExpression(value)) return `${value.text} : ${value.type} @ ${value.line}:${value.column}`;
  return value;
}

const isExpression = (value: unknown): value is CheckedExpression =>
  typeof value === 'object' && value !== null && 'tree' in value && 'text' in value;
