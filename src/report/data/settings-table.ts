/** The points of an experiment as a table: what each holds fixed. */
import type { Settings } from '../../scenario/index.ts';
import type { Field, Table } from './csv.ts';

/** One row a point; a column for whatever any of them sets, decides or leaves out. */
export function settingsTable(
  points: readonly { readonly name: string; readonly settings: Settings }[],
): Table {
  const all = (pick: (settings: Settings) => readonly string[]): readonly string[] => [
    ...new Set(points.flatMap(({ settings }) => pick(settings))),
  ];
  const set = all((settings) => Object.keys(settings.set));
  const decided = all((settings) => Object.keys(settings.decide));
  const left = all((settings) => settings.without);
  return {
    columns: [
      'point',
      'name',
      'variant',
      ...set,
      ...decided.map((name) => `decide_${name}`),
      ...left.map((path) => `without_${path}`),
    ],
    rows: points.map(({ name, settings }, point): readonly Field[] => [
      point,
      name,
      settings.variant ?? 'baseline',
      ...set.map((one) => settings.set[one] ?? null),
      ...decided.map((one) => settings.decide[one] ?? null),
      ...left.map((path) => settings.without.includes(path)),
    ]),
  };
}
