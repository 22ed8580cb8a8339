/** A session from a file: ours, whole, and of this scenario; or what is wrong with it, and the mend. */
import { NO_SETTINGS, type Scenario, type Settings } from '../../scenario/index.ts';
import type { Choice, Prediction, SeminarPlace, SeminarSession, SeminarWay, Turn } from './session.ts';

export type ReadSession = { readonly session: SeminarSession } | { readonly refused: string };

/** @param file how it is called in messages. */
export function readSession(text: string, scenario: Scenario, file: string): ReadSession {
  const json = parsed(text);
  if (!isSession(json)) {
    return {
      refused: `${file} is not a seminar, or part of it is missing.\n  Name another file with --session, or begin anew with --new.`,
    };
  }
  const { id, title, hash } = json.scenario;
  if (id !== scenario.id) {
    return {
      refused: `${file} is a seminar on ${title} (${id}), not on ${scenario.title}.\n  Open it with: juncture present ${id} --session ${file}`,
    };
  }
  if (hash !== scenario.hash) {
    return {
      refused: `${file} was played on another version of ${scenario.title} (${hash.slice(0, 8)}; this one is ${scenario.hash.slice(0, 8)}), so its ways lead elsewhere now.\n  Bring that version of the scenario back, or begin anew with --new; the file is kept beside it.`,
    };
  }
  const unknown = json.ways.flatMap(({ turn }) => (turn.kind === 'take' ? turn.choices : []));
  const wrong = unknown.find((choice) => !isChoiceOf(scenario, choice));
  if (wrong !== undefined) {
    return {
      refused: `${file} takes ${wrong.decision}.${wrong.option}, which the scenario does not have.\n  ${optionsOf(scenario, wrong)}`,
    };
  }
  // A seminar of before anything could be held has none.
  return { session: { ...json, settings: { ...NO_SETTINGS, ...json.settings } } };
}

const isChoiceOf = ({ decisions }: Scenario, { decision, option }: Choice): boolean =>
  decisions.some(({ name, options }) => name === decision && options.some((one) => one.name === option));

function optionsOf({ decisions }: Scenario, { decision }: Choice): string {
  const known = decisions.find(({ name }) => name === decision);
  return known === undefined
    ? `Its decisions are: ${decisions.map(({ name }) => name).join(', ')}.`
    : `The options of ${decision} are: ${known.options.map(({ name }) => name).join(', ')}.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Parts<Whole> = Readonly<Partial<Record<keyof Whole, unknown>>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isAll = <One>(value: unknown, is: (one: unknown) => one is One): value is readonly One[] =>
  Array.isArray(value) && value.every(is);

function isSession(value: unknown): value is SeminarSession {
  if (!isObject(value)) return false;
  const { format, scenario, seed, run, ways, at, stops, predictions }: Parts<SeminarSession> = value;
  if (value.settings !== undefined && !isSettings(value.settings)) return false;
  if (format !== 1 || typeof seed !== 'string' || !isCount(run) || !isObject(scenario)) return false;
  if (![scenario.id, scenario.title, scenario.hash].every((one) => typeof one === 'string')) return false;
  if (!isAll(ways, isWay) || ways.length === 0 || !ways.every(isPlaced)) return false;
  const isOfWay = (place: SeminarPlace): boolean => place.way < ways.length;
  return (
    isPlace(at) &&
    isAll(stops, isPlace) &&
    isAll(predictions, isPrediction) &&
    [at, ...stops, ...predictions].every(isOfWay)
  );
}

function isSettings(value: unknown): value is Partial<Settings> {
  if (!isObject(value)) return false;
  const { variant = null, set = {}, decide = {}, without = [] }: Parts<Settings> = value;
  const isValue = (one: unknown): boolean => typeof one === 'number' || typeof one === 'string';
  return (
    (variant === null || typeof variant === 'string') &&
    isObject(set) &&
    Object.values(set).every(isValue) &&
    isObject(decide) &&
    Object.values(decide).every((one) => typeof one === 'string') &&
    isAll(without, (one): one is string => typeof one === 'string')
  );
}

/** The first way is the run; every other turns off one before it. */
const isPlaced = ({ parent, turn }: SeminarWay, index: number): boolean =>
  index === 0 ? parent === null && turn.kind === 'start' : parent !== null && parent < index;

function isWay(value: unknown): value is SeminarWay {
  if (!isObject(value)) return false;
  const { parent, step, turn, seen }: Parts<SeminarWay> = value;
  return (parent === null || isCount(parent)) && isCount(step) && isCount(seen) && isTurn(turn);
}

function isTurn(value: unknown): value is Turn {
  if (!isObject(value)) return false;
  if (value.kind === 'start') return true;
  return value.kind === 'luck'
    ? isCount(value.future)
    : value.kind === 'take' && isAll(value.choices, isChoice);
}

const isChoice = (value: unknown): value is Choice =>
  isObject(value) && typeof value.decision === 'string' && typeof value.option === 'string';

const isPlace = (value: unknown): value is SeminarPlace =>
  isObject(value) && isCount(value.way) && isCount(value.step);

const isPrediction = (value: unknown): value is Prediction =>
  isPlace(value) &&
  'decision' in value &&
  (value.decision === null || typeof value.decision === 'string') &&
  'hands' in value &&
  isAll(value.hands, isCount);
