/** Settings after a move of one item. Settings that do not change stay the very same object. */
import type { Parameter, Point, Settings } from '../../scenario/index.ts';
import type { Item } from './items.ts';
import { stepped } from './steps.ts';

const without = <Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

/** As the scenario and its variant have it. */
export function released(settings: Settings, { kind, name }: Item): Settings {
  switch (kind) {
    case 'parameter':
      return Object.hasOwn(settings.set, name) ? { ...settings, set: without(settings.set, name) } : settings;
    case 'decision':
      return Object.hasOwn(settings.decide, name)
        ? { ...settings, decide: without(settings.decide, name) }
        : settings;
    case 'shock':
      return settings.without.includes(name)
        ? { ...settings, without: settings.without.filter((path) => path !== name) }
        : settings;
    default:
      return kind satisfies never;
  }
}

/** A parameter held at a value; choices are set by name. */
export function heldAt(settings: Settings, { name, choices }: Parameter, value: number): Settings {
  const said = choices === null ? value : (choices[value] ?? value);
  return settings.set[name] === said ? settings : { ...settings, set: { ...settings.set, [name]: said } };
}

/** The value an item is moved from: where it is held, else its baseline. */
export const valueNow = (parameter: Parameter, point: Point): number =>
  point.parameters[parameter.index] ?? parameter.baseline;

export interface Move {
  readonly by: 1 | -1;
  readonly fine: boolean;
}

/** One key's move to the right (1) or left (−1). */
export function moved(settings: Settings, point: Point, item: Item, { by, fine }: Move): Settings {
  switch (item.kind) {
    case 'parameter': {
      const { parameter } = item;
      const from = valueNow(parameter, point);
      const last = (parameter.choices?.length ?? 1) - 1;
      const isHeld = point.parameters[parameter.index] !== null;
      // A choice that varies is first held where its baseline is, so that no choice is skipped.
      const to =
        parameter.choices === null
          ? stepped(parameter, from, by, fine)
          : isHeld
            ? Math.min(last, Math.max(0, from + by))
            : from;
      return heldAt(settings, parameter, to);
    }
    case 'decision': {
      const { name, options } = item.decision;
      const names = options.map((option) => option.name);
      const place = names.indexOf(settings.decide[name] ?? '');
      const next = place + by;
      if (next < -1 || next >= names.length) return settings;
      if (next === -1) return released(settings, item);
      return { ...settings, decide: { ...settings.decide, [name]: names[next]! } };
    }
    case 'shock': {
      const isOff = settings.without.includes(item.name);
      if (by > 0 === !isOff) return settings;
      return isOff ? released(settings, item) : { ...settings, without: [...settings.without, item.name] };
    }
    default:
      return item satisfies never;
  }
}

/** Space: holds what varies where it is, frees what is held; a decision or shock goes to its next state. */
export function toggled(settings: Settings, point: Point, item: Item): Settings {
  if (item.kind === 'parameter') {
    const { parameter } = item;
    if (Object.hasOwn(settings.set, parameter.name)) return released(settings, item);
    return heldAt(settings, parameter, valueNow(parameter, point));
  }
  const forward = moved(settings, point, item, { by: 1, fine: false });
  if (forward !== settings) return forward;
  return item.kind === 'shock'
    ? moved(settings, point, item, { by: -1, fine: false })
    : released(settings, item);
}

/** The same settings, whatever order they were made in. */
export function sameSettings(first: Settings, second: Settings): boolean {
  return first === second || keyOf(first) === keyOf(second);
}

function keyOf({ variant, set, decide, without: left, atBaseline }: Settings): string {
  const sorted = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([variant, sorted(set), sorted(decide), [...left].sort(), atBaseline]);
}
