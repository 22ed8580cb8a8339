/** The rows at the bottom: what the numbers rest on, and always last the keys. */
import { GOOD_RUNS } from '../../experiment/index.ts';
import {
  assumptionsLine,
  cell,
  clean,
  clip,
  errorOf,
  errorText,
  FAINT,
  gap,
  grouped,
  type Row,
  STRONG,
  textWidth,
  wrap,
} from '../../report/index.ts';
import { keysRow } from '../keys-row.ts';
import { sameSettings } from './change-settings.ts';
import { outcomesOf } from './figures.ts';
import type { LabKey } from './key-types.ts';
import { LAB_KEYS } from './keys.ts';
import type { LabState } from './state.ts';

export const footRows = (state: LabState, columns: number): readonly Row[] => [
  ...statusRows(state, columns),
  keysRow(usefulKeys(state), columns),
];

/** Rows that a notice may take: what is said only once is said whole. */
const MOST_NOTICE_ROWS = 3;

function statusRows(state: LabState, columns: number): readonly Row[] {
  const { notice, list } = state;
  const fault = faultWords(state);
  const said = notice ?? fault;
  if (said === null || list.naming !== null) return [[gap(1), ...statusCells(state, columns - 2)]];
  const lines = wrap(clean(said), columns - 2).slice(0, MOST_NOTICE_ROWS);
  const hue = notice === null ? 'vermillion' : 'yellow';
  return lines.map((line) => [gap(1), cell(line, { tone: 'strong', hue })]);
}

/** Runs and error, what is held and what varies, what before is, the seed: as much as fits. */
function statusCells(state: LabState, room: number): Row {
  const { naming } = state.list;
  if (naming !== null) {
    return [
      cell('Name of the variant: ', {}),
      cell(`${naming}▏`, STRONG),
      cell('  enter saves it, esc does not', FAINT),
    ];
  }
  const { now, scenario, point } = state;
  const errors = now === null ? [] : outcomesOf(now.picture).map(({ share }) => errorOf(share));
  const runs = now === null ? 0 : now.picture.codes.runs;
  const counted =
    runs === 0
      ? 'no runs yet'
      : `${grouped(runs)} runs ±${errorText(Math.max(0, ...errors))}${measuredWords(state.tab, runs)}`;
  const varied = scenario.parameters.map(({ index, distribution }) => ({
    varied: point.parameters[index] === null && distribution !== null,
  }));
  const assumptions = assumptionsLine(varied);
  const short = assumptions.replace('assumptions vary', 'vary').replace('assumption varies', 'varies');
  const was = wasWords(state);
  const changed = changedWords(state);
  const seed = `seed ${clean(state.seed)}`;
  const choices = [
    [counted, assumptions, ...changed, ...was, seed],
    [counted, assumptions, ...was, seed],
    [counted, short, ...changed, ...was, seed],
    [counted, short, ...was, seed],
    [counted, short, seed],
    [counted, seed],
    [counted],
  ];
  const lines = choices.map((parts) => parts.join(' · '));
  return [cell(lines.find((line) => textWidth(line) <= room) ?? clip(lines[lines.length - 1]!, room), FAINT)];
}

/** Where measures are shown, that they rest on fewer runs than the outcomes. */
const measuredWords = (tab: LabState['tab'], runs: number): string =>
  tab === 'measures' && runs > GOOD_RUNS ? ` · measures: the first ${grouped(GOOD_RUNS)}` : '';

/** What "was" means where it is not what the lab was opened with. */
function wasWords({ before, scenario, marked, home }: LabState): readonly string[] {
  if (before !== null && before.picture.scenario !== scenario) return ['was: the version before'];
  return sameSettings(marked, home) ? [] : ['was: what you marked'];
}

function changedWords({ settings }: LabState): readonly string[] {
  const decided = Object.keys(settings.decide).length;
  const off = settings.without.length;
  return [...(decided === 0 ? [] : [`${decided} decided`]), ...(off === 0 ? [] : [`${off} left out`])];
}

/** How many of the runs could not go on, and where the first of them stopped. */
function faultWords({ now, fault, settings }: LabState): string | null {
  const faulted = now?.picture.tally.faulted ?? 0;
  if (now === null || faulted === 0) return null;
  const count = `! ${grouped(faulted)} of ${grouped(now.picture.codes.runs)} runs could not go on and are left out`;
  const known = fault !== null && sameSettings(fault.settings, settings);
  return known ? `${count}: ${clean(fault.message)}` : count;
}

const TYPING_WORDS = ['set', 'back', 'choose'];

/** The keys that do something now. */
function usefulKeys(state: LabState): readonly LabKey[] {
  const { list } = state;
  const isTyping = list.naming !== null || list.isSearching || list.typed !== null;
  // While text is typed most keys are letters.
  const means = (word: string) => !isTyping || TYPING_WORDS.includes(word);
  return LAB_KEYS.filter(({ rank, useful, word }) => rank > 0 && useful(state) && means(word));
}
