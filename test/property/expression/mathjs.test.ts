// Proves that precedence and evaluation are mathjs's: random expressions give the same bits when mathjs evaluates them,
// told to compare exactly and to take our power, exp and log, where it would use tolerance and the engine's functions.
import fc from 'fast-check';
import { all, create, type EvalFunction } from 'mathjs';
import { expect, test } from 'vitest';
import { evaluator, parseExpression } from '../../../src/expression/index.ts';
import { exp, log, power } from '../../../src/random/index.ts';
import { ANYTHING, sampleNames, sampleState } from '../../unit/expression/sample-names.ts';

const math = create(all!);
const compile = math.compile.bind(math) as (text: string) => EvalFunction;
math.import(
  {
    pow: power,
    exp,
    log,
    equal: (a: number, b: number) => a === b,
    unequal: (a: number, b: number) => a !== b,
    smaller: (a: number, b: number) => a < b,
    smallerEq: (a: number, b: number) => a <= b,
    larger: (a: number, b: number) => a > b,
    largerEq: (a: number, b: number) => a >= b,
    min: (...values: number[]) => values.reduce((least, value) => (value < least ? value : least)),
    max: (...values: number[]) => values.reduce((most, value) => (value > most ? value : most)),
    sqrt: Math.sqrt,
    floor: Math.floor,
    clamp: (x: number, low: number, high: number) => (x < low ? low : x > high ? high : x),
    logistic: (x: number) => 1 / (1 + exp(-x)),
  },
  { override: true },
);

const scope = {
  loyalty: sampleState.parameters[0],
  crowd: sampleState.variables[0],
  anger: sampleState.variables[1],
  growth: sampleState.auxiliaries[0],
  tense: true,
  day: sampleState.step * sampleState.dt,
  dt: sampleState.dt,
};

const leaf = fc.oneof(
  fc.constantFrom(
    '0',
    '1',
    '2',
    '3',
    '0.5',
    '.25',
    '1e-3',
    '12.75',
    '1e300',
    'loyalty',
    'crowd',
    'anger',
    'growth',
    'day',
    'dt',
  ),
  fc.integer({ min: 0, max: 99 }).map(String),
);
const blank = fc.constantFrom('', ' ', '\t', '  ');
const joined = (operands: readonly string[], signs: readonly string[], blanks: readonly string[]): string =>
  operands
    .map((operand, index) =>
      index === 0 ? operand : `${blanks[index]}${signs[index]}${blanks[index]}${operand}`,
    )
    .join('');

/** Operands in a row with signs between and few brackets, so that precedence decides. */
const row = (operand: fc.Arbitrary<string>, sign: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> =>
  fc.array(fc.tuple(operand, sign, blank), { minLength: 1, maxLength: most }).map((parts) =>
    joined(
      parts.map(([a]) => a),
      parts.map(([, b]) => b),
      parts.map(([, , c]) => c),
    ),
  );

const { number, condition } = fc.letrec<{ number: string; condition: string }>((tie) => ({
  number: row(
    fc.oneof(
      { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(fc.constantFrom('-', '--', '- '), leaf).map(([sign, operand]) => sign + operand),
      tie('number').map((inner) => `(${inner})`),
      tie('condition').map((inner) => `(1*(${inner}))`),
      fc.tuple(tie('condition'), tie('number'), tie('number')).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
      fc
        .tuple(fc.constantFrom('min', 'max'), fc.array(tie('number'), { minLength: 1, maxLength: 3 }))
        .map(([name, list]) => `${name}(${list.join(', ')})`),
      fc
        .tuple(fc.constantFrom('abs', 'exp', 'log', 'sqrt', 'floor', 'logistic'), tie('number'))
        .map(([name, inner]) => `${name}(${inner})`),
      fc.tuple(tie('number'), tie('number'), tie('number')).map((list) => `clamp(${list.join(',')})`),
    ),
    fc.constantFrom('+', '-', '*', '/', '^', '+ -', '* -', '^-', '- '),
    4,
  ),
  condition: row(
    fc.oneof(
      { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('tense', 'true', 'false', 'not tense', 'not not true'),
      row(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), 3).map((chain) => `0 < ${chain}`),
      tie('condition').map((inner) => `(${inner})`),
      tie('condition').map((inner) => `not (${inner})`),
    ),
    fc.constantFrom(' and ', ' or ', '\nand '),
    3,
  ),
}));

const choice = fc
  .tuple(condition, number, condition, number, number)
  .map(([c, a, d, b, e]) => `${c} ? ${a} : ${d} ? ${b} : ${e}`);

test('the same bits as mathjs', () => {
  let finite = 0;
  fc.assert(
    fc.property(fc.oneof(number, condition, choice), (text) => {
      fc.pre(text.length <= 1000);
      const parsed = parseExpression(text, sampleNames, ANYTHING);
      if (Array.isArray(parsed))
        throw new Error(`${text}\n${parsed.map(({ message }) => message).join('\n')}`);
      const ours = evaluator(parsed.tree)(sampleState);
      const theirs: unknown = compile(text.replaceAll('\n', ' ')).evaluate({ ...scope });
      expect(typeof theirs).toBe(parsed.type);
      expect(ours).toBe(Number(theirs));
      if (Number.isFinite(ours)) finite++;
    }),
    { numRuns: 600 },
  );
  // Most of what was compared must be numbers, or nothing was shown.
  expect(finite).toBeGreaterThan(300);
});
