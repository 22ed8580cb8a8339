/** What a typed line asks for. */
import { wayName } from '../../../experiment/index.ts';
import type { PresentRequest } from '../request.ts';
import type { PresentState } from '../state.ts';

export type ReadLine =
  | { readonly request: PresentRequest }
  | { readonly refused: string }
  | { readonly quit: true };

/** Forms and what they do, for `help`. */
export const PRESENT_FORMS: readonly (readonly [form: string, help: string])[] = [
  ['next, or an empty line', 'to the next day, or to a new decision before it'],
  ['happening', 'to the next happening'],
  ['decision', 'to the next decision'],
  ['day 4.5', 'to that day of this way'],
  ['1, 2, …', 'at a decision: take the option of that number'],
  ['actor', 'at a decision: the actor decides'],
  ['luck', 'other luck from here on'],
  ['back', 'to the decision or the midnight before'],
  ['predict 1:9 2:14', 'the hands of the room, by option or by ending'],
  ['stop', 'in a prepared seminar: to its next stop'],
  ['notes', "in a prepared seminar: the leader's notes, or hide them"],
  ['history', 'what really happened by this date'],
  ['model', 'what the model knows and the actor does not'],
  ['ending', 'compare the options by another ending'],
  ['chart', 'every stage of the chart, and which are active'],
  ['tree', 'the ways taken'],
  ['go B', 'to the end of way B'],
  ['handout', 'write the handout, in Markdown and as a page'],
  ['quit', 'leave; the seminar is kept'],
];

const PLAIN: Readonly<Record<string, PresentRequest>> = {
  '': { type: 'on', to: 'day' },
  next: { type: 'on', to: 'day' },
  happening: { type: 'on', to: 'happening' },
  n: { type: 'on', to: 'happening' },
  decision: { type: 'on', to: 'decision' },
  d: { type: 'on', to: 'decision' },
  actor: { type: 'actor' },
  a: { type: 'actor' },
  luck: { type: 'luck' },
  r: { type: 'luck' },
  back: { type: 'back' },
  b: { type: 'back' },
  stop: { type: 'script' },
  s: { type: 'script' },
  notes: { type: 'notes' },
  l: { type: 'notes' },
  history: { type: 'history' },
  h: { type: 'history' },
  model: { type: 'model' },
  k: { type: 'model' },
  ending: { type: 'about' },
  chart: { type: 'page', page: 'chart' },
  c: { type: 'page', page: 'chart' },
  tree: { type: 'page', page: 'tree' },
  t: { type: 'page', page: 'tree' },
  handout: { type: 'export' },
  e: { type: 'export' },
  help: { type: 'page', page: 'help' },
  '?': { type: 'page', page: 'help' },
};

export function readPresentLine(state: PresentState, line: string): ReadLine {
  const words = line.trim();
  if (words === 'quit' || words === 'q') return { quit: true };
  const plain = Object.hasOwn(PLAIN, words) ? PLAIN[words] : undefined;
  if (plain !== undefined) return { request: plain };
  if (/^\d+$/.test(words)) return { request: { type: 'take', number: Number(words) } };
  const [, verb = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(words) ?? [];
  switch (verb) {
    case 'take':
      if (/^\d+$/.test(rest)) return { request: { type: 'take', number: Number(rest) } };
      return { refused: 'take wants the number of an option, such as take 2.' };
    case 'predict':
    case 'p':
      return { request: { type: 'predict', text: rest } };
    case 'go':
      return wayNamed(state, rest);
    case 'day':
      return dayNamed(state, rest);
    default:
      return { refused: `\`${words}\` is not understood. help says what can be asked.` };
  }
}

function wayNamed({ session: { ways } }: PresentState, name: string): ReadLine {
  const way = ways.findIndex((_, index) => wayName(index) === name.toUpperCase());
  if (way >= 0) return { request: { type: 'go', to: { way, step: ways[way]!.seen } } };
  return {
    refused: `There is no way ${name}; there ${ways.length === 1 ? 'is' : 'are'} ${ways.map((_, index) => wayName(index)).join(', ')}.`,
  };
}

function dayNamed({ scenario: { time }, session, moment }: PresentState, text: string): ReadLine {
  const day = Number(text);
  if (text === '' || !Number.isFinite(day) || day < 0 || day > time.horizonDays) {
    return {
      refused: `day wants days since the start, from 0 to ${time.horizonDays}, such as day 4.5; not \`${text}\`.`,
    };
  }
  const step = Math.round(day / time.stepDays);
  if (moment.next === null && step > moment.place.step) {
    const last = Math.round(moment.place.step * time.stepDays * 100) / 100;
    return { refused: `This way ends on day ${last}. Ask for an earlier day, or take another way.` };
  }
  return { request: { type: 'go', to: { way: session.at.way, step } } };
}
