/**
 * An expression as TeX, for a paper: read like the text, typeset like mathematics. Quotients are fractions, choices are
 * `cases`, a yes-or-no that counts as 1 or 0 stands in Iverson brackets (Knuth 1992, Two notes on notation, section 1).
 * It needs `amsmath`, and nothing that GitHub's mathematics refuses (`\operatorname` for one).
 */
import { identifierTex, numberTex, pathTex } from './tex-names.ts';
import type { BinaryOperator, ComparisonOperator, Expression } from './tree.ts';
import type { NamesByIndex } from './values-read.ts';

/** How strongly a form holds together: what is weaker than its place needs brackets. */
/** A list of cases is open on its right. */
const CASES = 0;
const OR = 1;
const AND = 2;
const COMPARISON = 3;
const SUM = 4;
const PRODUCT = 5;
const SIGN = 6;
const POWER = 7;
const ATOM = 8;

interface Form {
  readonly tex: string;
  readonly strength: number;
  /** Higher than a line of text, so that its brackets must grow. */
  readonly tall: boolean;
}

const atom = (tex: string, tall = false): Form => ({ tex, strength: ATOM, tall });

/**
 * The expression in TeX's math mode, braces balanced and nothing in it that is not escaped. `day` is *t* and `dt` is Δt;
 * values are in italics, stages, happenings and choices upright without serifs.
 */
export const toTex = (tree: Expression, names: NamesByIndex): string => formOf(tree, names).tex;

/** The same as a factor of a product: what is weaker stands in brackets. */
export const toTexFactor = (tree: Expression, names: NamesByIndex): string =>
  within(
    asNumber(tree, (part) => formOf(part, names)),
    POWER,
  );

function bracketed({ tex, tall }: Form): string {
  return tall ? `\\left( ${tex} \\right)` : `(${tex})`;
}

/** The form as it stands where one at least so strong is needed. */
const within = (form: Form, least: number): string => (form.strength < least ? bracketed(form) : form.tex);

const COMPARISONS: Readonly<Record<ComparisonOperator, string>> = {
  '<': '<',
  '<=': '\\le',
  '>': '>',
  '>=': '\\ge',
  '==': '=',
  '!=': '\\ne',
};

function formOf(node: Expression, names: NamesByIndex): Form {
  const form = (part: Expression): Form => formOf(part, names);
  switch (node.kind) {
    case 'number':
      return numberForm(node.value);
    case 'boolean':
      return atom(`\\mathrm{${node.value}}`);
    case 'parameter':
    case 'variable':
    case 'auxiliary':
      return atom(identifierTex(names[node.kind](node.index)));
    case 'day':
      return atom('t');
    case 'dt':
      return atom('\\Delta t');
    case 'active':
    case 'days_in':
      return lookUp(node.kind, names.stage(node.stage));
    case 'since':
    case 'times':
      return lookUp(node.kind, names.happening(node.happening));
    case 'ended':
      return lookUp('outcome', names.outcome(node.outcome));
    case 'is':
      return {
        tex: `${identifierTex(names.parameter(node.parameter))} = ${pathTex(names.choice(node.parameter, node.choice))}`,
        strength: COMPARISON,
        tall: false,
      };
    case 'negate': {
      const operand = asNumber(node.operand, form);
      return { tex: `-${within(operand, SIGN + 1)}`, strength: SIGN, tall: operand.tall };
    }
    case 'not': {
      const operand = form(node.operand);
      return { tex: `\\lnot ${within(operand, SIGN)}`, strength: SIGN, tall: operand.tall };
    }
    case 'binary':
      return binaryForm(node.operator, asNumber(node.left, form), asNumber(node.right, form));
    case 'chain': {
      const operands = node.operands.map(form);
      const parts = operands.map((operand, index) => {
        const shown = within(operand, COMPARISON + 1);
        return index === 0 ? shown : `${COMPARISONS[node.operators[index - 1]!]} ${shown}`;
      });
      return { tex: parts.join(' '), strength: COMPARISON, tall: operands.some(({ tall }) => tall) };
    }
    case 'and':
      return joined('\\land', AND, form(node.left), form(node.right));
    case 'or':
      return joined('\\lor', OR, form(node.left), form(node.right));
    case 'if':
      return casesForm(node, form);
    case 'call':
      return callForm(node, form);
    default:
      return node satisfies never;
  }
}

/** `1e-9` is 10⁻⁹; a number below zero is a sum's business. */
function numberForm(value: number): Form {
  const tex = numberTex(value);
  return { tex, strength: value < 0 ? SIGN : tex.includes('\\cdot') ? PRODUCT : ATOM, tall: false };
}

const lookUp = (name: string, path: string): Form =>
  atom(`\\mathrm{${name.replaceAll('_', '\\_')}}(${pathTex(path)})`);

function isBoolean(node: Expression): boolean {
  switch (node.kind) {
    case 'boolean':
    case 'not':
    case 'chain':
    case 'and':
    case 'or':
    case 'is':
      return true;
    case 'if':
      return isBoolean(node.then);
    default:
      return false;
  }
}

/** An operand of arithmetic: a condition is 1 or 0 there. `active(…)` reads as a number without brackets. */
function asNumber(node: Expression, form: (part: Expression) => Form): Form {
  const shown = form(node);
  if (!isBoolean(node)) return shown;
  return atom(shown.tall ? `\\left[ ${shown.tex} \\right]` : `[${shown.tex}]`, shown.tall);
}

function binaryForm(operator: BinaryOperator, left: Form, right: Form): Form {
  const tall = left.tall || right.tall;
  switch (operator) {
    case '+':
      return { tex: `${within(left, SUM)} + ${within(right, PRODUCT)}`, strength: SUM, tall };
    case '-':
      return { tex: `${within(left, SUM)} - ${within(right, PRODUCT)}`, strength: SUM, tall };
    case '*':
      return { tex: `${within(left, PRODUCT)} \\cdot ${within(right, POWER)}`, strength: PRODUCT, tall };
    case '/':
      return atom(`\\frac{${left.tex}}{${right.tex}}`, true);
    case '^':
      return { tex: `{${within(left, ATOM)}}^{${right.tex}}`, strength: POWER, tall };
    default:
      return operator satisfies never;
  }
}

const joined = (sign: string, strength: number, left: Form, right: Form): Form => ({
  tex: `${within(left, strength)} ${sign} ${within(right, strength + 1)}`,
  strength,
  tall: left.tall || right.tall,
});

/** `a ? x : b ? y : z` is one list of three cases. */
function casesForm(
  node: Extract<Expression, { readonly kind: 'if' }>,
  form: (part: Expression) => Form,
): Form {
  const rows: string[] = [];
  let rest: Expression = node;
  for (; rest.kind === 'if'; rest = rest.otherwise) {
    rows.push(`${form(rest.then).tex} & \\text{if } ${form(rest.condition).tex}`);
  }
  rows.push(`${form(rest).tex} & \\text{otherwise}`);
  return { tex: `\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`, strength: CASES, tall: true };
}

function callForm(
  { name, arguments: values }: Extract<Expression, { readonly kind: 'call' }>,
  form: (part: Expression) => Form,
): Form {
  const forms = values.map(form);
  const tall = forms.some((one) => one.tall);
  const list: Form = { tex: forms.map((one) => within(one, OR)).join(', '), strength: ATOM, tall };
  // Brackets belong to the call, so that a power of it is never read as a power of its argument.
  const called = (sign: string): Form => ({ tex: `${sign}${bracketed(list)}`, strength: POWER, tall });
  switch (name) {
    case 'abs':
      return atom(`\\left\\lvert ${list.tex} \\right\\rvert`, tall);
    case 'floor':
      return atom(`\\left\\lfloor ${list.tex} \\right\\rfloor`, tall);
    case 'sqrt':
      return { tex: `\\sqrt{${list.tex}}`, strength: POWER, tall: true };
    case 'log':
      return called('\\ln');
    case 'exp':
    case 'min':
    case 'max':
      return called(`\\${name}`);
    case 'clamp':
    case 'logistic':
    case 'ramp':
      return called(`\\mathrm{${name}}`);
    default:
      return name satisfies never;
  }
}
