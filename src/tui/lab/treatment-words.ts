/** What more there is to say of an item in a line: its unit and range, its question, its trigger. */

import { valueText } from './item-words.ts';
import type { Item } from './items.ts';

export function treatmentWords(item: Item): string {
  switch (item.kind) {
    case 'parameter': {
      const { parameter } = item;
      const { low, high, unit, choices } = parameter;
      if (choices !== null) return choices.map((choice) => choice.replaceAll('_', ' ')).join(', ');
      const ends = [low, high].map((end) => (Number.isFinite(end) ? valueText(parameter, end) : null));
      const range = ends.every((end) => end !== null) ? `${ends[0]} to ${ends[1]}` : '';
      return [range, unit ?? ''].filter((part) => part !== '').join(', ');
    }
    case 'decision': {
      const { actor, question } = item.decision;
      return [actor ?? '', question ?? ''].filter((part) => part !== '').join(': ');
    }
    case 'shock':
      return 'comes by itself, unless it is off';
    default:
      return item satisfies never;
  }
}
