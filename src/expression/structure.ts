/**
 * The second gate: operands and signs take turns, and brackets close. mathjs would find most of this too, but
 * without places, one fault at a time, and it multiplies where a sign was forgotten.
 */
import { fault } from './fault.ts';
import { DEEPEST_NESTING } from './limits.ts';
import * as wording from './structure-words.ts';
import type { Token } from './tokens.ts';
import type { ExpressionFault } from './tree.ts';

/** What is open: the expression itself, a bracket, or a function's bracket. */
interface Level {
  /** The opening bracket; null for the expression itself. */
  readonly open: Token | null;
  readonly isCall: boolean;
  /** `?` that wait for their `:`. */
  readonly waiting: Token[];
  /** What nests to the right here: choices since the last comma, signs and powers since the last other sign. */
  choices: number;
  signs: number;
}

interface Scan {
  readonly text: string;
  readonly faults: ExpressionFault[];
  readonly levels: Level[];
  wantsOperand: boolean;
}

const newLevel = (open: Token | null, isCall: boolean): Level => ({
  open,
  isCall,
  waiting: [],
  choices: 0,
  signs: 0,
});

/** All faults in the order of tokens. Where there is none, mathjs can read the text. */
export function checkStructure(text: string, tokens: readonly Token[]): readonly ExpressionFault[] {
  const scan: Scan = { text, faults: [], levels: [newLevel(null, false)], wantsOperand: true };
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (scan.wantsOperand) atOperand(scan, token, before);
    else atOperator(scan, token, before!);
    if (depthOf(scan) > DEEPEST_NESTING) {
      scan.faults.push(fault('expression-too-deep', token, wording.tooDeep()));
      return scan.faults;
    }
  }
  atEnd(scan, tokens.at(-1));
  return scan.faults;
}

const depthOf = ({ levels }: Scan): number =>
  levels.reduce((depth, level) => depth + level.choices + level.signs, levels.length - 1);

const innermost = ({ levels }: Scan): Level => levels.at(-1)!;

/** Where a number, a name, a sign before an operand, or a bracket may stand. */
function atOperand(scan: Scan, token: Token, before: Token | undefined): void {
  const level = innermost(scan);
  if (before?.kind === '.' && token.kind !== 'name') {
    scan.faults.push(fault('expression-syntax', before, wording.strayDot()));
    scan.wantsOperand = false;
    if (token.kind === '(') openBracket(scan, token, false);
    else if (token.kind !== 'number' && token.kind !== 'boolean') atOperator(scan, token, before);
    return;
  }
  switch (token.kind) {
    case 'number':
    case 'boolean':
    case 'name':
      scan.wantsOperand = false;
      return;
    case 'not':
      level.signs++;
      return;
    case '(':
      openBracket(scan, token, false);
      return;
    case ')':
      if (before?.kind === '(' && !level.isCall)
        scan.faults.push(
          fault('expression-syntax', { start: before.start, end: token.end }, wording.emptyBrackets()),
        );
      else if (before !== undefined && before.kind !== '(')
        scan.faults.push(fault('expression-syntax', before, wording.nothingAfter(before, token)));
      close(scan, token);
      return;
    case 'binary':
      if (token.text === '-') level.signs++;
      else if (token.text === '+')
        scan.faults.push(fault('expression-forbidden', token, wording.unaryPlus()));
      else scan.faults.push(fault('expression-syntax', token, wording.nothingBefore(before, token)));
      return;
    case ',':
    case '?':
    case ':':
    case '.':
      scan.faults.push(fault('expression-syntax', token, wording.nothingBefore(before, token)));
      if (token.kind === '?') level.waiting.push(token);
      if (token.kind === ':') level.waiting.pop();
      return;
    default:
      token.kind satisfies never;
  }
}

/** Behind an operand: a sign that goes on, or the end of something. */
function atOperator(scan: Scan, token: Token, before: Token): void {
  const level = innermost(scan);
  switch (token.kind) {
    case 'number':
    case 'boolean':
    case 'name':
      juxtaposed(scan, before, token);
      return;
    case 'not':
      scan.faults.push(fault('expression-syntax', token, wording.lonelyNot()));
      scan.wantsOperand = true;
      return;
    case '(':
      if (before.kind !== 'name') juxtaposed(scan, before, token);
      openBracket(scan, token, before.kind === 'name');
      return;
    case ')':
      close(scan, token);
      return;
    case 'binary':
      level.signs = token.text === '^' ? level.signs + 1 : 0;
      scan.wantsOperand = true;
      return;
    case ',':
      atComma(scan, token);
      return;
    case '?':
      if (level.waiting.length > 0)
        scan.faults.push(fault('expression-syntax', token, wording.nestedChoice()));
      level.waiting.push(token);
      level.choices++;
      level.signs = 0;
      scan.wantsOperand = true;
      return;
    case ':':
      if (level.waiting.pop() === undefined)
        scan.faults.push(fault('expression-forbidden', token, wording.range()));
      level.signs = 0;
      scan.wantsOperand = true;
      return;
    case '.':
      if (before.kind !== 'name') scan.faults.push(fault('expression-syntax', token, wording.strayDot()));
      scan.wantsOperand = true;
      return;
    default:
      token.kind satisfies never;
  }
}

function openBracket(scan: Scan, token: Token, isCall: boolean): void {
  scan.levels.push(newLevel(token, isCall));
  scan.wantsOperand = true;
}

function juxtaposed(scan: Scan, before: Token, token: Token): void {
  const span = { start: before.start, end: token.end };
  scan.faults.push(fault('expression-forbidden', span, wording.juxtaposed(before, token)));
}

function atComma(scan: Scan, token: Token): void {
  const level = innermost(scan);
  if (!level.isCall) scan.faults.push(fault('expression-syntax', token, wording.strayComma()));
  unansweredChoices(scan, level);
  level.choices = 0;
  level.signs = 0;
  scan.wantsOperand = true;
}

function close(scan: Scan, token: Token): void {
  scan.wantsOperand = false;
  unansweredChoices(scan, innermost(scan));
  if (scan.levels.length > 1) scan.levels.pop();
  else scan.faults.push(fault('expression-syntax', token, wording.neverOpened()));
}

function unansweredChoices(scan: Scan, level: Level): void {
  for (const question of level.waiting.splice(0))
    scan.faults.push(fault('expression-syntax', question, wording.unansweredChoice()));
}

function atEnd(scan: Scan, last: Token | undefined): void {
  if (last === undefined) {
    const whole = { start: 0, end: scan.text.length };
    scan.faults.push(fault('expression-syntax', whole, wording.empty()));
    return;
  }
  if (scan.wantsOperand && last.kind !== '(')
    scan.faults.push(fault('expression-syntax', last, wording.nothingAfter(last, null)));
  for (const level of scan.levels) {
    unansweredChoices(scan, level);
    if (level.open) scan.faults.push(fault('expression-syntax', level.open, wording.neverClosed()));
  }
}
