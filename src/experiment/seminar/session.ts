/**
 * A seminar as plain data: which run a room plays, the ways it has taken through it, where it stands and what it
 * predicted. A way is another one up to a step, and there a turn; everything after follows from the scenario, the seed
 * and the run, so that no state has to be kept.
 */

import { NO_SETTINGS, type Settings } from '../../scenario/index.ts';

export interface Choice {
  readonly decision: string;
  readonly option: string;
}

/** What sets a way apart from its parent, in the step that begins with the state `step`. */
export type Turn =
  | { readonly kind: 'start' }
  /** Options that actors would not have taken by this luck. */
  | { readonly kind: 'take'; readonly choices: readonly Choice[] }
  /** Everything still open is dealt again; `future` tells one luck from another. */
  | { readonly kind: 'luck'; readonly future: number };

export interface SeminarWay {
  /** Its index; null for the run itself. */
  readonly parent: number | null;
  readonly step: number;
  readonly turn: Turn;
  /** The furthest state that was seen of it. */
  readonly seen: number;
}

/** A state of a way. */
export interface SeminarPlace {
  readonly way: number;
  readonly step: number;
}

/** What the room said at a place, before it knew. */
export interface Prediction extends SeminarPlace {
  /** The decision it was asked about; null: how it ends. */
  readonly decision: string | null;
  /** Hands by option or by outcome, in the scenario's order. */
  readonly hands: readonly number[];
}

export interface SeminarSession {
  readonly format: 1;
  readonly scenario: { readonly id: string; readonly title: string; readonly hash: string };
  readonly seed: string;
  readonly run: number;
  /** What is held from the start, on every way. */
  readonly settings: Settings;
  readonly ways: readonly SeminarWay[];
  readonly at: SeminarPlace;
  /** Where the room stood before a decision, in the order in which it came there. */
  readonly stops: readonly SeminarPlace[];
  readonly predictions: readonly Prediction[];
}

export type SeminarOf = Pick<SeminarSession, 'scenario' | 'seed' | 'run'> &
  Partial<Pick<SeminarSession, 'settings'>>;

export const newSession = ({ scenario, seed, run, settings = NO_SETTINGS }: SeminarOf): SeminarSession => ({
  format: 1,
  scenario: { id: scenario.id, title: scenario.title, hash: scenario.hash },
  seed,
  run,
  settings,
  ways: [{ parent: null, step: 0, turn: { kind: 'start' }, seen: 0 }],
  at: { way: 0, step: 0 },
  stops: [],
  predictions: [],
});

/** The room goes to a place. A place before a way's turn is its parent's. */
export function goTo(session: SeminarSession, place: SeminarPlace): SeminarSession {
  const at = ownerOf(session.ways, place);
  const ways = session.ways.map((way, index) =>
    index === at.way && at.step > way.seen ? { ...way, seen: at.step } : way,
  );
  return { ...session, ways, at };
}

/** The way on which a state was first reached: the state a way turns from is still its parent's. */
export function ownerOf(ways: readonly SeminarWay[], { way, step }: SeminarPlace): SeminarPlace {
  const { parent, step: turned } = ways[way]!;
  return parent !== null && step <= turned ? ownerOf(ways, { way: parent, step }) : { way, step };
}

/** The room turns off where it stands and goes a step. A way that was taken before is taken again. */
export function turnOff(session: SeminarSession, turn: Turn): SeminarSession {
  const { way: parent, step } = session.at;
  const known = session.ways.findIndex(
    (way) => way.parent === parent && way.step === step && sameTurn(way.turn, turn),
  );
  const way = known < 0 ? session.ways.length : known;
  const ways = known < 0 ? [...session.ways, { parent, step, turn, seen: step + 1 }] : session.ways;
  return goTo({ ...session, ways }, { way, step: step + 1 });
}

const sameTurn = (one: Turn, other: Turn): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Remembers that the room stands before a decision. */
export function stopped(session: SeminarSession): SeminarSession {
  const { at, stops } = session;
  return stops.some((one) => samePlace(one, at)) ? session : { ...session, stops: [...stops, at] };
}

/** The room's hands at its place; they replace what it said there about the same. */
export function predict(
  session: SeminarSession,
  decision: string | null,
  hands: readonly number[],
): SeminarSession {
  const { at } = session;
  const others = session.predictions.filter((one) => !(samePlace(one, at) && one.decision === decision));
  return { ...session, predictions: [...others, { ...at, decision, hands }] };
}

export const predictionAt = (
  { predictions }: SeminarSession,
  place: SeminarPlace,
  decision: string | null,
): Prediction | null => predictions.find((one) => samePlace(one, place) && one.decision === decision) ?? null;

const samePlace = (one: SeminarPlace, other: SeminarPlace): boolean =>
  one.way === other.way && one.step === other.step;

/** A luck no way has yet; beyond the numbers of all futures that an outlook is made of. */
export const nextLuck = ({ ways }: SeminarSession): Turn => ({
  kind: 'luck',
  future: FIRST_LUCK + ways.filter(({ turn }) => turn.kind === 'luck').length,
});

const FIRST_LUCK = 0x20000000;

/** `A`, `B`, …, `Z`, `A2`, … */
export function wayName(way: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (way % 26));
  return way < 26 ? letter : `${letter}${Math.floor(way / 26) + 1}`;
}

/** Ways in the order of the tree: each after its parent, the earlier turn first. With how deep each lies. */
export function treeOrder({
  ways,
}: Pick<SeminarSession, 'ways'>): readonly { readonly way: number; readonly depth: number }[] {
  const below = (parent: number | null, depth: number): { way: number; depth: number }[] =>
    ways
      .map((one, way) => ({ one, way }))
      .filter(({ one }) => one.parent === parent)
      .sort((a, b) => a.one.step - b.one.step || a.way - b.way)
      .flatMap(({ way }) => [{ way, depth }, ...below(way, depth + 1)]);
  return below(null, 0);
}
