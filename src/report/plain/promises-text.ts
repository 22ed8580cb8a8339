/** What `check --expect` found: each promise of a scenario, what was wanted and what came out. */
import type { Estimate } from '../../analysis/index.ts';
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

export interface PromiseLine {
  readonly name: string;
  readonly verdict: Verdict;
  /** null where no run was selected. */
  readonly estimate: Estimate | null;
  /** `between 2 and 60 of 100 runs`. */
  readonly wanted: string;
  readonly runs: number;
  /** What was found, in a sentence. */
  readonly text: string;
  readonly because: string | null;
}

const MARKS: Readonly<Record<Verdict, { readonly sign: string; readonly word: string; readonly hue: Hue }>> =
  {
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

/** Ends with a line feed; the failing ones are marked by sign, word and colour. */
export function promisesText(promises: readonly PromiseLine[], options: PlainOptions): string {
  const columns = Math.max(40, options.columns);
  const widest = Math.max(0, ...promises.map(({ name }) => textWidth(clean(name))));
  const name = Math.min(widest, Math.floor(columns * 0.4));
  const indent = 4;
  const rows = promises.flatMap((promise): readonly Row[] => {
    const { sign, word, hue } = MARKS[promise.verdict];
    const more = (text: string): readonly Row[] =>
      wrap(text, columns - indent - 1).map((line) => [gap(indent), cell(line, FAINT)]);
    const found = promise.verdict === 'holds' ? promise.text : `${promise.text} Wanted: ${promise.wanted}.`;
    return [
      [
        gap(1),
        cell(sign, { hue, tone: 'strong' }),
        gap(1),
        cell(atLeft(clean(promise.name), name), STRONG),
        gap(2),
        cell(word, { hue }),
        cell(`  ${grouped(promise.runs)} runs`, FAINT),
      ],
      ...wrap(found, columns - indent - 1).map((line): Row => [gap(indent), cell(line)]),
      ...(promise.because === null ? [] : more(`because ${promise.because}`)),
    ];
  });
  const last = wrap(summary(promises), columns - 2).map((line): Row => [gap(1), cell(line, STRONG)]);
  return writeRows([...rows, ...(rows.length > 0 ? [EMPTY_ROW] : []), ...last], options);
}
