/** What the structure check says. */
import type { Wording } from './fault.ts';
import { DEEPEST_NESTING } from './limits.ts';
import type { Token } from './tokens.ts';

export const empty = (): Wording => ({
  message: 'The expression is empty',
  mend: 'write a number, a name or a condition',
});

export const tooDeep = (): Wording => ({
  message: `The expression is nested more than ${DEEPEST_NESTING} deep`,
  mend: 'name its parts under `auxiliaries`',
});

export const emptyBrackets = (): Wording => ({
  message: 'Nothing stands in these brackets',
  mend: 'write what belongs there, or remove them',
});

/** `token` stands where an operand should. */
export function nothingBefore(before: Token | undefined, token: Token): Wording {
  const where = before === undefined ? 'before it' : `between \`${before.text}\` and it`;
  return {
    message: `\`${token.text}\` has nothing ${where}`,
    mend: `write a number or a name before \`${token.text}\`, or remove it`,
  };
}

/** `before` needs an operand behind it, and a closing bracket or (null) the end comes. */
export function nothingAfter(before: Token, token: Token | null): Wording {
  const where = token === null ? 'after it' : `between it and \`${token.text}\``;
  return {
    message: `\`${before.text}\` has nothing ${where}`,
    mend: `write a number or a name after \`${before.text}\`, or remove it`,
  };
}

export const unaryPlus = (): Wording => ({
  message: 'A `+` as the sign of a value is not part of expressions',
  mend: 'remove the `+`',
});

/** Two operands side by side, which mathjs would multiply. */
export function juxtaposed(before: Token, token: Token): Wording {
  const both = `${before.text} ${token.text}`;
  if (before.kind === 'number' && token.kind === 'number')
    return {
      message: `Two numbers stand side by side: \`${both}\``,
      mend: 'write one number, or a sign between them',
    };
  if (before.kind === 'number' && token.kind === 'name')
    return {
      message: `Nothing stands between \`${before.text}\` and \`${token.text}\``,
      mend: `write \`${before.text} * ${token.text}\` to multiply; a unit is not written in an expression`,
    };
  if (before.kind === 'name' || token.kind === 'name')
    return {
      message: `Nothing stands between \`${before.text}\` and \`${token.text}\``,
      mend: `write a sign between them, such as \`*\`, \`+\`, \`<\` or \`and\``,
    };
  return {
    message: `Nothing stands between \`${before.text}\` and \`${token.text}\``,
    mend: `write \`*\` between them to multiply, as in \`a * b\``,
  };
}

export const lonelyNot = (): Wording => ({
  message: '`not` stands behind a value',
  mend: 'write `and not`, `or not`, or `!=` for "is not equal"',
});

export const strayComma = (): Wording => ({
  message: 'A comma stands only between the arguments of a function',
  mend: 'write decimals with a point, as in `0.5`, and thousands without a sign',
});

export const strayDot = (): Wording => ({
  message: 'A point stands only inside a number or between the parts of a path',
  mend: 'remove the point',
});

export const range = (): Wording => ({
  message: '`:` without a `?` would make a range, which expressions do not have',
  mend: 'write a choice as `condition ? a : b`, bounds as `low <= x <= high`',
});

export const nestedChoice = (): Wording => ({
  message: 'A second `?` comes before the first has its `:`',
  mend: 'put the inner choice in brackets: `a ? (b ? 1 : 2) : 3`',
});

export const unansweredChoice = (): Wording => ({
  message: 'This `?` has no `:`',
  mend: 'write a choice as `condition ? a : b`',
});

export const neverOpened = (): Wording => ({
  message: 'This bracket closes nothing',
  mend: 'remove it, or open one before it',
});

export const neverClosed = (): Wording => ({
  message: 'This bracket is never closed',
  mend: 'write `)` where it ends',
});
