/** What a page is asked, as the part of its address behind `#`: an address that is sent shows the same question. */
import type { Question } from './messages.ts';

const SET = 'set.';
const DECIDE = 'decide.';

/** Only what differs from `usual` is written; empty where nothing does. */
export function writeAddress({ settings, seed, runs }: Question, usual: Question): string {
  const words = new URLSearchParams();
  if (settings.variant !== usual.settings.variant) words.set('variant', settings.variant ?? '');
  if (settings.atBaseline !== usual.settings.atBaseline)
    words.set('at-baseline', settings.atBaseline ? 'yes' : 'no');
  writeEntries(words, SET, settings.set, usual.settings.set);
  writeEntries(words, DECIDE, settings.decide, usual.settings.decide);
  if (settings.without.join() !== usual.settings.without.join())
    words.set('without', settings.without.join(','));
  if (seed !== usual.seed) words.set('seed', seed);
  if (runs !== usual.runs) words.set('runs', String(runs));
  return words.toString();
}

/** An entry that the usual question has and this one has not is written without a value. */
function writeEntries(
  words: URLSearchParams,
  prefix: string,
  entries: Readonly<Record<string, number | string>>,
  usual: Readonly<Record<string, number | string>>,
): void {
  for (const [name, value] of Object.entries(entries)) {
    if (usual[name] !== value) words.set(`${prefix}${name}`, String(value));
  }
  for (const name of Object.keys(usual)) {
    if (!Object.hasOwn(entries, name)) words.set(`${prefix}${name}`, '');
  }
}

const MOST_RUNS = 1_000_000;

/** The question that an address asks; what is not in it is as usual. Values are checked where they are resolved. */
export function readAddress(hash: string, usual: Question): Question {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const runs = Number(words.get('runs') ?? usual.runs);
  return {
    settings: {
      variant: words.has('variant') ? words.get('variant') || null : usual.settings.variant,
      set: readEntries(words, SET, usual.settings.set, numberOrName),
      decide: readEntries(words, DECIDE, usual.settings.decide, String),
      without: words.has('without')
        ? words
            .get('without')!
            .split(',')
            .filter((path) => path !== '')
        : usual.settings.without,
      atBaseline: words.has('at-baseline') ? words.get('at-baseline') === 'yes' : usual.settings.atBaseline,
    },
    seed: words.get('seed') ?? usual.seed,
    runs: Number.isInteger(runs) && runs > 0 && runs <= MOST_RUNS ? runs : usual.runs,
  };
}

function readEntries<Value extends number | string>(
  words: URLSearchParams,
  prefix: string,
  usual: Readonly<Record<string, Value>>,
  read: (text: string) => Value,
): Readonly<Record<string, Value>> {
  const entries = new Map<string, Value>(Object.entries(usual));
  for (const [key, value] of words) {
    if (!key.startsWith(prefix)) continue;
    const name = key.slice(prefix.length);
    if (value === '') entries.delete(name);
    else entries.set(name, read(value));
  }
  return Object.fromEntries(entries);
}

/** As the command line reads it. */
export const numberOrName = (text: string): number | string => {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : text;
};

/** Whether two questions give the same runs under the same settings. */
export const sameQuestion = (one: Question, other: Question): boolean => writeAddress(one, other) === '';
