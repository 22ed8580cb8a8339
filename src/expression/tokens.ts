/**
 * The words and signs of an expression, with their places. This is also the first gate: only what it lets through is
 * ever shown to mathjs, whose grammar is much larger than the language of expressions.
 */
import type { DiagnosticCode } from '../diagnostics/index.ts';
import { fault, type Wording } from './fault.ts';
import { forbiddenSign, forbiddenWord } from './forbidden.ts';
import type { ExpressionFault } from './tree.ts';

/**
 * `name`: also a function, or one part of a path. `binary` signs stand between two operands, `-` among them;
 * `not` only before one.
 */
export type TokenKind = 'number' | 'boolean' | 'name' | 'not' | 'binary' | '(' | ')' | ',' | '?' | ':' | '.';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly faults: readonly ExpressionFault[];
}

/** What stands at an offset: a token, a fault, or (null) nothing but blanks. */
interface Found {
  readonly end: number;
  readonly kind?: TokenKind;
  readonly fault?: Wording & { readonly code?: DiagnosticCode };
}

const OPERAND_ENDS: readonly TokenKind[] = ['number', 'boolean', 'name', ')'];

const BLANKS = /[ \t\r\n]+/y;
/** As mathjs reads numbers: `1.*2` is `1 .* 2` to it. */
const NUMBER = /(?:\d+(?:\.(?![*/^])\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const OTHER_BASE = /0[xXbBoO]\w*/y;
const WORD = /[A-Za-z_]\w*/y;
const SIGN = /[<>=!]=|[<>+\-*/^(),?:.]/y;
const COMMENT = /#[^\n]*/y;
const TEXT =
  /(["'`\u2018-\u201e\u00ab\u00bb])[^"'`\u2018-\u201e\u00ab\u00bb]*["'`\u2018-\u201e\u00ab\u00bb]?/y;
const SET_MEMBER = /\{\s*[\w-]*\s*\}/y;
const LIST = /\[[^[\]]*\]?/y;
const MAPPING = /\{[^{}]*\}?/y;
const INFINITE = /[-+]?\.(?:inf|nan)\b/iy;
const LETTERS = /[\p{L}\p{M}\p{Nd}_]+/uy;

function matchAt(pattern: RegExp, text: string, offset: number): string | null {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? null;
}

/** Cuts a text into tokens. Blanks are skipped, a line break is one. Each forbidden piece becomes one fault. */
export function tokenise(text: string): Tokens {
  const tokens: Token[] = [];
  const faults: ExpressionFault[] = [];
  let afterOperand = false;
  let offset = matchAt(BLANKS, text, 0)?.length ?? 0;
  while (offset < text.length) {
    const found: Found =
      readForeign(text, offset, afterOperand) ??
      readSign(text, offset, afterOperand) ??
      readWord(text, offset);
    const span = { start: offset, end: found.end };
    if (found.kind !== undefined)
      tokens.push({ kind: found.kind, text: text.slice(offset, found.end), ...span });
    if (found.fault !== undefined)
      faults.push(fault(found.fault.code ?? 'expression-forbidden', span, found.fault));
    afterOperand = found.kind !== undefined && OPERAND_ENDS.includes(found.kind);
    offset = found.end;
    offset += matchAt(BLANKS, text, offset)?.length ?? 0;
  }
  return { tokens, faults };
}

/** Texts, comments, set members and infinities, each as a whole. */
function readForeign(text: string, offset: number, afterOperand: boolean): Found | null {
  const forbid = (found: string | null, message: string, mend: string): Found | null =>
    found === null ? null : { end: offset + found.length, fault: { message, mend } };
  return (
    forbid(
      matchAt(TEXT, text, offset),
      'A text in quotes is not part of expressions',
      'ask for a choice by `is(parameter, choice)`; write names without quotes',
    ) ??
    forbid(
      matchAt(COMMENT, text, offset),
      'A comment is not part of expressions',
      'put it into `note`, or after `#` outside the quotes',
    ) ??
    forbid(
      matchAt(SET_MEMBER, text, offset),
      '`{…}` stands for the members of a set, and there is no such set here',
      'list the set under `sets`, and put `sum(…)`, `min(…)` or `max(…)` around the term',
    ) ??
    forbid(
      matchAt(LIST, text, offset),
      'Lists are not part of expressions',
      'use round brackets; there are only single values',
    ) ??
    forbid(
      matchAt(MAPPING, text, offset),
      'Mappings are not part of expressions',
      'use round brackets; there are only single values',
    ) ??
    forbid(
      // Behind a name it is a path: a stage may be called `nan`.
      afterOperand ? null : matchAt(INFINITE, text, offset),
      'A number must be finite',
      'write the largest number that is meant',
    )
  );
}

/** The longer reading wins: `**` is not two signs, `==` is not an assignment. */
function readSign(text: string, offset: number, afterOperand: boolean): Found | null {
  if (matchAt(NUMBER, text, offset) !== null) return null;
  const sign = matchAt(SIGN, text, offset);
  const foreign = forbiddenSign(text, offset);
  // `a ?.5 : 1` is a choice between numbers.
  const choice = sign === '?' && matchAt(NUMBER, text, offset + 1) !== null;
  if (foreign !== null && !choice && foreign.length > (sign?.length ?? 0))
    return { end: offset + foreign.length, fault: foreign };
  if (sign !== null) return { end: offset + sign.length, kind: signKind(sign) };
  return text[offset] === '!' ? { end: offset + 1, fault: exclamation(afterOperand) } : null;
}

function signKind(sign: string): TokenKind {
  switch (sign) {
    case '(':
    case ')':
    case ',':
    case '?':
    case ':':
    case '.':
      return sign;
    default:
      return 'binary';
  }
}

function exclamation(afterOperand: boolean): Wording {
  return afterOperand
    ? {
        message: '`!` would be a factorial, which expressions do not have',
        mend: 'write `!=` for "is not equal"',
      }
    : { message: '`!` is not a sign of expressions', mend: 'write `not`, as in `not (a > b)`' };
}

/** A number, a word, or a character that is neither. */
function readWord(text: string, offset: number): Found {
  const otherBase = matchAt(OTHER_BASE, text, offset);
  if (otherBase !== null)
    return {
      end: offset + otherBase.length,
      fault: { message: `\`${otherBase}\` is not a decimal number`, mend: 'write the number in decimals' },
    };
  const number = matchAt(NUMBER, text, offset);
  if (number !== null) return readNumber(text, offset, number);
  const letters = matchAt(LETTERS, text, offset);
  const word = matchAt(WORD, text, offset);
  if (word !== null && word === letters) return readName(offset, word);
  if (letters !== null)
    return {
      end: offset + letters.length,
      fault: {
        message: `\`${letters}\` is not a name`,
        mend: 'names are made of the letters a to z, digits and underscores',
        code: 'unknown-name',
      },
    };
  const character = String.fromCodePoint(text.codePointAt(offset)!);
  return { end: offset + character.length, fault: strangeCharacter(character) };
}

function readNumber(text: string, offset: number, number: string): Found {
  const end = offset + number.length;
  const rest = matchAt(WORD, text, end);
  if (rest !== null) return gluedNumber(number, rest, end);
  if (!Number.isFinite(Number(number)))
    return {
      end,
      fault: { message: `\`${number}\` is not a finite number`, mend: 'write a smaller number' },
    };
  return { end, kind: 'number' };
}

/** `2x`, `1_000`, `2e`: a number with letters at its end. */
function gluedNumber(number: string, rest: string, end: number): Found {
  const mend = /^_\d/.test(rest)
    ? `write \`${number}${rest.replaceAll('_', '')}\`, without underscores`
    : /^[eE]$/.test(rest)
      ? `write the power of ten as in \`${number}e3\``
      : `write \`${number} * ${rest}\` to multiply; a unit is not written in an expression`;
  return {
    end: end + rest.length,
    fault: { message: `\`${number}${rest}\` is neither a number nor a name`, mend },
  };
}

function readName(offset: number, word: string): Found {
  const end = offset + word.length;
  const forbidden = forbiddenWord(word);
  if (forbidden !== null) return { end, fault: forbidden };
  if (word === 'not') return { end, kind: 'not' };
  if (word === 'and' || word === 'or') return { end, kind: 'binary' };
  return { end, kind: word === 'true' || word === 'false' ? 'boolean' : 'name' };
}

function strangeCharacter(character: string): Wording {
  if (/\s|\p{Cf}/u.test(character))
    return {
      message: 'An invisible character that is not an ordinary blank stands here',
      mend: 'delete it, and type a blank if one is wanted',
    };
  return { message: `\`${character}\` is not a sign of expressions`, mend: 'delete it' };
}
