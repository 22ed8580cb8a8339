/** The words of a command that ask what an experiment's file asks. */
import type { DocumentNode, Entry, MapNode, Question } from '../../scenario/index.ts';
import { entriesOf, entryOf, isMap, isScalar, valuesOf, valueText } from './values.ts';

/** What one key of the file is as words. */
export interface Piece {
  readonly entry: Entry;
  /** The option of these words; null for words without one. */
  readonly option: string | null;
  readonly words: readonly string[];
}

type Words = (value: DocumentNode) => readonly string[];

const option =
  (name: string): Words =>
  (value) => [name, valueText(value)];

const flag =
  (name: string): Words =>
  (value) =>
    isScalar(value) && value.value === true ? [name] : [];

const each =
  (name: string): Words =>
  (value) =>
    valuesOf(value).flatMap((one) => [name, valueText(one)]);

const pairs =
  (name: string): Words =>
  (value) =>
    entriesOf(value).flatMap(({ key, value: of }) => [name, `${key}=${valueText(of)}`]);

/** By key: the option that says the same, and its words. */
const KEYS: Readonly<Record<string, readonly [option: string | null, words: Words]>> = {
  variant: ['--variant', option('--variant')],
  set: ['--set', pairs('--set')],
  decide: ['--decide', pairs('--decide')],
  without: ['--without', each('--without')],
  at_baseline: ['--at-baseline', flag('--at-baseline')],
  runs: ['--runs', option('--runs')],
  precision: [
    '--precision',
    (value) => (isMap(value) ? pairs('--precision')(value) : option('--precision')(value)),
  ],
  // A seed is text: `007` is not 7.
  seed: ['--seed', (value) => ['--seed', isScalar(value) ? value.text : '']],
  sides: [null, (value) => (value.kind === 'list' ? value.items.map(sideText) : [])],
  all_pairs: ['--all-pairs', flag('--all-pairs')],
  over: ['--over', (value) => entriesOf(value).flatMap((axis) => ['--over', axisText(axis)])],
  outcome: ['--outcome', option('--outcome')],
  outcomes: ['--outcome', each('--outcome')],
  measure: ['--measure', option('--measure')],
  measures: ['--measure', each('--measure')],
  happening: ['--happening', option('--happening')],
  reaches: ['--reaches', option('--reaches')],
  beats: ['--beats', option('--beats')],
  method: ['--method', option('--method')],
  design: ['--design', option('--design')],
  factors: ['--factors', (value) => ['--factors', valuesOf(value).map(valueText).join(',')]],
  size: ['--size', option('--size')],
  second_order: ['--second-order', flag('--second-order')],
  step: ['--step', option('--step')],
  half: ['--half', option('--half')],
  part: ['--part', option('--part')],
  power: ['--power', option('--power')],
  difference: ['--difference', option('--difference')],
  of: ['--of', each('--of')],
};

/** `loyalty`, `loyalty=0.2:0.9:8`, `response=shoot,concede`. */
export function axisText({ key, value }: Entry): string {
  if (isScalar(value)) return key;
  if (value.kind === 'list') return `${key}=${valuesOf(value).map(valueText).join(',')}`;
  const parts = ['from', 'to', 'values'].flatMap((name) => entryOf(value, name) ?? []);
  return `${key}=${parts.map((part) => valueText(part.value)).join(':')}`;
}

/** `loyal_police`, `loyalty=0.3,decide:response=shoot,without:oil_falls`. */
export function sideText(side: DocumentNode): string {
  if (!isMap(side)) return valueText(side);
  const pieces = side.entries.flatMap(({ key, value }): readonly string[] => {
    if (key === 'variant') return [valueText(value)];
    if (key === 'without') return valuesOf(value).map((path) => `without:${valueText(path)}`);
    const mark = key === 'decide' ? 'decide:' : '';
    return entriesOf(value).map((one) => `${mark}${one.key}=${valueText(one.value)}`);
  });
  return pieces.length === 0 ? 'baseline' : pieces.join(',');
}

/** The pieces of a question and of what holds throughout; each key of the file is one. */
export function piecesOf(root: MapNode, question: Question): readonly Piece[] {
  const asked = entryOf(root, question);
  return [...entriesOf(asked?.value ?? root), ...root.entries].flatMap((entry) => {
    const known = KEYS[entry.key];
    if (known === undefined) return [];
    const [name, words] = known;
    return [{ entry, option: name, words: words(entry.value) }];
  });
}
