/** Names in a text that has no tree because of other faults: the reader is told of them in the same go. */
import { fault } from './fault.ts';
import { PATH_FUNCTIONS, shapeOf } from './functions.ts';
import { unknownFunction } from './lookup-function.ts';
import { lookUpValue } from './lookup-value.ts';
import type { Token } from './tokens.ts';
import type { ExpressionFault, ExpressionRules, Names } from './tree.ts';

/** Faults of bare names that stand outside every span of `known`. */
export function checkLooseNames(
  tokens: readonly Token[],
  known: readonly ExpressionFault[],
  { names, scope }: { readonly names: Names; readonly scope: ExpressionRules['scope'] },
): readonly ExpressionFault[] {
  const callees: (string | null)[] = [];
  const faults: ExpressionFault[] = [];
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (token.kind === '(') callees.push(before?.kind === 'name' ? before.text : null);
    if (token.kind === ')') callees.pop();
    if (token.kind !== 'name' || before?.kind === '.' || after?.kind === '.') continue;
    if (callees.some((callee) => callee !== null && PATH_FUNCTIONS.has(callee))) continue;
    if (known.some(({ span }) => span.start < token.end && token.start < span.end)) continue;
    if (after?.kind === '(') {
      if (shapeOf(token.text) === null)
        faults.push(fault('unknown-name', token, unknownFunction(token.text, names)));
      continue;
    }
    const found = lookUpValue({ name: token.text, span: token }, names, scope);
    if (!('tree' in found)) faults.push(found);
  }
  return faults;
}
