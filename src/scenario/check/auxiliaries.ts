/** Auxiliaries: their types first, because an expression that reads one must know whether it is a yes or no. */
import { parseExpression, type ValueType } from '../../expression/index.ts';
import type { ScalarNode } from '../document.ts';
import type { Auxiliary } from '../model.ts';
import type { Check } from './check.ts';
import type { Declarations, Declared } from './declare.ts';
import { described } from './described.ts';
import { createNames } from './expressions.ts';
import type { NameIndex } from './name-index.ts';
import { asMap, asScalar, scalarAt } from './node.ts';

/** The general rule: the entry itself in its short form, else its `value`. */
const valueNode = ({ entry }: Declared): ScalarNode | null =>
  asScalar(entry.value) ?? scalarAt(entry.value, 'value');

/**
 * The type of each auxiliary's general rule; null where it, or one that it reads, is faulty or reads itself. Each is parsed once
 * those that it reads are typed; the work list is explicit because a file may chain thousands of them.
 */
export function auxiliaryTypes(declared: Declarations, index: NameIndex): readonly (ValueType | null)[] {
  const types: (ValueType | null | undefined)[] = declared.auxiliaries.map(() => undefined);
  const missing = new Set<number>();
  let readsFaulty = false;
  const typeOf = (auxiliary: number): ValueType => {
    const type = types[auxiliary];
    if (type === undefined) missing.add(auxiliary);
    if (type === null) readsFaulty = true;
    return type ?? 'number';
  };
  // Faults found on this first reading are not told, so nothing is guessed for them.
  const names = createNames(declared, index, { typeOf, among: () => [] });
  const begun = new Set<number>();
  const work = declared.auxiliaries.map((auxiliary) => auxiliary.index).reverse();
  for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
    if (types[top] !== undefined) {
      work.pop();
      continue;
    }
    begun.add(top);
    missing.clear();
    readsFaulty = false;
    const node = valueNode(declared.auxiliaries[top]!);
    const parsed = node && parseExpression(node.text, names, { wants: 'either', scope: 'state' });
    const first = [...missing].filter((auxiliary) => !begun.has(auxiliary));
    if (first.length > 0) work.push(...first);
    else
      types[top] =
        parsed !== null && 'tree' in parsed && missing.size === 0 && !readsFaulty ? parsed.type : null;
  }
  return types.map((type) => type ?? null);
}

export const checkAuxiliaries = (check: Check): Auxiliary[] =>
  check.declared.auxiliaries.map((auxiliary) => {
    const { index, name, entry } = auxiliary;
    const short = entry.value.kind === 'scalar';
    const place = short ? `auxiliaries.${name}` : `auxiliaries.${name}.value`;
    const value = check.expression(valueNode(auxiliary), place, { wants: 'either', scope: 'state' });
    return { ...described(check, name, asMap(entry.value)), index, name, value };
  });
