/** The crisis with names made to break a screen: escapes, other directions, wide and endless words. */
import type { SimulationResult } from '../../src/experiment/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { crisisScenario } from './crisis-scenario.ts';
import { crisisResult } from './simulation-result.ts';

const ESC = String.fromCharCode(0x1b);

export const HOSTILE_WORDS: readonly string[] = [
  `${ESC}[2J${ESC}[Hgone`,
  'x'.repeat(10_000),
  '日本語の長い名前がここに続きます日本語の長い名前',
  '\u202eدولة في أزمة طويلة جدا',
  `z\u0300\u0301\u0302\u0303\u0304\u0305algo`.repeat(30),
  'a\nb\tc\rd',
  '👩‍👩‍👧‍👦🇰🇿🔥'.repeat(20),
  '',
  `${ESC}]0;owned\u0007${'─'.repeat(300)}`,
];

const wordAt = (index: number) => HOSTILE_WORDS[index % HOSTILE_WORDS.length]!;

const renamed = <Entry extends { readonly label: string }>(entries: readonly Entry[], from: number) =>
  entries.map((entry, index) => ({ ...entry, label: wordAt(index + from) }));

export function hostileScenario(): Scenario {
  const scenario = crisisScenario();
  return {
    ...scenario,
    title: wordAt(1),
    outcomes: renamed(scenario.outcomes, 0),
    measures: renamed(scenario.measures, 2).map((measure) => ({ ...measure, unit: wordAt(2) })),
    timeline: scenario.timeline.map((entry, index) => ({ ...entry, what: wordAt(index) })),
  };
}

export function hostileResult(runs = 500): SimulationResult {
  const result = crisisResult(runs, 2000);
  return {
    ...result,
    title: wordAt(1),
    manifest: {
      ...result.manifest,
      seed: wordAt(0),
      command: wordAt(1),
      variant: wordAt(2),
      without: HOSTILE_WORDS,
    },
    outcomes: renamed(result.outcomes, 0),
    measures: renamed(result.measures, 1).map((measure) => ({ ...measure, unit: wordAt(2) })),
    regions: renamed(result.regions, 2).map((region) => ({ ...region, stages: renamed(region.stages, 1) })),
    happenings: renamed(result.happenings, 3),
    decisions: renamed(result.decisions, 4).map((decision) => ({
      ...decision,
      options: renamed(decision.options, 1),
    })),
    parameters: renamed(result.parameters, 1).map((parameter, index) => ({
      ...parameter,
      group: wordAt(index),
      treatment: wordAt(index + 3),
    })),
    faults: HOSTILE_WORDS.slice(0, 2).map((message, run) => ({ run, message, command: message })),
  };
}
