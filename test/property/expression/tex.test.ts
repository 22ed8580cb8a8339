// Proves that the TeX of any expression has balanced braces, brackets and environments, and says what the expression says:
// read back as mathematics it is the same tree.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CheckedExpression,
  type Expression,
  type NamesByIndex,
  parseExpression,
  toTex,
} from '../../../src/expression/index.ts';
import { booleanText, type Chooser, numberText, type Scope } from '../../helpers/arbitrary-expression.ts';
import { ANYTHING, sampleNames } from '../../unit/expression/sample-names.ts';

const SCOPE: Scope = {
  numbers: ['loyalty', 'police_pay', 'crowd', 'anger', 'growth'],
  booleans: ['tense'],
  choices: ['is(sponsor, nobody)', 'is(sponsor, gangs)'],
  stages: sampleNames.known.stages,
  happenings: sampleNames.known.happenings,
  clock: true,
};

const PARAMETERS = ['loyalty', 'patience', 'sponsor', 'police_pay'];
const NAMES: NamesByIndex = {
  parameter: (index) => PARAMETERS[index]!,
  variable: (index) => ['crowd', 'anger'][index]!,
  auxiliary: (index) => ['growth', 'tense'][index]!,
  stage: (index) => sampleNames.known.stages[index]!,
  happening: (index) => sampleNames.known.happenings[index]!,
  outcome: (index) => sampleNames.known.outcomes[index]!,
  choice: (_parameter, choice) => ['nobody', 'gangs', 'faction'][choice]!,
};

function treeOf(text: string): Expression {
  const parsed = parseExpression(text, sampleNames, ANYTHING);
  if (Array.isArray(parsed)) throw new Error(`${text}\n${JSON.stringify(parsed)}`);
  return (parsed as Pick<CheckedExpression, 'tree'>).tree;
}

const texts = fc.array(fc.nat(1_000_000), { minLength: 400, maxLength: 400 }).map((numbers) => {
  let at = 0;
  const chooser: Chooser = { int: (low, high) => low + (numbers[at++ % numbers.length]! % (high - low + 1)) };
  return chooser.int(0, 1) === 0 ? numberText(chooser, SCOPE, 4) : booleanText(chooser, SCOPE, 4);
});

/** The group that opens at a place: what is inside its braces, and where it ends. */
function group(tex: string, at: number): { readonly inside: string; readonly end: number } {
  let depth = 0;
  for (let index = at; index < tex.length; index += 1) {
    if (tex[index] === '\\') index += 1;
    else if (tex[index] === '{') depth += 1;
    else if (tex[index] === '}') {
      depth -= 1;
      if (depth === 0) return { inside: tex.slice(at + 1, index), end: index + 1 };
    }
  }
  throw new Error(`braces are not balanced: ${tex.slice(at)}`);
}

/** TeX read as mathematics, in the language's own words: a reader that knows nothing of how it was written. */
function read(tex: string): string {
  let text = '';
  for (let at = 0; at < tex.length; ) {
    const rest = tex.slice(at);
    const braces = (): string => {
      const { inside, end } = group(tex, tex.indexOf('{', at));
      at = end;
      return inside;
    };
    const command = /^\\[a-zA-Z]+/.exec(rest)?.[0] ?? null;
    if (rest.startsWith('\\begin{cases}')) {
      const end = matchingEnd(tex, at);
      const rows = splitRows(tex.slice(at + '\\begin{cases}'.length, end - '\\end{cases}'.length));
      text += casesText(rows);
      at = end;
    } else if (command === '\\frac') {
      const upper = braces();
      const { inside, end } = group(tex, at);
      at = end;
      text += `((${read(upper)}) / (${read(inside)}))`;
    } else if (command === '\\sqrt') text += `sqrt(${read(braces())})`;
    else if (command === '\\mathit') {
      const name = braces().replaceAll('\\_', '_');
      text += name;
    } else if (command === '\\mathsf') text += braces().replaceAll('\\_', '_');
    else if (command === '\\mathrm') text += braces().replaceAll('\\_', '_');
    else if (rest.startsWith('10^{')) {
      const power = group(tex, at + 3);
      at = power.end;
      text += `1e${power.inside}`;
    } else if (rest.startsWith('^{')) {
      const power = group(tex, at + 1);
      at = power.end;
      text += ` ^ (${read(power.inside)})`;
    } else if (rest.startsWith('{')) text += `(${read(braces())})`;
    else if (command !== null) {
      const word = WORDS[command];
      if (word === undefined) throw new Error(`unknown command ${command}`);
      text += word;
      at += command.length;
    } else if (rest.startsWith('[')) {
      text += '(';
      at += 1;
    } else if (rest.startsWith(']')) {
      text += ')';
      at += 1;
    } else if (/^t(?![a-z])/.test(rest)) {
      text += 'day';
      at += 1;
    } else {
      text += rest.startsWith('=') ? '==' : rest[0]!;
      at += 1;
    }
  }
  // A number times a power of ten is one literal; a choice is asked with `is`; Δt is one name.
  return text
    .replaceAll(/(\d+(?:\.\d+)?) \* 1e/g, '$1e')
    .replaceAll(/sponsor == (nobody|gangs|faction)/g, 'is(sponsor, $1)')
    .replaceAll('DELTA day', 'dt');
}

const WORDS: Readonly<Record<string, string>> = {
  '\\cdot': '*',
  '\\land': 'and',
  '\\lor': 'or',
  '\\lnot': 'not ',
  '\\le': '<=',
  '\\ge': '>=',
  '\\ne': '!=',
  '\\min': 'min',
  '\\max': 'max',
  '\\exp': 'exp',
  '\\ln': 'log',
  '\\left': '',
  '\\right': '',
  '\\lvert': 'abs(',
  '\\rvert': ')',
  '\\lfloor': 'floor(',
  '\\rfloor': ')',
  '\\Delta': 'DELTA',
};

function matchingEnd(tex: string, from: number): number {
  let depth = 0;
  for (const { 0: sign, index } of tex.matchAll(/\\(?:begin|end)\{cases\}/g)) {
    if (index < from) continue;
    depth += sign.startsWith('\\begin') ? 1 : -1;
    if (depth === 0) return index + sign.length;
  }
  throw new Error('cases are not closed');
}

/** Rows of the outermost list. */
function splitRows(inside: string): readonly string[] {
  const rows = [''];
  let depth = 0;
  for (const piece of inside.split(/(\\begin\{cases\}|\\end\{cases\}|\\\\ )/)) {
    if (piece.startsWith('\\begin')) depth += 1;
    if (piece.startsWith('\\end')) depth -= 1;
    if (piece === '\\\\ ' && depth === 0) rows.push('');
    else rows[rows.length - 1] += piece;
  }
  return rows;
}

/** The last `& \text{…}` of a row is its own. */
function casesText(rows: readonly string[]): string {
  const parts = rows.map((row) => {
    let depth = 0;
    for (const { 0: sign, index } of row.matchAll(
      /\\begin\{cases\}|\\end\{cases\}|& \\text\{(?:if |otherwise)\}/g,
    )) {
      if (sign.startsWith('\\begin')) depth += 1;
      else if (sign.startsWith('\\end')) depth -= 1;
      else if (depth === 0) return [row.slice(0, index), sign, row.slice(index + sign.length)] as const;
    }
    throw new Error(`a row without a condition: ${row}`);
  });
  return parts.reduceRight((rest, [value, sign, condition]) => {
    if (sign.includes('otherwise')) return `(${read(value)})`;
    return `((${read(condition)}) ? (${read(value)}) : ${rest})`;
  }, '');
}

/** A boolean factor of one choice reads as `x == y` only where it is a number's; the rest is the tree as it is. */
const shape = (tree: Expression): string => JSON.stringify(tree);

test('read back, the TeX of any expression is the expression', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const tree = treeOf(text);
      const tex = toTex(tree, NAMES);
      expect(shape(treeOf(read(tex))), tex).toBe(shape(tree));
    }),
    { seed: 20220105, numRuns: 400 },
  );
});

test('a spoiled writer that leaves brackets out is found out', () => {
  const spoiled = toTex(treeOf('(loyalty + 1) * anger'), NAMES).replaceAll(/[()]/g, '');
  expect(shape(treeOf(read(spoiled)))).not.toBe(shape(treeOf('(loyalty + 1) * anger')));
});
