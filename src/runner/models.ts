/** What a pool knows of the scenarios it has run: each compiled once, and how fast it runs. */
import type { Scenario } from '../scenario/index.ts';
import type { EngineChoice, EngineMaker, Model } from './engine.ts';

/** Runs per millisecond before any was measured: a middling scenario on one core. */
const FIRST_GUESS = { kernel: 50, machine: 0.5 } as const;

export interface Models {
  /** Compiles at the first call for a scenario (told apart by identity), a choice of engine, and what it keeps. */
  get(scenario: Scenario, choice: EngineChoice, records?: boolean): Promise<Model>;
  runsPerMs(model: Model): number;
  learn(model: Model, runs: number, busyMs: number): void;
}

export function createModels(maker: Pick<EngineMaker, 'prepare'>): Models {
  const known = new WeakMap<Scenario, Map<string, Promise<Model>>>();
  const speeds = new WeakMap<Model, number>();
  let lastId = 0;

  const make = async (scenario: Scenario, choice: EngineChoice, records: boolean): Promise<Model> => {
    const parts = await maker.prepare(scenario, choice, records);
    lastId += 1;
    return { ...parts, id: lastId };
  };

  return {
    get(scenario, choice, records = false) {
      const ofScenario = known.get(scenario) ?? new Map<string, Promise<Model>>();
      const kind = `${choice} ${records}`;
      known.set(scenario, ofScenario);
      const model = ofScenario.get(kind) ?? make(scenario, choice, records);
      ofScenario.set(kind, model);
      return model;
    },
    runsPerMs: (model) => speeds.get(model) ?? FIRST_GUESS[model.kernel === null ? 'machine' : 'kernel'],
    learn(model, runs, busyMs) {
      const measured = runs / Math.max(busyMs, 0.01);
      const before = speeds.get(model);
      speeds.set(model, before === undefined ? measured : (before + measured) / 2);
    },
  };
}
