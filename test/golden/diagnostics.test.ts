// Proves what printed diagnostics look like: the prose of expressions' faults, and carets under awkward texts.
import { expect, test } from 'vitest';
import { type Diagnostic, diagnostic, formatDiagnostics } from '../../src/diagnostics/index.ts';
import { type ExpressionRules, parseExpression } from '../../src/expression/index.ts';
import { sampleNames } from '../unit/expression/sample-names.ts';

const HAZARD: ExpressionRules = { wants: 'number', scope: 'state' };

/** A small file around an expression, and the diagnostics of the expression in it. */
function inFile(expression: string, rules: ExpressionRules): readonly Diagnostic[] {
  const before = 'transitions:\n  burns:\n    hazard: "';
  const source = { name: 'port.yaml', text: `${before}${expression}"\n` };
  const parsed = parseExpression(expression, sampleNames, rules);
  const faults = Array.isArray(parsed) ? parsed : [];
  return faults.map(({ code, message, mend, span }) =>
    diagnostic(code, {
      message,
      mend,
      source,
      span: { start: span.start + before.length, end: span.end + before.length },
    }),
  );
}

test('faults of expressions', async () => {
  const texts = [
    'pay * angre',
    'not crowd > 300',
    'crowd > 300',
    'crowd = 3 && !tense',
    "0.1 * (sponsor == 'gangs')",
    '2 crowd + (anger)(1 - loyalty)',
    'active(riot) + since(turns_violent) + is(sponsor, gang)',
    'clamp(crowd) + pow(crowd, 2) + crowd / tense',
    '(crowd + 10% * 1e999',
    'tense ? 1',
    '0.05 *\n      (since(street.turns_violnet) < 5)',
    'growth ** 2 + [1, 2]',
    'outcome(compromise)',
  ];
  const printed = texts.map((text) => formatDiagnostics(inFile(text, HAZARD), { colour: false }));
  await expect(`${printed.join('\n\n')}\n`).toMatchFileSnapshot('./diagnostics-expressions.txt');
});

test('carets', async () => {
  const cases: readonly (readonly [title: string, text: string, start: string, end?: string])[] = [
    ['tabs before and inside', 'a:\n\tb:\tc d', 'c'],
    ['wide characters', 'title: \u6f22\u5b57 wrong \u6f22', 'wrong'],
    ['a wide span', 'title: \u6f22\u5b57', '\u6f22\u5b57'],
    ['combining characters', 'title: e\u0301e\u0301 wrong', 'wrong'],
    ['an escape sequence', 'title: \u001b[31mred wrong', 'wrong'],
    ['a long line, the span at its beginning', `wrong ${'and so on '.repeat(40)}`, 'wrong'],
    [
      'a long line, the span in its middle',
      `${'and so on '.repeat(40)}wrong ${'and so on '.repeat(40)}`,
      'wrong',
    ],
    ['a long line, the span at its end', `${'and so on '.repeat(40)}wrong`, 'wrong'],
    ['two lines', 'a: "wrong\n   here" b', '"wrong', 'here"'],
    ['many lines', `${'x: 1\n'.repeat(97)}a: [wrong,\n  more,\n  more,\n  here] # end`, '[wrong', 'here]'],
    ['the end of the text', 'a: b\n', ''],
  ];
  const printed = cases.map(([title, text, start, end = start]) => {
    const span =
      start === ''
        ? { start: text.length, end: text.length }
        : { start: text.indexOf(start), end: text.indexOf(end) + end.length };
    const shown = diagnostic('wrong-type', {
      message: title,
      mend: 'do otherwise',
      source: { name: 'f.yaml', text },
      span,
    });
    return formatDiagnostics([shown], { colour: false });
  });
  await expect(`${printed.join('\n\n')}\n`).toMatchFileSnapshot('./diagnostics-carets.txt');
});
