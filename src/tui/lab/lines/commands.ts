/** Lines that a person types to the lab, and what they ask for: the same actions that keys ask for. */
import type { Settings } from '../../../scenario/index.ts';
import { heldAt, released } from '../change-settings.ts';
import { type Item, itemsOf } from '../items.ts';
import type { LabState } from '../state.ts';

/** What a line asks for. */
export type LineRequest =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'ask'; readonly question: 'curve' | 'map' | 'tornado' | 'drill' }
  | { readonly kind: 'show'; readonly what: 'ends' | 'list' | 'days' | 'measures' | 'happened' | 'help' }
  | { readonly kind: 'info' | 'compare' | 'story' | 'mark' | 'undo' | 'redo' | 'export' | 'quit' }
  | { readonly kind: 'save'; readonly name: string }
  /** Of an entry of the story (from 1), of a day of a typical run, or of what was told last. */
  | { readonly kind: 'futures'; readonly entry: number | null; readonly day: number | null }
  | { readonly kind: 'moment'; readonly by: 1 | -1 }
  /** What is wrong with the line, in a sentence. */
  | { readonly kind: 'refused'; readonly why: string };

/** A request with what must be selected before it. */
export interface ReadLine {
  readonly request: LineRequest;
  /** Items to select, in this order: the first of a map, then the second. */
  readonly items: readonly Item[];
  /** An outcome to be about; undefined: as before. */
  readonly focus?: number;
}

/** Forms of lines with what they do; the help is made of it. */
export const LINE_FORMS: readonly (readonly [string, string])[] = [
  ['set loyalty 0.3', 'hold an assumption at a value; a decision at an option; a shock on or off'],
  ['free loyalty', 'let it be as the scenario has it'],
  ['list', 'every assumption, decision and shock with its name; list word: those with the word'],
  ['ends', 'how it ends, now and before'],
  ['days, measures, happened', 'what else the runs say'],
  ['sweep loyalty', 'the endings along its range'],
  ['map loyalty trust', 'one ending over two assumptions'],
  ['matters', 'which assumptions move the ending most'],
  ['drill outcome', 'how the runs that end so differ; then story tells one, story again the next'],
  [
    'futures 3',
    'how the run goes on from entry 3 of its story: as it stands, under each option, had it not happened; futures day 4: from that day of a typical run',
  ],
  ['next, before', 'the futures of the next moment of that run, or of the one before'],
  ['about outcome', 'the ending that sweeps and maps are about'],
  ['info loyalty', 'what it rests on'],
  ['variant name', "take one of the scenario's variants; variant none leaves it"],
  ['mark', 'compare with this from now on'],
  ['compare', 'put this beside what the lab was opened with'],
  ['undo, redo', 'take back, do again'],
  ['save name', 'save what is set as a variant in a file'],
  ['export', 'write the last answer as a figure and its data'],
  ['quit', 'leave; the command that repeats this is printed'],
];

const refused = (why: string): ReadLine => ({ request: { kind: 'refused', why }, items: [] });
const plain = (request: LineRequest, items: readonly Item[] = []): ReadLine => ({ request, items });

/** Reads a line. Names may be given as labels or beginnings of either, where only one fits. */
export function readLine(state: LabState, line: string): ReadLine {
  const [verb = '', ...words] = line.trim().split(/\s+/);
  const rest = words.join(' ');
  switch (verb.toLowerCase()) {
    case '':
    case 'ends':
      return plain({ kind: 'show', what: 'ends' });
    case 'set':
      return setLine(state, words);
    case 'free':
      return withItem(state, rest, (item) =>
        plain({ kind: 'settings', settings: released(state.settings, item) }),
      );
    case 'list':
      return plain(
        { kind: 'show', what: 'list' },
        rest === '' ? itemsOf(state.scenario) : matching(state, rest),
      );
    case 'days':
    case 'measures':
    case 'happened':
    case 'help':
      return plain({ kind: 'show', what: verb.toLowerCase() as 'days' });
    case 'sweep':
      return withItem(state, rest, (item) => plain({ kind: 'ask', question: 'curve' }, [item]));
    case 'map':
      return withItem(state, words[0] ?? '', (first) =>
        withItem(state, words.slice(1).join(' '), (second) =>
          plain({ kind: 'ask', question: 'map' }, [first, second]),
        ),
      );
    case 'matters':
      return plain({ kind: 'ask', question: 'tornado' });
    case 'drill':
    case 'about':
      return outcomeLine(state, verb.toLowerCase(), rest);
    case 'info':
      return withItem(state, rest, (item) => plain({ kind: 'info' }, [item]));
    case 'variant':
      return variantLine(state, rest);
    case 'save':
      return plain({ kind: 'save', name: rest.replaceAll(' ', '_') });
    case 'futures':
      return futuresLine(state, words);
    case 'next':
    case 'before':
      return plain({ kind: 'moment', by: verb.toLowerCase() === 'next' ? 1 : -1 });
    case 'story':
    case 'mark':
    case 'compare':
    case 'undo':
    case 'redo':
    case 'export':
    case 'quit':
      return plain({ kind: verb.toLowerCase() as 'quit' });
    case 'q':
    case 'exit':
      return plain({ kind: 'quit' });
    default:
      return refused(`'${verb}' is nothing the lab knows. help says what it knows.`);
  }
}

const told = (text: string): string => text.toLowerCase().replaceAll('_', ' ').trim();

/** The one with that name; else those whose name or label begins so; else those that have it inside. */
function fitting<Named extends { readonly name: string; readonly label: string }>(
  all: readonly Named[],
  wanted: string,
): readonly Named[] {
  const words = told(wanted);
  if (words === '') return [];
  const exact = all.filter(({ name, label }) => told(name) === words || told(label) === words);
  if (exact.length > 0) return exact.slice(0, 1);
  const begin = all.filter(
    ({ name, label }) => told(name).startsWith(words) || told(label).startsWith(words),
  );
  if (begin.length > 0) return begin;
  return all.filter(({ name, label }) => told(name).includes(words) || told(label).includes(words));
}

const matching = (state: LabState, wanted: string): readonly Item[] =>
  fitting(itemsOf(state.scenario), wanted);

/** The one thing that fits, or why there is none. */
function one<Named extends { readonly name: string; readonly label: string }>(
  all: readonly Named[],
  wanted: string,
  use: (found: Named) => ReadLine,
): ReadLine {
  const found = fitting(all, wanted);
  const [first, ...others] = found;
  if (first === undefined) {
    const names = all.slice(0, 12).map(({ name }) => name);
    return refused(
      wanted.trim() === ''
        ? `A name is missing, such as ${names[0] ?? 'one of the list'}.`
        : `Nothing is called '${wanted}'. There are: ${names.join(', ')}${all.length > names.length ? ', …' : ''}.`,
    );
  }
  if (others.length === 0) return use(first);
  return refused(`'${wanted}' may be ${found.map(({ name }) => name).join(' or ')}: say which.`);
}

const withItem = (state: LabState, wanted: string, use: (item: Item) => ReadLine): ReadLine =>
  one(itemsOf(state.scenario), wanted, use);

function setLine(state: LabState, words: readonly string[]): ReadLine {
  const value = words[words.length - 1] ?? '';
  const name = words.slice(0, -1).join(' ');
  return withItem(state, name, (item) => {
    const { settings } = state;
    switch (item.kind) {
      case 'parameter': {
        const { parameter } = item;
        const choice = parameter.choices?.indexOf(value) ?? -1;
        const number = parameter.choices === null ? Number(value) : choice;
        if (parameter.choices !== null && choice < 0)
          return refused(`${item.name} is one of: ${parameter.choices.join(', ')}.`);
        if (!Number.isFinite(number)) return refused(`'${value}' is no number.`);
        return plain({ kind: 'settings', settings: heldAt(settings, parameter, number) }, [item]);
      }
      case 'decision': {
        const options = item.decision.options.map((option) => option.name);
        if (!options.includes(value))
          return refused(`${item.name} is decided as one of: ${options.join(', ')}.`);
        const decide = { ...settings.decide, [item.name]: value };
        return plain({ kind: 'settings', settings: { ...settings, decide } }, [item]);
      }
      case 'shock': {
        if (value !== 'on' && value !== 'off') return refused(`${item.name} is on or off.`);
        const kept = settings.without.filter((path) => path !== item.name);
        const without = value === 'off' ? [...kept, item.name] : kept;
        return plain({ kind: 'settings', settings: { ...settings, without } }, [item]);
      }
      default:
        return item satisfies never;
    }
  });
}

function outcomeLine({ scenario }: LabState, verb: string, wanted: string): ReadLine {
  const request: LineRequest =
    verb === 'drill' ? { kind: 'ask', question: 'drill' } : { kind: 'show', what: 'ends' };
  if (wanted === '' && verb === 'drill') return plain(request);
  return one(scenario.outcomes, wanted, ({ index }) => ({ request, items: [], focus: index }));
}

function variantLine({ scenario, settings }: LabState, wanted: string): ReadLine {
  if (told(wanted) === 'none') return plain({ kind: 'settings', settings: { ...settings, variant: null } });
  return one(scenario.variants, wanted, ({ name }) =>
    plain({ kind: 'settings', settings: { ...settings, variant: name } }),
  );
}

/** `futures`, `futures 3`, `futures day 4.5`. */
function futuresLine({ overlay, scenario }: LabState, words: readonly string[]): ReadLine {
  const [first, second] = words;
  if (first === undefined) return plain({ kind: 'futures', entry: null, day: null });
  if (first === 'day') {
    const day = Number(second);
    const { horizonDays } = scenario.time;
    if (second === undefined || !(day >= 0 && day < horizonDays))
      return refused(`futures day wants days since the start, from 0 to under ${horizonDays}.`);
    return plain({ kind: 'futures', entry: null, day });
  }
  const told = entriesTold(overlay);
  if (told === 0) return refused('drill and story come first: they tell a run whose entries can be named.');
  const entry = Number(first);
  if (!Number.isInteger(entry) || entry < 1 || entry > told)
    return refused(`The story has entries 1 to ${told}, not '${first}'.`);
  return plain({ kind: 'futures', entry, day: null });
}

/** Entries of the story that is open, or that the open futures belong to. */
function entriesTold(overlay: LabState['overlay']): number {
  if (overlay?.kind !== 'question') return 0;
  if (overlay.answer?.kind === 'story') return overlay.answer.told.sentences.length;
  return overlay.question.kind === 'futures' ? entriesTold(overlay.from) : 0;
}
