// Proves how far a key moves each kind of assumption, and that values stay round and inside their range.
import { describe, expect, test } from 'vitest';
import { NO_SETTINGS, type Parameter, type Settings } from '../../../../src/scenario/index.ts';
import { heldAt, moved, released, sameSettings, toggled } from '../../../../src/tui/lab/change-settings.ts';
import { type Item, itemsOf } from '../../../../src/tui/lab/items.ts';
import { decimalsFor, spanOf, stepped } from '../../../../src/tui/lab/steps.ts';
import { labScenario, pointFor } from '../../../helpers/lab.ts';

const scenario = labScenario();
const parameterWith = (change: Partial<Parameter>): Parameter => ({ ...scenario.parameters[0]!, ...change });
const itemNamed = (name: string): Item => itemsOf(scenario).find((item) => item.name === name)!;

describe('steps', () => {
  test.each([
    ['[0, 1]', { low: 0, high: 1 }, 0.5, 0.55, 0.51],
    ['[0.3, 1]', { low: 0.3, high: 1 }, 0.85, 0.9, 0.86],
    ['[1, 3]', { low: 1, high: 3 }, 2, 2.1, 2.02],
    ['[0, 600]', { low: 0, high: 600 }, 130, 140, 135],
    ['[0.5, 5]', { low: 0.5, high: 5 }, 1, 1.2, 1.05],
  ])('%s: round ones, finer with shift', (_, range, from, coarse, fine) => {
    const parameter = parameterWith(range);
    expect(stepped(parameter, from, 1, false)).toBe(coarse);
    expect(stepped(parameter, from, 1, true)).toBe(fine);
  });

  test('from between two stops to the next one, and no further than the range', () => {
    const parameter = parameterWith({ low: 0, high: 1 });
    expect(stepped(parameter, 0.525, 1, false)).toBe(0.55);
    expect(stepped(parameter, 0.525, -1, false)).toBe(0.5);
    expect(stepped(parameter, 1, 1, false)).toBe(1);
    expect(stepped(parameter, 0.01, -1, false)).toBe(0);
  });

  test('a whole walk there and back meets the same values, none with a rounding tail', () => {
    const parameter = parameterWith({ low: 0, high: 1 });
    const up: number[] = [0];
    while (up.at(-1)! < 1) up.push(stepped(parameter, up.at(-1)!, 1, true));
    const down: number[] = [1];
    while (down.at(-1)! > 0) down.push(stepped(parameter, down.at(-1)!, -1, true));
    expect(up).toHaveLength(101);
    expect([...down].reverse()).toEqual(up);
    for (const value of up) expect(String(value).length).toBeLessThanOrEqual(4);
    expect(decimalsFor(parameter)).toBe(2);
  });

  test('without a range it moves where the distribution has its mass', () => {
    const open = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    expect(
      spanOf(parameterWith({ ...open, baseline: 10, distribution: { kind: 'normal', mean: 10, sd: 2 } })),
    ).toEqual([4, 16]);
    const [low, high] = spanOf(parameterWith({ ...open, distribution: null, baseline: 50 }));
    expect([low, high]).toEqual([0, 100]);
  });
});

const by = (move: 1 | -1, fine = false) => ({ by: move, fine });
const move = (name: string, settings: Settings, direction: 1 | -1): Settings =>
  moved(settings, pointFor(scenario, settings), itemNamed(name), by(direction));

describe('each kind of item', () => {
  test('a parameter is held at the next value; released it is as the file has it', () => {
    const held = move('loyalty', NO_SETTINGS, 1);
    expect(held.set.loyalty).toBeGreaterThan(scenario.parameters[0]!.baseline);
    expect(released(held, itemNamed('loyalty'))).toEqual(NO_SETTINGS);
  });

  test('a choice is first held where its baseline is, then goes through the choices by name', () => {
    const first = move('sponsor', NO_SETTINGS, 1);
    expect(first.set.sponsor).toBe('nobody');
    const second = move('sponsor', first, 1);
    const third = move('sponsor', second, 1);
    expect([second.set.sponsor, third.set.sponsor]).toEqual(['gangs', 'faction']);
    expect(move('sponsor', third, 1)).toBe(third);
  });

  test('a decision is free, then each option, and free again', () => {
    const name = scenario.decisions[0]!.name;
    const options = scenario.decisions[0]!.options.map((option) => option.name);
    let settings: Settings = NO_SETTINGS;
    const seen = options.map(() => {
      settings = move(name, settings, 1);
      return settings.decide[name];
    });
    expect(seen).toEqual(options);
    expect(move(name, settings, 1)).toBe(settings);
    for (const _ of options) settings = move(name, settings, -1);
    expect(settings).toEqual(NO_SETTINGS);
    expect(move(name, NO_SETTINGS, -1)).toBe(NO_SETTINGS);
  });

  test('a shock goes off to the left and on to the right; space turns it over', () => {
    const off = move('oil_falls', NO_SETTINGS, -1);
    expect(off.without).toEqual(['oil_falls']);
    expect(move('oil_falls', off, -1)).toBe(off);
    expect(move('oil_falls', off, 1)).toEqual(NO_SETTINGS);
    const turn = (settings: Settings) =>
      toggled(settings, pointFor(scenario, settings), itemNamed('oil_falls'));
    expect(turn(NO_SETTINGS)).toEqual(off);
    expect(turn(off)).toEqual(NO_SETTINGS);
  });

  test('space holds a parameter at its baseline and frees it', () => {
    const loyalty = itemNamed('loyalty');
    const held = toggled(NO_SETTINGS, pointFor(scenario), loyalty);
    expect(held.set.loyalty).toBe(scenario.parameters[0]!.baseline);
    expect(toggled(held, pointFor(scenario, held), loyalty)).toEqual(NO_SETTINGS);
  });
});

test('settings are the same in whatever order they were made', () => {
  const [first, second] = [scenario.parameters[0]!, scenario.parameters[2]!];
  const one = heldAt(heldAt(NO_SETTINGS, first, 0.3), second, 0.5);
  const other = heldAt(heldAt(NO_SETTINGS, second, 0.5), first, 0.3);
  expect(sameSettings(one, other)).toBe(true);
  expect(sameSettings(one, NO_SETTINGS)).toBe(false);
  expect(heldAt(one, first, 0.3)).toBe(one);
});

test('items: groups of parameters in the order of the file, then decisions, then shocks', () => {
  const kinds = itemsOf(scenario).map(({ kind }) => kind);
  expect(kinds).toEqual([...kinds].sort((a, b) => kinds.indexOf(a) - kinds.indexOf(b)));
  expect(new Set(kinds)).toEqual(new Set(['parameter', 'decision', 'shock']));
  expect(itemsOf(scenario)).toHaveLength(scenario.parameters.length + scenario.decisions.length + 1);
});
