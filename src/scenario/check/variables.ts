/** Variables: where they start, how they move, what bounds them. */
import type { DocumentNode } from '../document.ts';
import type { Rule, Variable } from '../model.ts';
import type { Check } from './check.ts';
import { described } from './described.ts';
import { asMap, nodeAt, scalarAt } from './node.ts';
import { readRange } from './parameters.ts';

const NUMBER = { wants: 'number', scope: 'state' } as const;

export const checkVariables = (check: Check): Variable[] =>
  check.declared.variables.map(({ index, name, entry }) => {
    const node = asMap(entry.value);
    const place = `variables.${name}`;
    const noise = scalarAt(node, 'noise');
    return {
      ...described(check, name, node),
      index,
      name,
      initial: check.expression(scalarAt(node, 'initial'), `${place}.initial`, {
        wants: 'number',
        scope: 'parameters',
      }),
      rule: readRule(check, node, place),
      noise: noise && check.expression(noise, `${place}.noise`, NUMBER),
      ...readRange(check, nodeAt(node, 'bounds')),
    };
  });

function readRule(check: Check, node: DocumentNode | null, place: string): Rule | null {
  for (const kind of ['next', 'per_day'] as const) {
    const scalar = scalarAt(node, kind);
    if (scalar !== null) return { kind, expression: check.expression(scalar, `${place}.${kind}`, NUMBER) };
  }
  return null;
}
