/** The screen of a long experiment as rows: how far it is, and what the runs say so far. */
import {
  atLeft,
  atRight,
  bar,
  barScale,
  type Cell,
  cell,
  clean,
  clip,
  cutRow,
  durationText,
  EMPTY_ROW,
  errorOf,
  errorText,
  FAINT,
  gap,
  grouped,
  ofHundred,
  type Row,
  STRONG,
  spread,
  textWidth,
  wrap,
} from '../../report/index.ts';
import type { TerminalSize } from '../fullscreen.ts';
import { keysRow } from '../keys-row.ts';
import { EXPERIMENT_KEYS } from './keys.ts';
import type { Leading } from './leading.ts';
import { type ExperimentState, rateOf, secondsLeft } from './state.ts';

/** One row shorter than the terminal; no row is wider. */
export function experimentRows(state: ExperimentState, { columns, rows }: TerminalSize): readonly Row[] {
  const height = Math.max(1, rows - 1);
  const head = [titleRow(state, columns), progressRow(state, columns), factsRow(state), EMPTY_ROW];
  const foot = [commandRow(state, columns), keyRow(state, columns)];
  const room = Math.max(0, height - head.length - foot.length - 1);
  const body = bodyRows(state, { columns, rows: room });
  const blank = Array.from({ length: Math.max(0, room - body.length) }, () => EMPTY_ROW);
  const all = [...head, ...body.slice(0, room), ...blank, EMPTY_ROW, ...foot];
  // Of a small window the head and the keys are the last to go.
  const shown = all.length <= height ? all : [...all.slice(0, height - 1), all[all.length - 1]!];
  return shown.map((row) => cutRow(row, columns));
}

function titleRow({ title, what }: ExperimentState, columns: number): Row {
  return spread(
    [gap(1), cell(clean(title), STRONG)],
    [gap(2), cell(`${clip(clean(what), 40)} `, FAINT)],
    columns,
  );
}

/** A rule that fills, and in words how many of how many and the time left. */
function progressRow(state: ExperimentState, columns: number): Row {
  const { done, total, isOpenEnded } = state;
  const words = `${grouped(done)} of ${isOpenEnded ? 'at most ' : ''}${grouped(total)} runs · ${statusOf(state)}`;
  // The longest there may be, so that the rule keeps its length.
  const width = Math.max(4, columns - Math.max(textWidth(words), 2 * grouped(total).length + 24) - 2);
  const halves = total <= 0 ? 0 : Math.min(2 * width, Math.floor((2 * width * done) / total));
  const full = '━'.repeat(Math.floor(halves / 2));
  const half = halves % 2 === 1 ? '╸' : '';
  return [
    cell(full + half, { hue: 'sky' }),
    cell('─'.repeat(Math.max(0, width - full.length - half.length)), FAINT),
    gap(1),
    cell(words),
  ];
}

function statusOf(state: ExperimentState): string {
  if (state.paused) return 'paused';
  if (state.total > 0 && state.done >= state.total) return 'working it out';
  const seconds = secondsLeft(state);
  if (seconds === null) return state.done === 0 ? 'starting' : 'searching';
  return `${durationText(seconds)} left`;
}

/** Points and runs of each, the rate, and whether there were faults. */
function factsRow(state: ExperimentState): Row {
  const { leading } = state;
  const rate = rateOf(state);
  const points =
    leading === null
      ? []
      : [
          `${leading.points === 1 ? '1 point' : `${grouped(leading.points)} points`}, ${grouped(leading.runs)} runs of each`,
        ];
  const speed = rate === null ? [] : [`${grouped(Number(rate.toPrecision(2)))} runs a second`];
  const faults = leading?.faults ?? 0;
  const cells: Cell[] = [gap(1), cell([...points, ...speed].join(' · '), FAINT)];
  if (leading === null) return cells;
  const words =
    faults === 0 ? 'no faults' : faults === 1 ? '! 1 run faulted' : `! ${grouped(faults)} runs faulted`;
  return [
    ...cells,
    cell(' · ', FAINT),
    cell(words, faults === 0 ? FAINT : { hue: 'vermillion', tone: 'strong' }),
  ];
}

const commandRow = ({ command }: ExperimentState, columns: number): Row => [
  gap(1),
  cell(clip(clean(command), Math.max(0, columns - 1)), FAINT),
];

function keyRow(state: ExperimentState, columns: number): Row {
  const keys = EXPERIMENT_KEYS.filter(({ useful }) => useful(state)).map(({ sign, word, rank }) => ({
    sign,
    rank,
    word: word === 'pause' && state.paused ? 'go on' : word,
  }));
  return keysRow(keys, columns);
}

interface Room {
  readonly columns: number;
  readonly rows: number;
}

function bodyRows(state: ExperimentState, room: Room): readonly Row[] {
  const { leading } = state;
  if (leading === null || leading.columns.length === 0) {
    return wrap('The first runs of every point are under way.', Math.max(1, room.columns - 2)).map(
      (line): Row => [gap(1), cell(line, FAINT)],
    );
  }
  const outcomes = state.outcomes.slice(0, Math.max(0, room.rows - 2));
  const hidden = state.outcomes.length - outcomes.length;
  const more: readonly Row[] =
    hidden > 0 ? [[gap(1), cell(`… ${hidden} more; a taller window shows them`, FAINT)]] : [];
  const rows =
    leading.columns.length === 1 ? barRows(leading, outcomes, room) : tableRows(leading, outcomes, room);
  return [...rows, ...more];
}

type Outcomes = ExperimentState['outcomes'];

const labelWidth = (outcomes: Outcomes, columns: number): number =>
  Math.min(
    Math.floor(columns * 0.4),
    Math.max(8, ...outcomes.map(({ label }) => textWidth(clean(label)))) + 2,
  );

const labelCells = ({ label, look }: Outcomes[number], width: number): Row => [
  gap(1),
  cell(look.sign, { hue: look.hue }),
  cell(atLeft(` ${clean(label)}`, width)),
];

/** `38 ±2`. */
function shareText(share: Leading['columns'][number]['shares'][number]): string {
  const count = ofHundred(share);
  return share.n === 0 ? count : `${count} ±${errorText(errorOf(share))}`;
}

const HEADING = 'OF 100 RUNS SO FAR';
const NUMBER = 9;

function barRows({ columns: [column] }: Leading, outcomes: Outcomes, { columns }: Room): readonly Row[] {
  const { shares, name } = column!;
  const label = labelWidth(outcomes, columns);
  const width = Math.max(4, Math.min(50, columns - label - NUMBER - 6));
  const scale = barScale(Math.max(...shares.map(({ high }) => high)));
  return [
    [gap(1), cell(HEADING, STRONG), cell(`  ${clean(name)}, with the 95 % error`, FAINT)],
    ...outcomes.map((outcome, i): Row => {
      const share = shares[i]!;
      const span = { value: share.value / scale, low: share.low / scale, high: share.high / scale };
      return [
        ...labelCells(outcome, label),
        gap(1),
        ...bar(share.n === 0 ? { value: 0, low: 0, high: 0 } : span, width, { hue: outcome.look.hue }),
        cell(atRight(shareText(share), NUMBER)),
      ];
    }),
  ];
}

/** A column a point: with its runs its numbers firm up. */
function tableRows({ columns: shown }: Leading, outcomes: Outcomes, { columns }: Room): readonly Row[] {
  const label = labelWidth(outcomes, columns);
  const width = Math.max(NUMBER + 1, Math.min(22, Math.floor((columns - label - 3) / shown.length)));
  const heads = shown.map(({ name }) => cell(atRight(clip(clean(name), width - 1), width), STRONG));
  return [
    [gap(1), cell(atLeft(HEADING, label + 1), STRONG), ...heads],
    ...outcomes.map(
      (outcome, i): Row => [
        ...labelCells(outcome, label),
        ...shown.map(({ shares }) => cell(atRight(shareText(shares[i]!), width))),
      ],
    ),
  ];
}
