/** What is said when a number stands where a yes or no is wanted, or the other way round. */
import type { Wording } from './fault.ts';

/** In brackets, unless it is one name, one call or one bracket. */
const bracketed = (written: string): string =>
  /^\w+(\([\w., ]*\))?$|^\([^()]*\)$/.test(written) ? written : `(${written})`;

/** `written` is the operand, `sign` the operator or function that it stands in. */
export function needsNumber(written: string, sign: string): Wording {
  return {
    message: `\`${written}\` is a yes or no, and \`${sign}\` takes numbers`,
    mend: `write \`1 * ${bracketed(written)}\` if it is to count as 1 or 0`,
  };
}

export function comparesNumbers(written: string, sign: string): Wording {
  return {
    message: `\`${written}\` is a yes or no, and \`${sign}\` compares numbers`,
    mend: 'write the condition by itself, or join conditions by `and`, `or` and `not`',
  };
}

/** A condition compared with `true` or `false`. */
export function comparedWithLiteral(condition: string, sign: string, literal: boolean): Wording {
  const same = literal === (sign === '==');
  return {
    message: `\`${literal}\` is a yes or no, and \`${sign}\` compares numbers`,
    mend: `write \`${same ? condition : `not ${bracketed(condition)}`}\` alone`,
  };
}

export function needsCondition(written: string, sign: string): Wording {
  return {
    message: `\`${written}\` is a number, and \`${sign}\` takes a yes or no`,
    mend: `compare it, as in \`${written} > 0\``,
  };
}

/** `not a > b`, which mathjs reads as `(not a) > b`; `operand` is a, or null where more than it stands on the left. */
export function unbracketedNot(comparison: string, sign: string, operand: string | null): Wording {
  const reading =
    operand === null ? 'it does not take the whole comparison' : `this reads \`(not ${operand}) ${sign} …\``;
  return {
    message: `\`not\` binds before \`${sign}\`: ${reading}`,
    mend: `write \`not (${comparison})\``,
  };
}

export function unlikeBranches(first: string, second: string): Wording {
  return {
    message: `\`${first}\` and \`${second}\` are a number and a yes or no; a choice needs two of a kind`,
    mend: 'make both numbers, or both conditions',
  };
}

/** The whole expression is of the wrong type for its place. */
export function wrongWhole(written: string, wants: 'number' | 'boolean'): Wording {
  return wants === 'number'
    ? {
        message: `A number is wanted here, and \`${written}\` is a yes or no`,
        mend: `multiply it by a number, as in \`0.1 * ${bracketed(written)}\`; a condition by itself belongs in \`when\` or \`while\``,
      }
    : {
        message: `A yes or no is wanted here, and \`${written}\` is a number`,
        mend: `compare it, as in \`${written} > 0\``,
      };
}
