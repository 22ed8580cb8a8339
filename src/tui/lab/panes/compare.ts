/** `c`: up to four sides beside each other, each against the first with the same luck. */
import {
  atLeft,
  atRight,
  cell,
  changeSign,
  clean,
  clip,
  FAINT,
  gap,
  grouped,
  ofHundred,
  outcomeLooks,
  type Row,
  STRONG,
  settingsLine,
  textWidth,
  wrap,
} from '../../../report/index.ts';
import { outcomeChanges, outcomesOf } from '../figures.ts';
import type { LabState, Shown } from '../state.ts';
import { joinedParts, titleRow } from './page.ts';

const NUMBER = 5;
const CHANGE = 5;

export function comparePage(state: LabState, columns: number): readonly Row[] {
  const { scenario, first } = state;
  const sides = sidesOf(state);
  const looks = outcomeLooks(scenario.outcomes);
  const each = NUMBER + CHANGE + 1;
  const widest = Math.max(...scenario.outcomes.map(({ label }) => textWidth(clean(label))));
  const name = Math.max(10, Math.min(widest, columns - 4 - each * sides.length));
  const head: Row = [
    gap(1),
    cell(atLeft('', name + 2)),
    ...sides.map((_, index) => cell(atRight(`${letter(index)}${' '.repeat(CHANGE)}`, each), STRONG)),
  ];
  const lines = scenario.outcomes.map(({ label }, outcome): Row => {
    const { sign, hue } = looks[outcome]!;
    return [
      gap(1),
      cell(`${sign} `, { hue }),
      cell(atLeft(clean(label), name)),
      ...sides.flatMap((side, index): Row => {
        const share = outcomesOf(side.picture)[outcome]!.share;
        const change = index === 0 || first === null ? null : outcomeChanges(side, first)?.[outcome];
        const sign = changeSign(change ?? null);
        return [cell(atRight(ofHundred(share), NUMBER), STRONG), gap(1), cell(atLeft(sign, CHANGE), FAINT)];
      }),
    ];
  });
  const settings = sides.flatMap((side, index) => {
    const said = settingsLine(manifestOf(side)) || 'as the file has it';
    const runs = `${grouped(side.picture.codes.runs)} runs`;
    return wrap(`${said} (${runs})`, columns - 6).map(
      (line, at): Row => [gap(1), cell(at === 0 ? `${letter(index)}  ` : '   ', STRONG), cell(line)],
    );
  });
  const words =
    'Of 100 runs; ▲ ▼ against A, with the same luck; · where the runs cannot tell. c adds what is set now, C begins anew.';
  return joinedParts([
    [titleRow('SIDE BY SIDE'), head, ...lines],
    settings,
    wrap(words, columns - 2).map((line): Row => [gap(1), cell(clip(line, columns), FAINT)]),
  ]);
}

function sidesOf({ first, pinned }: LabState): readonly Shown[] {
  return first === null ? pinned : [first, ...pinned];
}

const letter = (index: number): string => 'ABCD'[index] ?? '';

const manifestOf = ({ settings }: Shown) => ({ ...settings, at_baseline: settings.atBaseline });
