/** `juncture threshold`: the value of a parameter at which an outcome tips. */
import {
  commandLine,
  MOST_LOOKS,
  settingWords,
  type ThresholdResult,
  type ThresholdRule,
  threshold,
} from '../../experiment/index.ts';
import {
  ESTIMATE_COLUMNS,
  estimateFields,
  type Field,
  settingsTable,
  type Table,
  thresholdFigures,
  thresholdText,
} from '../../report/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { knownFactor, rangeIn } from '../axis-words.ts';
import { shareJson, valueJson } from '../estimate-json.ts';
import { CommandError, EXIT } from '../exit.ts';
import { type ExperimentOptions, runExperiment } from '../experiment.ts';
import { faultsJson } from '../limits-json.ts';
import { THRESHOLD_WORDS } from '../method-words.ts';
import { outcomeNamed } from '../outcome-words.ts';
import { pointOf } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';

export type ThresholdOptions = ExperimentOptions & {
  readonly over?: string;
  readonly outcome?: string;
  readonly reaches?: number;
  readonly beats?: string;
};

interface Range {
  readonly parameter: number;
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

function rangeOf(scenario: Scenario, text: string): Range {
  const [name = '', ...rest] = text.split('=');
  const factor = knownFactor(scenario, name.trim());
  if (factor.kind !== 'range') {
    throw new CommandError(
      EXIT.usage,
      `\`${factor.name}\` has no values in between; a threshold needs a parameter that is a number.\n  For the rest: juncture sweep --over ${factor.name}, or juncture compare.`,
    );
  }
  const parameter = scenario.parameters.findIndex((each) => each.name === factor.name);
  const [low, high] = rest.length === 0 ? [factor.low, factor.high] : rangeIn(text, rest.join('='), 2);
  return { parameter, name: factor.name, low, high };
}

function ruleOf(scenario: Scenario, { reaches, beats }: ThresholdOptions): ThresholdRule {
  if (reaches !== undefined && beats !== undefined) {
    throw new CommandError(EXIT.usage, 'Give --reaches or --beats, not both.');
  }
  if (beats !== undefined) return { kind: 'beats', outcome: outcomeNamed(scenario, beats) };
  return { kind: 'reaches', share: reaches ?? 0.5 };
}

export async function thresholdCommand(
  named: string,
  options: ThresholdOptions,
  terminal: Terminal,
): Promise<void> {
  const { runs, seed, over, outcome: wanted, reaches, beats } = options;
  if (over === undefined || wanted === undefined) {
    throw new CommandError(
      EXIT.usage,
      'Say what to move and which outcome to watch, such as:\n  juncture threshold FILE --over loyalty=0.1:0.9 --outcome government_falls --reaches 0.5',
    );
  }
  await runExperiment(named, options, terminal, (scenario, settings) => {
    const range = rangeOf(scenario, over);
    const outcome = outcomeNamed(scenario, wanted);
    const rule = ruleOf(scenario, options);
    const placeAt = (value: number) => {
      const at = { ...settings, set: { ...settings.set, [range.name]: value } };
      return { name: `${range.name}=${value}`, settings: at, point: pointOf(scenario, at) };
    };
    // Both ends are in the parameter's range, or it is said now.
    const points = [placeAt(range.low).point, placeAt(range.high).point];
    return {
      scenario,
      settings,
      points,
      samples: null,
      runs,
      names: ['the value it looks at'],
      what: `9 to ${MOST_LOOKS} values`,
      total: MOST_LOOKS * runs,
      command: commandLine([
        'juncture',
        'threshold',
        named,
        '--over',
        over,
        '--outcome',
        wanted,
        ...(beats === undefined ? ['--reaches', `${reaches ?? 0.5}`] : ['--beats', beats]),
        '--runs',
        `${runs}`,
        '--seed',
        seed,
        ...settingWords(settings),
      ]),
      async ask(request, pool) {
        const result = await threshold({ ...request, ...range, outcome, rule, runs, placeAt }, pool);
        const { columns, colour } = terminal;
        return {
          manifest: result.manifest,
          json: thresholdJson(result),
          text: () => thresholdText(result, { columns, colour }),
          figures: () => thresholdFigures(scenario, result),
          tables: {
            points: {
              table: settingsTable(result.looks.map(({ value }) => placeAt(value))),
              row: 'a value that was looked at',
            },
            estimates: { table: estimates(result), row: 'a share at a value, or its margin' },
          },
          interrupted: result.interrupted,
          done: result.interrupted ? 0 : runs,
          points: result.looks.length,
          words: THRESHOLD_WORDS,
        };
      },
    };
  });
}

function thresholdJson(result: ThresholdResult) {
  const { manifest, runs, parameter, outcomes, outcome, rule, crossing, looks, faults, interrupted } = result;
  return {
    manifest,
    runs,
    interrupted,
    parameter,
    outcome: outcomes[outcome]!.id,
    ...(rule.kind === 'reaches' ? { reaches: rule.share } : { beats: outcomes[rule.outcome]!.id }),
    threshold: crossing,
    looks: looks.map(({ value, shares, margin }) => ({
      value,
      outcomes: shares.map((share, i) => shareJson(outcomes[i]!.id, outcomes[i]!.label, share)),
      margin: valueJson(margin),
    })),
    ...faultsJson(faults),
  };
}

function estimates({ looks, outcomes, outcome, parameter }: ThresholdResult): Table {
  const watched = outcomes[outcome]!.id;
  return {
    columns: ['point', parameter.id, 'kind', 'id', ...ESTIMATE_COLUMNS],
    rows: looks.flatMap(({ value, shares, margin }, point) => [
      ...shares.map((share, i): readonly Field[] => [
        point,
        value,
        'share',
        outcomes[i]!.id,
        ...estimateFields(share),
      ]),
      [point, value, 'margin', watched, ...estimateFields(margin)],
    ]),
  };
}
