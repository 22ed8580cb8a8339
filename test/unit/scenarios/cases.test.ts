// Proves that the contrast cases differ from the theory in values and words alone, and that the founding case adds to
// it without changing what a stage, a transition or an option means.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Described, loadScenario, type Scenario } from '../../../src/scenario/index.ts';
import { scenarioFromFile } from '../../helpers/build-scenario.ts';

const theory = scenarioFromFile('scenarios/models/contentious-crisis.yaml');
const CONTRASTS = ['bahrain-2011', 'kyrgyzstan-2020', 'iran-2019'];

/** Words and provenance, which a case may change. */
const WORDS = new Set(['label', 'unit', 'note', 'group', 'sources', 'actor', 'question', 'path']);

/** Everything that a run reads but the parameters' values. */
function structureOf(scenario: Scenario): unknown {
  const { parameters, variables, auxiliaries, regions, stages, transitions, decisions, shocks } = scenario;
  const { outcomes, measures, correlations, time } = scenario;
  const names = parameters.map(({ name, low, high, choices }) => ({ name, low, high, choices }));
  const parts = {
    variables,
    auxiliaries,
    regions,
    stages,
    transitions,
    decisions,
    shocks,
    outcomes,
    measures,
  };
  const { stepDays, steps } = time;
  return JSON.parse(
    JSON.stringify({ names, ...parts, correlations, stepDays, steps }, (key, value) =>
      WORDS.has(key) || key === 'span' || key === 'file' || key === 'place' ? undefined : value,
    ),
  );
}

describe.each(CONTRASTS)('%s', (name) => {
  const scenario = scenarioFromFile(`scenarios/${name}.yaml`);

  it('is the theory with other values', () => {
    expect(structureOf(scenario)).toEqual(structureOf(theory));
    const values = (of: Scenario) => of.parameters.map(({ baseline }) => baseline);
    expect(values(scenario)).not.toEqual(values(theory));
  });

  it('says of every changed value that it is a judgement, or where it comes from', () => {
    for (const parameter of scenario.parameters) {
      const general = theory.parameters.find((one) => one.name === parameter.name)!;
      if (parameter.baseline === general.baseline) continue;
      const said = parameter.note !== null && parameter.note !== general.note;
      expect(said, `${name}: ${parameter.name} has no note of its own`).toBe(true);
    }
  });
});

const OURS = [
  'models/contentious-crisis',
  'kazakhstan-2022',
  ...CONTRASTS,
  'tutorial/1-waiting',
  'tutorial/2-competing',
  'tutorial/3-decision',
  'tutorial/4-parallel',
];

describe.each(OURS)('%s', (name) => {
  const file = `scenarios/${name}.yaml`;
  const { scenario, diagnostics } = loadScenario(file, (path) =>
    existsSync(path) ? readFileSync(path) : null,
  );

  it('is sound, without a warning', () => {
    expect(diagnostics).toEqual([]);
  });

  it('says why, wherever it assumes something', () => {
    const { parameters, variables, auxiliaries, transitions, decisions, shocks } = scenario!;
    const entries: readonly Described[] = [
      parameters,
      variables,
      auxiliaries,
      transitions,
      decisions,
      shocks,
    ].flat();
    for (const { label, sources, note } of entries) {
      expect(sources.length, `${label} has no source`).toBeGreaterThan(0);
      const assumed = sources.some(({ id }) => id === 'assumption');
      expect(!assumed || note !== null, `${label} is assumed and does not say why`).toBe(true);
    }
  });
});

describe('the founding case', () => {
  const scenario = scenarioFromFile('scenarios/kazakhstan-2022.yaml');

  it('has the stages, transitions, decisions and outcomes of the theory, and no others', () => {
    const paths = (of: Scenario) => [
      ...of.stages.map(({ path }) => path),
      ...of.transitions.map(({ path }) => path),
      ...of.decisions.flatMap(({ options }) => options.map(({ path }) => path)),
      ...of.outcomes.map((outcome) => outcome.name),
    ];
    expect(paths(scenario)).toEqual(paths(theory));
  });

  it('keeps the main chart readable: at most fourteen stages that hold no others', () => {
    const main = scenario.stages.filter(({ region, children }) => region === 0 && children.length === 0);
    expect(main.length).toBeLessThanOrEqual(14);
  });
});
