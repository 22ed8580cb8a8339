/** Snapshots as JSON and back. A restored run goes on bit for bit as the one it was taken from. */
import type { Chart, RunSnapshot } from './chart.ts';
import { fromJson, type Json, toJson } from './plain-json.ts';
import type { RunContext } from './run-context.ts';

/** Version of the format. */
const FORMAT = 1;

/** The whole run as a JSON value. */
export function persist({ machine, value, context }: RunSnapshot): Json {
  return { format: FORMAT, scenario: machine.version ?? '', value: toJson(value), context: toJson(context) };
}

/**
 * The run that `persist` wrote. Throws when the JSON is none of ours or belongs to another scenario (another hash): a
 * snapshot holds indexes into its scenario.
 */
export function restore(chart: Chart, json: Json): RunSnapshot {
  const saved = fromJson(json);
  if (!isSaved(saved)) throw new Error('this is not a saved run');
  if (saved.scenario !== chart.scenario.hash) throw new Error('the saved run belongs to another scenario');
  return chart.machine.resolveState({ value: saved.value, context: saved.context });
}

interface Saved {
  readonly format: typeof FORMAT;
  readonly scenario: string;
  readonly value: RunSnapshot['value'];
  readonly context: RunContext;
}

function isSaved(saved: unknown): saved is Saved {
  if (typeof saved !== 'object' || saved === null) return false;
  return 'format' in saved && saved.format === FORMAT && 'scenario' in saved && 'context' in saved;
}
