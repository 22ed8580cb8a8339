/** `{set}` inside texts: replaced by a member where an entry is made from a pattern, spread in `sum`, `min` and `max`. */
import { MAX_SET_BRACKETS, MAX_SET_SOURCE, MAX_SET_TEXT } from './limits.ts';
import { join, type MappedText, madeAt, slice } from './mapped-text.ts';
import { SET_PATTERN } from './shapes/names.ts';

/** Members by the name of their set. */
export type Sets = ReadonlyMap<string, readonly string[]>;
/** One member for each of some sets. */
export type Members = ReadonlyMap<string, string>;

/** The text with the sets that have a member here replaced. */
export function replaceSets(text: MappedText, members: Members): MappedText {
  const parts: MappedText[] = [];
  let done = 0;
  for (const { 0: found, 1: name, index } of text.text.matchAll(SET_PATTERN)) {
    const member = members.get(name!);
    if (member === undefined) continue;
    parts.push(slice(text, done, index), madeAt(member, text.from[index]!));
    done = index + found.length;
  }
  return done === 0 ? text : join([...parts, slice(text, done, text.text.length)]);
}

/** Every choice of one member for each set, the first set outermost. */
export function combinations(names: readonly string[], sets: Sets): readonly Members[] {
  let found: readonly Members[] = [new Map()];
  for (const name of names) {
    found = found.flatMap((members) =>
      sets.get(name)!.map((member) => new Map([...members, [name, member]])),
    );
  }
  return found;
}

/** How many choices there are, without making them. */
export const combinationCount = (names: readonly string[], sets: Sets): number =>
  names.reduce((count, name) => count * sets.get(name)!.length, 1);

/** What is wrong with the use of a set, at an index of the text; the text then takes the first member. */
export interface Misuse {
  readonly index: number;
  readonly kind: 'outside' | 'several-arguments' | 'too-long';
  readonly set: string;
}

export interface Spread {
  readonly text: MappedText;
  readonly misuses: readonly Misuse[];
}

/** A bracket that is open: of `sum`, `min` or `max`, or any other (`call` is then ''). */
interface Frame {
  readonly call: string;
  /** Where the call began. */
  readonly start: number;
  readonly opening: MappedText;
  readonly parts: MappedText[];
  /** Sets directly inside the call, with where each first stands. */
  readonly sets: Map<string, number>;
}

const TOKEN = /(?:\b(sum|min|max)\s*)?\(|\)|\{([a-z][a-z0-9_]*)\}/g;

/** Spreads each innermost `sum`, `min` or `max` around a known `{set}` over the set's members. */
export function spreadCalls(text: MappedText, sets: Sets): Spread {
  return isTooLarge(text.text) ? withFirstMembers(text, sets) : new CallSpreader(text, sets).spread();
}

/** No expression is so long or so deep; spreading it would only take time. */
function isTooLarge(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= MAX_SET_BRACKETS; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
  }
  return depth > MAX_SET_BRACKETS || text.length > MAX_SET_SOURCE;
}

function withFirstMembers(text: MappedText, sets: Sets): Spread {
  const members = new Map([...sets].map(([name, [first]]) => [name, first!]));
  const found = [...text.text.matchAll(SET_PATTERN)].find(({ 1: name }) => sets.has(name!));
  const misuses: Misuse[] =
    found === undefined ? [] : [{ index: found.index, kind: 'too-long', set: found[1]! }];
  return { text: replaceSets(text, members), misuses };
}

class CallSpreader {
  private readonly source: MappedText;
  private readonly sets: Sets;
  private readonly misuses: Misuse[] = [];
  private readonly frames: Frame[] = [];
  private made = 0;

  constructor(source: MappedText, sets: Sets) {
    this.source = source;
    this.sets = sets;
    this.open('', 0, 0);
  }

  spread(): Spread {
    const { text } = this.source;
    let done = 0;
    for (const { 0: found, 1: call = '', 2: set, index } of text.matchAll(TOKEN)) {
      const end = index + found.length;
      this.top().parts.push(slice(this.source, done, index));
      if (found === ')') this.close(index);
      else if (set === undefined) this.open(call, index, end);
      else this.take(set, index, end);
      done = end;
    }
    this.top().parts.push(slice(this.source, done, text.length));
    while (this.frames.length > 1) this.abandon();
    return { text: join(this.top().parts), misuses: this.misuses };
  }

  private top(): Frame {
    return this.frames.at(-1)!;
  }

  private open(call: string, start: number, end: number): void {
    this.frames.push({ call, start, opening: slice(this.source, start, end), parts: [], sets: new Map() });
  }

  private take(set: string, index: number, end: number): void {
    const around = this.frames.findLast((frame) => frame.call !== '');
    if (!this.sets.has(set)) this.top().parts.push(slice(this.source, index, end));
    else if (around === undefined) this.top().parts.push(this.misuse({ index, kind: 'outside', set }));
    else {
      if (!around.sets.has(set)) around.sets.set(set, index);
      this.top().parts.push(slice(this.source, index, end));
    }
  }

  private close(index: number): void {
    const bracket = slice(this.source, index, index + 1);
    if (this.frames.length === 1) {
      this.top().parts.push(bracket);
      return;
    }
    const frame = this.frames.pop()!;
    const inside = join(frame.parts);
    const spread =
      frame.sets.size === 0
        ? join([frame.opening, inside, bracket])
        : this.spreadCall(frame, inside, bracket);
    this.top().parts.push(spread);
  }

  private spreadCall(frame: Frame, inside: MappedText, bracket: MappedText): MappedText {
    const names = [...frame.sets.keys()];
    this.made += combinationCount(names, this.sets) * (inside.text.length + LONGEST_MEMBER);
    const wrong =
      this.made > MAX_SET_TEXT
        ? 'too-long'
        : frame.call === 'sum' && hasComma(inside.text)
          ? 'several-arguments'
          : null;
    if (wrong !== null) return join([frame.opening, this.withFirstMembers(frame, inside, wrong), bracket]);
    const copies = combinations(names, this.sets).map((members) => replaceSets(inside, members));
    const place = this.source.from[frame.start]!;
    if (frame.call === 'sum')
      return inBrackets(
        separated(
          copies.map((copy) => asTerm(copy, place)),
          ' + ',
          place,
        ),
        place,
      );
    return join([frame.opening, separated(copies, ', ', place), bracket]);
  }

  private withFirstMembers(frame: Frame, inside: MappedText, kind: Misuse['kind']): MappedText {
    for (const [set, index] of frame.sets) this.misuse({ index, kind, set });
    return replaceSets(inside, new Map([...frame.sets.keys()].map((set) => [set, this.sets.get(set)![0]!])));
  }

  /** A call that is never closed. */
  private abandon(): void {
    const frame = this.frames.pop()!;
    this.top().parts.push(frame.opening, this.withFirstMembers(frame, join(frame.parts), 'outside'));
  }

  private misuse({ index, kind, set }: Misuse): MappedText {
    const place = this.source.from[index]!;
    this.misuses.push({ index: place, kind, set });
    return madeAt(this.sets.get(set)![0]!, place);
  }
}

/** An allowance for the length of a member, so that many short copies count, too. */
const LONGEST_MEMBER = 40;

const inBrackets = (text: MappedText, place: number): MappedText =>
  join([madeAt('(', place), text, madeAt(')', place)]);

/** A name as it is, anything longer in brackets, so that it stays one term of the sum. */
const asTerm = (text: MappedText, place: number): MappedText =>
  /^[\w.]+$/.test(text.text) ? text : inBrackets(text, place);

function separated(texts: readonly MappedText[], separator: string, place: number): MappedText {
  return join(texts.flatMap((text, at) => (at === 0 ? [text] : [madeAt(separator, place), text])));
}

/** Whether a comma stands outside all brackets. */
function hasComma(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === ',' && depth === 0) return true;
  }
  return false;
}
