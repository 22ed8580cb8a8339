/** Calls: functions of numbers, and those whose arguments are names. */
import type { Span } from '../diagnostics/index.ts';
import { fault, piece, type Wording } from './fault.ts';
import {
  ARITHMETIC_FUNCTIONS,
  type ArithmeticFunction,
  PATH_FUNCTIONS,
  type PathFunction,
  type PathFunctionName,
} from './functions.ts';
import { unknownFunction } from './lookup-function.ts';
import { lookUpChoice, lookUpHappening, lookUpOutcome, lookUpStage } from './lookup-path.ts';
import type { ParsedNode } from './mathjs.ts';
import {
  need,
  type Reader,
  type Reading,
  ReadOtherwise,
  type Reference,
  readPath,
  type Typed,
  UNREAD,
} from './reading.ts';
import { inScope, outOfScope, type Scope } from './scope.ts';
import type { ExpressionFault } from './tree.ts';
import { needsNumber } from './type-words.ts';

type Call = Extract<ParsedNode, { readonly type: 'FunctionNode' }>;

export function readCall(reader: Reader, node: Call): Reading {
  const called = readPath(reader, node.fn);
  if (called === null) throw new ReadOtherwise();
  const arithmetic = ARITHMETIC_FUNCTIONS.get(called.name);
  if (arithmetic !== undefined)
    return readArithmeticCall(reader, called, { row: arithmetic, args: node.args });
  const path = PATH_FUNCTIONS.get(called.name);
  if (path !== undefined) return readPathCall(reader, called, { row: path, args: node.args });
  reader.faults.push(fault('unknown-name', called.span, unknownFunction(called.name, reader.names)));
  const { end } = readArguments(reader, node.args, reader.read);
  return { ...UNREAD, span: { start: called.span.start, end } };
}

/** Takes the brackets and commas of a call around its arguments. */
function readArguments<T>(
  reader: Reader,
  nodes: readonly ParsedNode[],
  read: (node: ParsedNode) => T,
): { readonly values: readonly T[]; readonly end: number } {
  reader.take('(');
  const values: T[] = [];
  for (const node of nodes) {
    if (values.length > 0) reader.take(',');
    values.push(read(node));
  }
  return { values, end: reader.take(')').end };
}

function readArithmeticCall(
  reader: Reader,
  called: Reference,
  { row, args }: { readonly row: ArithmeticFunction; readonly args: readonly ParsedNode[] },
): Reading {
  const { values, end } = readArguments(reader, args, reader.read);
  const span = { start: called.span.start, end };
  if (values.length < row.least || values.length > row.most)
    reader.faults.push(
      fault(
        'expression-arguments',
        span,
        wrongCount(row.name, row.shape, { least: row.least, given: values.length }),
      ),
    );
  for (const value of values)
    need(reader, value, 'number', () => needsNumber(piece(reader.text, value.span), row.name));
  return {
    tree: { kind: 'call', name: row.name, arguments: values.map(({ tree }) => tree) },
    type: 'number',
    span,
  };
}

function wrongCount(
  name: string,
  shape: string,
  { least, given }: { readonly least: number; readonly given: number },
): Wording {
  const wanted = `${name === 'min' || name === 'max' ? 'at least ' : ''}${least} argument${least === 1 ? '' : 's'}`;
  const message = `\`${name}\` takes ${wanted}, and here ${given < 2 ? 'is' : 'are'} ${given === 0 ? 'none' : given}`;
  const mend = name === 'log' && given === 2 ? 'write `log(x) / log(base)`' : `write \`${shape}\``;
  return { message, mend };
}

const LEAST_SCOPE: Readonly<Record<PathFunctionName, Scope>> = {
  active: 'state',
  days_in: 'state',
  since: 'state',
  times: 'state',
  is: 'parameters',
  outcome: 'end',
};

function readPathCall(
  reader: Reader,
  called: Reference,
  { row, args }: { readonly row: PathFunction; readonly args: readonly ParsedNode[] },
): Reading {
  const { values, end } = readArguments(reader, args, (argument) => readPathArgument(reader, argument));
  const span = { start: called.span.start, end };
  const found = resolveCall(reader, { row, values, span });
  if ('tree' in found) return { ...found, span };
  reader.faults.push(found);
  return { ...UNREAD, span };
}

/** A path, or null for anything else; that is one fault, whatever is wrong inside it. */
function readPathArgument(reader: Reader, node: ParsedNode): Reference | null {
  const path = readPath(reader, node);
  if (path !== null) return path;
  const faults = reader.faults.length;
  reader.read(node);
  reader.faults.length = faults;
  return null;
}

function resolveCall(
  { names, scope }: Reader,
  call: { readonly row: PathFunction; readonly values: readonly (Reference | null)[]; readonly span: Span },
): Typed | ExpressionFault {
  const { name, shape } = call.row;
  if (!inScope(scope, LEAST_SCOPE[name]))
    return fault('expression-scope', call.span, outOfScope(`${name}(…)`, scope));
  if (call.values.length !== call.row.arguments)
    return fault(
      'expression-arguments',
      call.span,
      wrongCount(name, shape, { least: call.row.arguments, given: call.values.length }),
    );
  const [first, second] = call.values;
  if (first == null || second === null)
    return fault('expression-arguments', call.span, {
      message: `\`${name}\` takes ${name === 'is' ? 'two names' : 'a name or a path'}, and nothing else`,
      mend: `write \`${shape}\``,
    });
  switch (name) {
    case 'active':
      return made(lookUpStage(first, names), (stage) => ({ tree: { kind: name, stage }, type: 'boolean' }));
    case 'days_in':
      return made(lookUpStage(first, names), (stage) => ({ tree: { kind: name, stage }, type: 'number' }));
    case 'since':
    case 'times':
      return made(lookUpHappening(first, names), (happening) => ({
        tree: { kind: name, happening },
        type: 'number',
      }));
    case 'outcome':
      return made(lookUpOutcome(first, names), (outcome) => ({
        tree: { kind: 'ended', outcome },
        type: 'boolean',
      }));
    case 'is':
      return second === undefined ? UNREAD : lookUpChoice(first, second, names);
    default:
      return name satisfies never;
  }
}

const made = (found: number | ExpressionFault, make: (index: number) => Typed): Typed | ExpressionFault =>
  typeof found === 'number' ? make(found) : found;
