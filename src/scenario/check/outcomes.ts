/** Outcomes: what a run can end in; `unresolved` comes last in every scenario. */
import type { Outcome } from '../model.ts';
import type { Check } from './check.ts';
import { described } from './described.ts';
import { UNRESOLVED } from './name-index.ts';
import { scalarAt, textAt } from './node.ts';

export function checkOutcomes(check: Check): Outcome[] {
  const written = check.declared.outcomes.map(({ index, name, entry: { value: node } }): Outcome => {
    const atHorizon = scalarAt(node, 'at_horizon');
    return {
      ...described(check, name, node),
      index,
      name,
      colour: textAt(node, 'colour'),
      atHorizon:
        atHorizon &&
        check.expression(atHorizon, `outcomes.${name}.at_horizon`, { wants: 'boolean', scope: 'state' }),
    };
  });
  return [...written, unresolved(check, written.length)];
}

const unresolved = (check: Check, index: number): Outcome => ({
  ...described(check, UNRESOLVED, null),
  label: 'Unresolved',
  index,
  name: UNRESOLVED,
  colour: null,
  atHorizon: null,
});
