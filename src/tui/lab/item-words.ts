/** Items in words: their state now, the baseline, and how a parameter is drawn. */
import type { Parameter } from '../../scenario/index.ts';
import type { Item } from './items.ts';
import type { LabState } from './state.ts';
import { decimalsFor } from './steps.ts';

/** A value as its grid writes it, `0.30`; a choice by its name. */
export function valueText(parameter: Parameter, value: number): string {
  if (parameter.choices !== null) return (parameter.choices[value] ?? String(value)).replaceAll('_', ' ');
  // As many digits as the grid it stands on needs; one that was typed between the stops is written in full.
  const fits = [decimalsFor(parameter, true), decimalsFor(parameter)]
    .map((decimals) => value.toFixed(Math.min(4, decimals)))
    .find((text) => Math.abs(Number(text) - value) <= 1e-12);
  return fits ?? String(Number(value.toPrecision(6)));
}

/** What stands in the list: the value, the fixed option, `on`; `~` before what varies between runs. */
export function stateText(state: Pick<LabState, 'scenario' | 'settings' | 'point'>, item: Item): string {
  const { point, settings } = state;
  switch (item.kind) {
    case 'parameter': {
      const { parameter } = item;
      const held = point.parameters[parameter.index] ?? null;
      if (held !== null) return valueText(parameter, held);
      return parameter.choices === null ? `~${valueText(parameter, parameter.baseline)}` : '~any';
    }
    case 'decision': {
      const fixed = point.decisions[item.decision.index] ?? null;
      return fixed === null ? 'free' : (item.decision.options[fixed.option]?.label ?? '');
    }
    case 'shock':
      return settings.without.includes(item.name) || point.removed[item.shock.happening] ? 'off' : 'on';
    default:
      return item satisfies never;
  }
}

/** `0.50 → 0.30`; only the state where it is the baseline's. */
export function movedText(state: LabState, item: Item): string {
  const now = stateText(state, item);
  if (item.kind !== 'parameter') return now;
  const { parameter } = item;
  const baseline = valueText(parameter, parameter.baseline);
  const held = state.point.parameters[parameter.index] ?? null;
  if (held === null) return `varies around ${baseline}`;
  return held === parameter.baseline ? `held at ${now}` : `${baseline} → ${now}`;
}
