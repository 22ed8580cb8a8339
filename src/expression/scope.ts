/** What may be read where: promise numbers are constants, `initial` reads parameters, `outcome()` waits for the end. */
import type { Wording } from './fault.ts';
import type { ExpressionRules } from './tree.ts';

export type Scope = ExpressionRules['scope'];

/** Each scope can read what those before it can. */
const WIDENING: readonly Scope[] = ['constant', 'parameters', 'state', 'end'];

/** Whether something that needs at least one scope may be read in another. */
export const inScope = (scope: Scope, least: Scope): boolean =>
  WIDENING.indexOf(scope) >= WIDENING.indexOf(least);

/** Words for something that exists but may not be read in this scope. */
export function outOfScope(written: string, scope: Scope): Wording {
  const message = `\`${written}\` may not stand here`;
  switch (scope) {
    case 'constant':
      return {
        message: `${message}: only a number may`,
        mend: 'write a number, or arithmetic with numbers such as `1/6`',
      };
    case 'parameters':
      return {
        message: `${message}: before a run begins there are only parameters`,
        mend: 'use parameters and numbers only',
      };
    case 'state':
    case 'end':
      return {
        message: `${message}: how a run ends is known only at its end`,
        mend: 'ask for an outcome in the `given` of a promise',
      };
    default:
      return scope satisfies never;
  }
}
