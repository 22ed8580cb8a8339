/** The answer of `plan` as text: runs for a wanted precision, and for a difference to be seen. */
import type { PlanResult } from '../../experiment/index.ts';
import { clean, FAINT, grouped, intervalText, ofHundred, type Row, rounded, STRONG } from '../text/index.ts';
import { changeText } from './estimate-words.ts';
import { faultRows } from './faults-rows.ts';
import { paragraph } from './paragraph.ts';
import { tableRows } from './plain-table.ts';
import { settingsLine } from './settings-line.ts';
import { type PlainOptions, writeAnswer } from './write-rows.ts';

const number = (runs: number | null): string => (runs === null ? '·' : grouped(Number(runs.toPrecision(3))));
const points = (share: number): string => rounded(Number((100 * share).toPrecision(3)), 0);

/** Ends with a line feed; only commands are wider than `columns`. */
export function planText(result: PlanResult, options: PlainOptions): string {
  const columns = Math.max(40, options.columns);
  const { manifest, title, runs, faults } = result;
  const settings = settingsLine(manifest);
  const parts: readonly (readonly Row[])[] = [
    [
      ...paragraph(title, columns, STRONG),
      ...paragraph(
        `How many runs an answer needs, from ${grouped(runs)} pilot runs of ${manifest.sides.join(' and of ')} · seed ${clean(manifest.seed)}`,
        columns,
      ),
      ...(settings === '' ? [] : paragraph(`In every run: ${settings}`, columns)),
    ],
    sharesRows(result, columns),
    differenceRows(result, columns),
    measureRows(result, columns),
    paragraph(
      'At 95 %, from normal approximations and the shares of the pilot; a dot: the pilot cannot tell. More runs make the error of ' +
        'counting smaller, and nothing else.',
      columns,
      FAINT,
    ),
    faultRows(faults, columns),
  ];
  return writeAnswer(parts, manifest.command, { ...options, columns });
}

function sharesRows({ outcomes, half, part, manifest }: PlanResult, columns: number): readonly Row[] {
  const rare = outcomes.filter((one) => one.rare !== null);
  return [
    ...paragraph(`SHARES OF ${manifest.sides[0] ?? ''}`.toUpperCase(), columns, STRONG),
    ...tableRows(
      {
        head: ['outcome', 'of 100 runs', '95 %', `runs for ±${points(half)} of 100`],
        rows: outcomes.map(({ label, share, runs }) => ({
          label,
          cells: [ofHundred(share), intervalText(share, 0.1), number(runs)],
        })),
      },
      columns,
    ),
    ...rare.flatMap(({ label, rare: needed }) =>
      paragraph(
        `${label} comes less than once in 1,000 runs. To know it to ±${points(part)} % of itself takes ${number(needed)} runs by plain sampling.`,
        columns,
      ),
    ),
  ];
}

function differenceRows({ differences, manifest, power }: PlanResult, columns: number): readonly Row[] {
  if (differences === null) return [];
  const [first = '', second = ''] = manifest.sides;
  return [
    ...paragraph(`TELLING ${first} FROM ${second}`.toUpperCase(), columns, STRONG),
    ...paragraph(
      `Runs of each side to see the difference in ${points(power)} of 100 experiments (5 % error, two-sided). Where the pilot's difference may be chance, so is what it asks for; --difference says what is worth seeing.`,
      columns,
    ),
    ...tableRows(
      {
        head: ['outcome', 'pilot', 'to see', 'same luck', 'luck of its own'],
        rows: differences.map(({ label, seen, difference, sameLuck, ownLuck }) => ({
          label,
          cells: [changeText(seen, 100), `±${points(difference)}`, number(sameLuck), number(ownLuck)],
        })),
      },
      columns,
    ),
  ];
}

function measureRows({ measures, part }: PlanResult, columns: number): readonly Row[] {
  return tableRows(
    {
      head: ['MEASURES', 'mean', `runs for ±${points(part)} % of it`],
      rows: measures.map(({ label, mean, runs }) => ({
        label,
        cells: [Number.isNaN(mean) ? '·' : rounded(Number(mean.toPrecision(3)), 0), number(runs)],
      })),
    },
    columns,
  );
}
