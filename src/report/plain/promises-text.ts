/** What `check --expect` found: each promise of a scenario, what was wanted and what came out. */
import {
  atLeft,
  cell,
  clean,
  EMPTY_ROW,
  FAINT,
  gap,
  grouped,
  type Hue,
  type Row,
  STRONG,
  textWidth,
  wrap,
} from '../text/index.ts';
import { type PlainOptions, writeRows } from './write-rows.ts';

export type Verdict = 'holds' | 'fails' | 'not enough runs';

/** One of the things that a promise says. */
export interface ClaimLine {
  readonly verdict: Verdict;
  /** What was found, with its interval. */
  readonly text: string;
  /** `2 % to 60 %`. */
  readonly wanted: string;
}

export interface PromiseLine {
  readonly name: string;
  readonly verdict: Verdict;
  readonly runs: number;
  readonly claims: readonly ClaimLine[];
  readonly warnings: readonly string[];
  readonly because: string | null;
}

interface Mark {
  readonly sign: string;
  readonly word: string;
  readonly hue: Hue;
}

const MARKS: Readonly<Record<Verdict, Mark>> = {
  holds: { sign: '✓', word: 'holds', hue: 'green' },
  fails: { sign: '✗', word: 'FAILS', hue: 'vermillion' },
  'not enough runs': { sign: '?', word: 'not enough runs', hue: 'yellow' },
};

/** `3 promises: 1 holds, 1 fails, 1 has not enough runs.` */
function summary(promises: readonly PromiseLine[]): string {
  const count = (verdict: Verdict) => promises.filter((one) => one.verdict === verdict).length;
  const [held, failed, open] = [count('holds'), count('fails'), count('not enough runs')];
  const parts = [
    ...(held > 0 ? [`${held} ${held === 1 ? 'holds' : 'hold'}`] : []),
    ...(failed > 0 ? [`${failed} ${failed === 1 ? 'fails' : 'fail'}`] : []),
    ...(open > 0 ? [`${open} ${open === 1 ? 'has' : 'have'} not enough runs`] : []),
  ];
  if (promises.length === 0) return 'The scenario makes no promises.';
  return `${promises.length} ${promises.length === 1 ? 'promise' : 'promises'}: ${parts.join(', ')}.`;
}

const INDENT = 4;
/** What a line has beside the name: ` ✓ `, and `  not enough runs  1,000,000 runs`. */
const BESIDE_NAME = 3 + 33;

/** Ends with a line feed; the failing ones are marked by sign, word and colour. */
export function promisesText(promises: readonly PromiseLine[], options: PlainOptions): string {
  const columns = Math.max(40, options.columns);
  const widest = Math.max(0, ...promises.map(({ name }) => textWidth(clean(name))));
  const name = Math.min(widest, Math.max(Math.floor(columns * 0.4), columns - BESIDE_NAME));
  const rows = promises.flatMap((promise) => promiseRows(promise, { columns, name }));
  const last = wrap(summary(promises), columns - 2).map((line): Row => [gap(1), cell(line, STRONG)]);
  return writeRows([...rows, ...(rows.length > 0 ? [EMPTY_ROW] : []), ...last], options);
}

interface Widths {
  readonly columns: number;
  readonly name: number;
}

function promiseRows(promise: PromiseLine, { columns, name }: Widths): readonly Row[] {
  const { sign, word, hue } = MARKS[promise.verdict];
  const several = promise.claims.length > 1;
  const wanted = new Set(promise.claims.map((claim) => claim.wanted));
  const common = several && wanted.size === 1 ? [...wanted][0]! : null;
  const more = (text: string, style = FAINT): readonly Row[] =>
    wrapNumbers(text, columns - INDENT - 1).map((line) => [gap(INDENT), cell(line, style)]);
  return [
    [
      gap(1),
      cell(sign, { hue, tone: 'strong' }),
      gap(1),
      cell(atLeft(clean(promise.name), name), STRONG),
      gap(2),
      cell(word, { hue }),
      cell(`  ${grouped(promise.runs)} ${promise.runs === 1 ? 'run' : 'runs'}`, FAINT),
    ],
    ...promise.claims.flatMap((claim) => claimRows(claim, { columns, several, isSaid: common !== null })),
    ...(common === null ? [] : more(`wanted of each: ${common}`)),
    ...promise.warnings.flatMap((warning) => more(`warning: ${warning}`, { hue: 'yellow' })),
    ...(promise.because === null ? [] : more(`because ${promise.because}`)),
  ];
}

/** Stands for a blank at which no line may end; of the private use area, so that no font has it. */
const GLUE = '\ue000';

/** Lines that do not part a number from its per-cent sign. */
const wrapNumbers = (text: string, columns: number): readonly string[] =>
  wrap(text.replaceAll(/(\d) %/g, `$1${GLUE}%`), columns).map((line) => line.replaceAll(GLUE, ' '));

interface ClaimPlace {
  readonly columns: number;
  /** Where a promise makes several claims each has its own sign. */
  readonly several: boolean;
  /** What is wanted is said elsewhere. */
  readonly isSaid: boolean;
}

function claimRows(
  { verdict, text, wanted }: ClaimLine,
  { columns, several, isSaid }: ClaimPlace,
): readonly Row[] {
  const { sign, hue } = MARKS[verdict];
  const indent = INDENT + (several ? 2 : 0);
  const whole = isSaid ? text : `${text}, wanted ${wanted}`;
  return wrapNumbers(whole, columns - indent - 1).map((line, at): Row => {
    if (!several) return [gap(indent), cell(line)];
    const mark = at === 0 ? cell(sign, { hue }) : gap(1);
    return [gap(INDENT), mark, gap(1), cell(line)];
  });
}
