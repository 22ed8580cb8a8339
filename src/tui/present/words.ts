/** Sentences of the seminar, for the screen and for lines. */
import { historyUntil, type NoWay, predictionAt, type Way } from '../../experiment/index.ts';
import {
  actorOf,
  changeWords,
  clean,
  dateText,
  handsWords,
  rounded,
  widestOutcome,
} from '../../report/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { DecisionRecord } from '../../statechart/index.ts';
import { decisionInHand, type PresentState } from './state.ts';

/** The outcome the options are compared by. */
export function outcomeInFocus(state: PresentState): number {
  const decision = decisionInHand(state);
  return state.about ?? (decision === null ? 0 : widestOutcome(decision, state.options ?? []));
}

/** The open options' futures, by the option's number. */
export function waysByNumber(
  decision: DecisionRecord,
  options: readonly (Way | NoWay)[] | null,
): ReadonlyMap<number, Way> {
  const open = decision.options.flatMap(({ odds }, index) => (odds === null ? [] : [index + 1]));
  const pairs = open.flatMap((number, at): [number, Way][] => {
    const way = options?.[at];
    return way === undefined || 'impossible' in way ? [] : [[number, way]];
  });
  return new Map(pairs);
}

/** `2 against 1: 27 more of 100 futures (23 to 31).`, one an option after the first. */
export function pairedSentences(state: PresentState): readonly string[] {
  const decision = decisionInHand(state);
  if (decision === null || state.options === null) return [];
  const about = outcomeInFocus(state);
  const ways = [...waysByNumber(decision, state.options)];
  const first = ways[0]?.[0];
  return ways.flatMap(([number, { changes }]) =>
    changes === null ? [] : [`${number} against ${first}: ${changeWords(changes[about]!)}`],
  );
}

/** `The president knows: disorder 0.62 (0 to 1), presence 0.3 (0 to 1).` */
export function knownToActor(state: PresentState): string | null {
  const decision = decisionInHand(state);
  if (decision === null) return null;
  const { sees } = state.scenario.decisions.find(({ name }) => name === decision.path)!;
  const values = sees.map((name) => valueWords(state, name));
  return values.length === 0
    ? null
    : `${actorOf(state.scenario, decision.path)} knows: ${values.join(', ')}.`;
}

/** The values that a scenario shows first and the actor does not see. */
export function knownToModel(state: PresentState): string | null {
  const { scenario } = state;
  const decision = decisionInHand(state);
  const sees = scenario.decisions.find(({ name }) => name === decision?.path)?.sees ?? [];
  const { show } = scenario;
  const names = [
    ...show.variables.map((index) => scenario.variables[index]!.name),
    ...show.parameters.map((index) => scenario.parameters[index]!.name),
  ].filter((name) => !sees.includes(name));
  return names.length === 0
    ? null
    : `The model knows: ${names.map((name) => valueWords(state, name)).join(', ')}.`;
}

function valueWords({ scenario, moment }: PresentState, name: string): string {
  const { records, snapshot } = moment;
  const last = records.at(-1)!;
  const variable = scenario.variables.find((one) => one.name === name);
  if (variable !== undefined) return named(variable.label, last.variables[variable.index]!, variable);
  const parameter = scenario.parameters.find((one) => one.name === name);
  if (parameter !== undefined) {
    const value = snapshot.context.parameters[parameter.index]!;
    const choice = parameter.choices?.[value];
    return choice === undefined
      ? named(parameter.label, value, parameter)
      : `${lowered(parameter.label)}: ${clean(choice)}`;
  }
  const auxiliary = scenario.auxiliaries.find((one) => one.name === name);
  return auxiliary === undefined ? clean(name) : named(auxiliary.label, last.auxiliaries[auxiliary.index]!);
}

function named(
  label: string,
  value: number,
  range?: { readonly low: number; readonly high: number },
): string {
  const is01 = range !== undefined && range.low === 0 && range.high === 1;
  return is01
    ? `${lowered(label)} ${Math.round(100 * value)} of 100`
    : `${lowered(label)} ${rounded(value, Math.abs(value) < 10 ? 0.1 : 1)}`;
}

/** In a list a label begins small, unless it is a name. */
function lowered(label: string): string {
  const words = clean(label);
  return /^[A-Z][a-z]* ?/.test(words) ? words[0]!.toLowerCase() + words.slice(1) : words;
}

/** What the room has said here; null while it has said nothing. */
export function roomWords(state: PresentState): string | null {
  const decision = decisionInHand(state);
  const said = predictionAt(state.session, state.session.at, decision?.path ?? null);
  if (said === null) return null;
  const nameOf = (index: number): string =>
    decision === null ? clean(state.scenario.outcomes[index]!.label) : String(index + 1);
  return `The room said: ${handsWords(said.hands, nameOf)}`;
}

/** What a prepared seminar asks the room here. */
export const scriptQuestion = ({ stop }: PresentState): string | null =>
  stop === null || stop.ask === null ? null : clean(stop.ask);

/** What is meant for the leader alone. */
export function leaderNotes({ stop, showsNotes }: PresentState): string | null {
  if (!showsNotes || stop === null) return null;
  const minutes = stop.minutes === null ? '' : `${stop.minutes} min. `;
  return `Notes: ${minutes}${clean(stop.note ?? '')}`;
}

/** What really happened by now, the latest first. */
export function historyLines({ scenario, moment }: PresentState): readonly string[] {
  return historyUntil(scenario, moment.records.at(-1)!.day)
    .map(({ from, what, contested }) => {
      const when = dateText(scenario.time.start, from!);
      return `${when}: ${clean(what)}${contested ? ' (Contested.)' : ''}`;
    })
    .reverse();
}

export interface ChartStage {
  readonly label: string;
  /** 0 for a stage directly below its region. */
  readonly depth: number;
  readonly isActive: boolean;
  readonly isLeaf: boolean;
  /** Entering it ends the run. */
  readonly ends: boolean;
}

export interface ChartRegion {
  readonly label: string;
  readonly stages: readonly ChartStage[];
}

/** The whole chart in the order of the file; active are the leaf of each region and all that it lies in. */
export function chartRegions({ scenario, moment }: PresentState): readonly ChartRegion[] {
  const leaves = moment.records.at(-1)!.stages;
  return scenario.regions.map(({ label, stages }, region) => ({
    label: clean(label),
    stages: stages.map((index) => {
      const { path, label: words, depth, children, outcome } = scenario.stages[index]!;
      const leaf = leaves[region]!;
      return {
        label: clean(words),
        depth,
        isActive: leaf === path || leaf.startsWith(`${path}.`),
        isLeaf: children.length === 0,
        ends: outcome !== null,
      };
    }),
  }));
}

/** `The police: Obeying (active), Passive.`, a line a region. */
export const chartLines = (state: PresentState): readonly string[] =>
  chartRegions(state).map(
    ({ label, stages }) =>
      `${label}: ${stages.map(({ label: words, isActive }) => `${words}${isActive ? ' (active)' : ''}`).join(', ')}.`,
  );

/** Region by region: where the chart stands. */
export const stageLines = ({
  scenario,
  moment,
}: PresentState): readonly { readonly region: string; readonly stage: string }[] =>
  scenario.regions.map(({ label }, region) => ({
    region: clean(label),
    stage: stageLabel(scenario, moment.records.at(-1)!.stages[region]!),
  }));

const stageLabel = ({ stages }: Scenario, path: string): string =>
  clean(stages.find((stage) => stage.path === path)!.label);
