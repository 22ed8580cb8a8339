/** Copies of function bodies: what a call costs on the way in and out is spared where a function is small or called once. */
import type { Expr, Func, Local, Stmt } from './types.ts';

type Rename = (local: Local) => Local;

/** Whether a body can stand in the middle of another: it returns at its end only. */
export const canSplice = remembered((func) => !func.body.slice(0, -1).some(returns));

/** An answer about a function that is defined does not change. */
function remembered<T>(ask: (func: Func) => T): (func: Func) => T {
  const known = new WeakMap<Func, T>();
  return (func) => {
    const before = known.get(func);
    if (before !== undefined) return before;
    const answer = ask(func);
    known.set(func, answer);
    return answer;
  };
}

function returns(s: Stmt): boolean {
  switch (s.op) {
    case 'return':
      return true;
    case 'if':
      return s.yes.some(returns) || s.no.some(returns);
    case 'switch':
      return s.cases.some((body) => body.some(returns)) || s.otherwise.some(returns);
    case 'while':
      return s.body.some(returns);
    default:
      return false;
  }
}

/** How many statements and expressions a body has. */
export const sizeOf = remembered((func) => sizeOfBlock(func.body));

const sizeOfBlock = (body: readonly Stmt[]): number => body.reduce((sum, s) => sum + sizeOfStatement(s), 0);

function sizeOfStatement(s: Stmt): number {
  switch (s.op) {
    case 'set':
      return 1 + sizeOfExpression(s.value);
    case 'store':
      return 1 + sizeOfExpression(s.value) + (s.address === null ? 0 : sizeOfExpression(s.address));
    case 'if':
      return 1 + sizeOfExpression(s.condition) + sizeOfBlock(s.yes) + sizeOfBlock(s.no);
    case 'switch':
      return 1 + s.cases.reduce((sum, body) => sum + sizeOfBlock(body), sizeOfBlock(s.otherwise));
    case 'while':
      return 1 + sizeOfExpression(s.condition) + sizeOfBlock(s.body);
    case 'call':
      return 1 + s.args.reduce((sum, arg) => sum + sizeOfExpression(arg), 0);
    case 'fill':
      return 1;
    case 'return':
      return s.value === null ? 1 : 1 + sizeOfExpression(s.value);
    default:
      return s satisfies never;
  }
}

function sizeOfExpression(e: Expr): number {
  switch (e.op) {
    case 'const':
    case 'get':
      return 1;
    case 'load':
      return e.address === null ? 1 : 1 + sizeOfExpression(e.address);
    case 'unary':
      return 1 + sizeOfExpression(e.a);
    case 'binary':
      return 1 + sizeOfExpression(e.a) + sizeOfExpression(e.b);
    case 'pick':
      return 1 + sizeOfExpression(e.condition) + sizeOfExpression(e.a) + sizeOfExpression(e.b);
    case 'lanes':
    case 'call':
      return 1 + e.args.reduce((sum, arg) => sum + sizeOfExpression(arg), 0);
    default:
      return e satisfies never;
  }
}

/** A statement with other locals. */
export function renamed(s: Stmt, rename: Rename): Stmt {
  const e = (expression: Expr): Expr => renamedExpression(expression, rename);
  const block = (body: readonly Stmt[]): readonly Stmt[] => body.map((one) => renamed(one, rename));
  switch (s.op) {
    case 'set':
      return { ...s, local: rename(s.local), value: e(s.value) };
    case 'store':
      return { ...s, address: s.address === null ? null : e(s.address), value: e(s.value) };
    case 'if':
      return { ...s, condition: e(s.condition), yes: block(s.yes), no: block(s.no) };
    case 'switch':
      return { ...s, on: e(s.on), cases: s.cases.map(block), otherwise: block(s.otherwise) };
    case 'while':
      return { ...s, condition: e(s.condition), body: block(s.body) };
    case 'call':
      return { ...s, args: s.args.map(e) };
    case 'fill':
      return s;
    case 'return':
      return { ...s, value: s.value === null ? null : e(s.value) };
    default:
      return s satisfies never;
  }
}

export function renamedExpression(expression: Expr, rename: Rename): Expr {
  const e = (inner: Expr): Expr => renamedExpression(inner, rename);
  switch (expression.op) {
    case 'const':
      return expression;
    case 'get':
      return { ...expression, local: rename(expression.local) };
    case 'load':
      return expression.address === null ? expression : { ...expression, address: e(expression.address) };
    case 'unary':
      return { ...expression, a: e(expression.a) };
    case 'binary':
      return { ...expression, a: e(expression.a), b: e(expression.b) };
    case 'pick':
      return { ...expression, condition: e(expression.condition), a: e(expression.a), b: e(expression.b) };
    case 'lanes':
    case 'call':
      return { ...expression, args: expression.args.map(e) };
    default:
      return expression satisfies never;
  }
}
