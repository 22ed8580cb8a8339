/** Writes functions statement by statement; blocks are given as callbacks. */
import { get } from './expressions.ts';
import { canSplice, renamed, renamedExpression } from './splice.ts';
import type { Expr, Func, Local, Program, Stmt, Type } from './types.ts';

/** Gathers the functions of a program. */
export class ProgramBuilder {
  readonly functions: Func[] = [];

  /** Declares a function; `define` gives it its body. */
  declare(name: string, params: readonly Type[], result: Type | null, exported = false): Func {
    const index = this.functions.length;
    const func: Func = { name, index, params, result, exported, locals: [], body: [], isCalled: false };
    this.functions.push(func);
    return func;
  }

  define(func: Func, write: (code: Code, ...params: readonly Expr[]) => void): Func {
    const code = new Code(func.params);
    write(code, ...func.params.map((type, index) => get({ type, index })));
    func.body = code.finish();
    func.locals = code.locals;
    return func;
  }

  program(memoryBytes: number): Program {
    return { functions: this.functions, memoryBytes };
  }
}

/** The body of one function while it is written. */
export class Code {
  readonly locals: Type[] = [];
  private readonly params: readonly Type[];
  private sink: Stmt[] = [];

  constructor(params: readonly Type[]) {
    this.params = params;
  }

  local(type: Type): Local {
    this.locals.push(type);
    return { type, index: this.params.length + this.locals.length - 1 };
  }

  /** The value held in a fresh local. */
  keep(value: Expr): Expr {
    if (value.op === 'get' || value.op === 'const') return value;
    const local = this.local(value.type);
    this.set(local, value);
    return get(local);
  }

  set(local: Local, value: Expr): void {
    this.sink.push({ op: 'set', local, value });
  }

  store(type: Type, offset: number, value: Expr, address: Expr | null = null): void {
    this.sink.push({ op: 'store', type, address, offset, value });
  }

  if(condition: Expr, then: () => void, otherwise?: () => void): void {
    const yes = this.block(then);
    const no = otherwise === undefined ? [] : this.block(otherwise);
    if (yes.length + no.length > 0) this.sink.push({ op: 'if', condition, yes, no });
  }

  /** Without `labels`, value v takes case v. */
  switch(on: Expr, cases: readonly (() => void)[], otherwise?: () => void, labels?: readonly number[]): void {
    const blocks = cases.map((write) => this.block(write));
    const rest = otherwise === undefined ? [] : this.block(otherwise);
    if (rest.length > 0 || blocks.some((block) => block.length > 0)) {
      const plain = blocks.map((_, k) => k);
      this.sink.push({ op: 'switch', on, labels: labels ?? plain, cases: blocks, otherwise: rest });
    }
  }

  while(condition: Expr, body: () => void): void {
    this.sink.push({ op: 'while', condition, body: this.block(body) });
  }

  call(func: Func, ...args: readonly Expr[]): void {
    func.isCalled = true;
    this.sink.push({ op: 'call', func, args });
  }

  /** What a function that is already defined does and yields, written out here. */
  spliced(func: Func, ...args: readonly Expr[]): Expr | null {
    if (func.body.length === 0 || !canSplice(func)) throw new Error(`${func.name} cannot be written out`);
    const locals = [...func.params, ...func.locals].map((type) => this.local(type));
    const rename = (local: Local): Local => locals[local.index] as Local;
    args.forEach((value, index) => {
      this.set(locals[index] as Local, value);
    });
    const last = func.body.at(-1);
    const hasEnd = last?.op === 'return';
    for (const one of hasEnd ? func.body.slice(0, -1) : func.body) this.sink.push(renamed(one, rename));
    return hasEnd && last.value !== null ? this.keep(renamedExpression(last.value, rename)) : null;
  }

  fill(offset: number, bytes: number, byte: number): void {
    if (bytes > 0) this.sink.push({ op: 'fill', offset, byte, bytes });
  }

  return(value: Expr | null = null): void {
    this.sink.push({ op: 'return', value });
  }

  finish(): readonly Stmt[] {
    return this.sink;
  }

  private block(write: () => void): Stmt[] {
    const outer = this.sink;
    const inner: Stmt[] = [];
    this.sink = inner;
    write();
    this.sink = outer;
    return inner;
  }
}
