/** What an experiment's file names, against the scenario it is asked of: each fault at its place. */
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../../diagnostics/index.ts';
import {
  type DocumentNode,
  type Entry,
  type MapNode,
  NO_SETTINGS,
  type Origin,
  type Question,
  resolvePoint,
  type Scenario,
  type Settings,
} from '../../scenario/index.ts';
import { axisOf, knownFactor } from '../axis-words.ts';
import { CommandError } from '../exit.ts';
import { factorsNamed } from '../factor-words.ts';
import { measureNamed, outcomeNamed } from '../outcome-words.ts';
import { sideSettings } from '../side-words.ts';
import { axisText, sideText } from './file-words.ts';
import { entriesOf, entryOf, isMap, valuesOf, valueText } from './values.ts';

/** Every name that nothing has, and every value that does not fit. */
export function checkNames(root: MapNode, question: Question, scenario: Scenario): readonly Diagnostic[] {
  const asked = entryOf(root, question)?.value ?? root;
  return [
    ...settingsFaults(root, scenario),
    ...entriesOf(asked).flatMap((entry) => entryFaults(entry, scenario)),
  ];
}

/** A fault that a command would tell, told at a place. */
export function faultAt({ source, span }: Origin, code: DiagnosticCode, words: string): Diagnostic {
  const [first = '', ...rest] = words.split('\n').map((line) => line.trim());
  const cut = first.search(/\. |\.$/);
  const message = cut < 0 ? first : first.slice(0, cut);
  const mend = [cut < 0 ? '' : first.slice(cut + 1).trim(), ...rest].filter((part) => part !== '').join(' ');
  return diagnostic(code, { message, mend, source, span });
}

/** What a command says against it, if anything. */
function tried(place: Origin, act: () => unknown): readonly Diagnostic[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return [faultAt(place, 'unknown-name', error.message)];
  }
}

function settingsFaults(root: MapNode, scenario: Scenario): readonly Diagnostic[] {
  const at = (settings: Partial<Settings>, place: Origin): readonly Diagnostic[] =>
    resolved(scenario, settings, place);
  const values = (key: string): readonly Entry[] => entriesOf(entryOf(root, key)?.value ?? nothing(root));
  const [variant, without] = [entryOf(root, 'variant'), entryOf(root, 'without')];
  const isKnown = (names: readonly { readonly name: string }[], { key }: Entry): boolean =>
    names.some(({ name }) => name === key);
  return [
    ...(variant === null ? [] : at({ variant: valueText(variant.value) }, variant.value.origin)),
    ...values('set').flatMap((entry) =>
      at(
        { set: { [entry.key]: settingOf(entry.value) } },
        isKnown(scenario.parameters, entry) ? entry.value.origin : entry.keyOrigin,
      ),
    ),
    ...values('decide').flatMap((entry) =>
      at(
        { decide: { [entry.key]: valueText(entry.value) } },
        isKnown(scenario.decisions, entry) ? entry.value.origin : entry.keyOrigin,
      ),
    ),
    ...(without === null
      ? []
      : valuesOf(without.value).flatMap((path) => at({ without: [valueText(path)] }, path.origin))),
    ...precisionFaults(root, scenario),
  ];
}

const nothing = ({ origin }: MapNode): MapNode => ({ kind: 'map', entries: [], origin });

const settingOf = (node: DocumentNode): number | string =>
  node.kind === 'scalar' && typeof node.value === 'number' ? node.value : valueText(node);

function precisionFaults(root: MapNode, scenario: Scenario): readonly Diagnostic[] {
  const entry = entryOf(root, 'precision');
  return entriesOf(entry?.value ?? nothing(root)).flatMap(({ key, keyOrigin }) =>
    tried(keyOrigin, () => outcomeNamed(scenario, key)),
  );
}

function entryFaults({ key, value }: Entry, scenario: Scenario): readonly Diagnostic[] {
  const each = (check: (name: string) => unknown): readonly Diagnostic[] =>
    valuesOf(value).flatMap((one) => tried(one.origin, () => check(valueText(one))));
  switch (key) {
    case 'over':
      return entriesOf(value).flatMap((axis) => axisFaults(axis, scenario));
    case 'sides':
      return value.kind === 'list' ? value.items.flatMap((side) => sideFaults(side, scenario)) : [];
    case 'outcome':
    case 'outcomes':
    case 'beats':
      return each((name) => outcomeNamed(scenario, name));
    case 'measure':
    case 'measures':
      return each((name) => measureNamed(scenario, name));
    case 'factors':
      return each((name) => factorsNamed(scenario, [name]));
    default:
      return [];
  }
}

function axisFaults(axis: Entry, scenario: Scenario): readonly Diagnostic[] {
  const { key, keyOrigin, value } = axis;
  const unknown = tried(keyOrigin, () => knownFactor(scenario, key));
  if (unknown.length > 0) return unknown;
  const [from, to] = isMap(value) ? [entryOf(value, 'from'), entryOf(value, 'to')] : [null, null];
  if (from !== null && to !== null && !(Number(valueText(from.value)) < Number(valueText(to.value)))) {
    return [
      faultAt(to.value.origin, 'bad-range', '`to` does not lie above `from`.\nWrite the lower end first.'),
    ];
  }
  const unread = tried(value.origin, () => axisOf(scenario, axisText(axis), 2));
  if (unread.length > 0 || !scenario.parameters.some(({ name }) => name === key)) return unread;
  return axisOf(scenario, axisText(axis), 2).values.flatMap((one) =>
    resolved(scenario, { set: { [key]: one } }, value.origin),
  );
}

function sideFaults(side: DocumentNode, scenario: Scenario): readonly Diagnostic[] {
  if (isMap(side)) return settingsFaults(side, scenario);
  const read = (): Settings => sideSettings(scenario, sideText(side), NO_SETTINGS);
  const unread = tried(side.origin, read);
  return unread.length > 0 ? unread : resolved(scenario, read(), side.origin);
}

/** What does not fit the scenario, told at a place. */
const resolved = (
  scenario: Scenario,
  settings: Partial<Settings>,
  { source, span }: Origin,
): readonly Diagnostic[] =>
  resolvePoint(scenario, { ...NO_SETTINGS, ...settings }).diagnostics.map(({ code, message, mend }) =>
    diagnostic(code, { message, mend, source, span }),
  );
