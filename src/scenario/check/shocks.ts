/** Shocks: what comes from outside, at a date or by chance. */
import type { Shock } from '../model.ts';
import type { Check } from './check.ts';
import { described } from './described.ts';
import { readEffects } from './effects.ts';
import { asMap, booleanAt } from './node.ts';
import { readTargets } from './targets.ts';
import { readTrigger } from './triggers.ts';

export const checkShocks = (check: Check): Shock[] =>
  check.declared.shocks.map(({ index, name, entry, happening }) => {
    const node = asMap(entry.value);
    const place = `shocks.${name}`;
    const trigger = readTrigger(check, node, place);
    return {
      ...described(check, name, node),
      index,
      name,
      trigger,
      repeats: trigger.kind === 'every' || (trigger.kind !== 'date' && booleanAt(node, 'repeats')),
      targets: readTargets(check, node, { kind: 'path-only', what: 'a shock' }),
      effects: readEffects(check, node, place),
      happening,
    };
  });
