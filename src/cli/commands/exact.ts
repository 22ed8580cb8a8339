/** `juncture simulate --exact`: the chances themselves, beside what Monte Carlo says of them. */
import { type ExactResult, exact, type NotExact, type SimulationResult } from '../../experiment/index.ts';
import { lineOfPlace, type Point, type Scenario } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { findScenario, readBytes } from '../files.ts';
import { simulationJson } from '../json.ts';
import { openProgressLine } from '../progress-line.ts';
import type { Terminal } from '../terminal.ts';

/** @throws CommandError (usage) where the scenario cannot be worked out exactly, with every reason and its place. */
export async function workedOut(
  { scenario, point, named }: { readonly scenario: Scenario; readonly point: Point; readonly named: string },
  terminal: Terminal,
): Promise<ExactResult> {
  const line = openProgressLine(terminal);
  const pause = (step: number): Promise<void> => {
    line.show({ done: step, total: scenario.time.steps, remainingMs: null }, 'steps');
    return new Promise((resolve) => setImmediate(resolve));
  };
  const found = await exact({ scenario, point, signal: terminal.interrupt, pause }).finally(() =>
    line.clear(),
  );
  if (found === null) throw new CommandError(EXIT.interrupted, 'Interrupted before anything was known.');
  if (found.kind === 'exact') return found;
  throw new CommandError(EXIT.usage, refusalText(found, findScenario(named, terminal.workingDirectory)));
}

const MOST_REASONS = 6;

function refusalText({ reasons }: NotExact, path: string): string {
  const lines = reasons.slice(0, MOST_REASONS).map(({ why, place, file, line }) => {
    const known = line === null ? lineOfPlace(path, readBytes, place) : { file, line };
    return `  ${known === null ? file : `${known.file}:${known.line}`}: ${why}.`;
  });
  const more = reasons.length - lines.length;
  return [
    'This scenario cannot be worked out exactly:',
    ...lines,
    ...(more > 0 ? [`  … and ${more} more`] : []),
    'Without --exact it is estimated from runs.',
  ].join('\n');
}

const sumOf = (firsts: Float64Array): number => firsts.reduce((sum, part) => sum + part, 0);

/** `monte_carlo` is what `simulate --json` prints without --exact. */
export function exactJson(scenario: Scenario, found: ExactResult, beside: SimulationResult) {
  const { outcomes, measures, stages, happenings } = scenario;
  return {
    manifest: { ...beside.manifest, command: `${beside.manifest.command} --exact` },
    exact: {
      mass: found.mass,
      ways: found.ways,
      most_states: found.states,
      worlds: found.worlds,
      outcomes: outcomes.map(({ name, label }, i) => ({
        id: name,
        label,
        chance: found.outcomes[i],
        in_interval: holds(beside.outcomes[i]!.share, found.outcomes[i]!),
      })),
      measures: measures.map(({ name, label, unit }, i) => ({
        id: name,
        label,
        unit,
        mean: found.measures[i],
      })),
      days: beside.days,
      stages: stages.map(({ path, label, index }) => ({
        path,
        label,
        shares: [...found.stages[index]!],
        first_entered: [...found.entries[index]!],
      })),
      happenings: happenings.map(({ path, label }, i) => ({
        path,
        label,
        chance: sumOf(found.happenings[i]!),
        first_happened: [...found.happenings[i]!],
      })),
    },
    monte_carlo: simulationJson(beside),
  };
}

const holds = ({ low, high }: { readonly low: number; readonly high: number }, value: number): boolean =>
  low <= value && value <= high;
