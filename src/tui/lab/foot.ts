/** The rows at the bottom: what the numbers rest on, and always last the keys. */
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
  textWidth,
} from '../../report/index.ts';
import { sameSettings } from './change-settings.ts';
import { outcomesOf } from './figures.ts';
import { LAB_KEYS } from './keys.ts';
import type { LabState } from './state.ts';

export const footRows = (state: LabState, columns: number): readonly Row[] => [
  [gap(1), ...statusCells(state, columns - 2)],
  keysRow(state, columns),
];

/** A notice first; else faults; else runs and error, what is held and what varies, what before is, the seed. */
function statusCells(state: LabState, room: number): Row {
  if (state.notice !== null)
    return [cell(clip(clean(state.notice), room), { tone: 'strong', hue: 'yellow' })];
  const fault = faultWords(state);
  if (fault !== null) return [cell(clip(fault, room), { tone: 'strong', hue: 'vermillion' })];
  const { now, scenario, point } = state;
  const errors = now === null ? [] : outcomesOf(now.picture).map(({ share }) => errorOf(share));
  const runs = now === null ? 0 : now.picture.codes.runs;
  const counted = runs === 0 ? 'no runs yet' : `${grouped(runs)} runs ±${errorText(Math.max(0, ...errors))}`;
  const varied = scenario.parameters.map(({ index, distribution }) => ({
    varied: point.parameters[index] === null && distribution !== null,
  }));
  const assumptions = assumptionsLine(varied);
  const short = assumptions.replace('assumptions vary', 'vary').replace('assumption varies', 'varies');
  const was = sameSettings(state.marked, state.home) ? [] : ['was: what you marked'];
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

function changedWords({ settings }: LabState): readonly string[] {
  const decided = Object.keys(settings.decide).length;
  const off = settings.without.length;
  return [
    ...(settings.variant === null ? [] : [`variant ${settings.variant}`]),
    ...(decided === 0 ? [] : [`${decided} decided`]),
    ...(off === 0 ? [] : [`${off} left out`]),
  ];
}

/** How many of the runs could not go on, and where the first of them stopped. */
function faultWords({ now, fault, settings }: LabState): string | null {
  const faulted = now?.picture.tally.faulted ?? 0;
  if (now === null || faulted === 0) return null;
  const count = `! ${grouped(faulted)} of ${grouped(now.picture.codes.runs)} runs could not go on and are left out`;
  const known = fault !== null && sameSettings(fault.settings, settings);
  return known ? `${count}: ${clean(fault.message)}` : count;
}

/** The keys that do something now; where there is no room for all, those that matter least are left out. */
function keysRow(state: LabState, columns: number): Row {
  let entries = LAB_KEYS.filter(({ rank, useful }) => rank > 0 && useful(state));
  const width = () => entries.reduce((sum, { sign, word }) => sum + textWidth(sign) + word.length + 3, 1);
  while (width() > columns && entries.length > 1) {
    const least = Math.min(...entries.map(({ rank }) => rank));
    const last = entries.findLastIndex(({ rank }) => rank === least);
    entries = entries.filter((_, index) => index !== last);
  }
  return [
    gap(1),
    ...entries.flatMap(({ sign, word }): Row => [cell(sign, { tone: 'strong' }), cell(` ${word}  `, FAINT)]),
  ];
}
