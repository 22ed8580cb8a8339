/** The answer of `rare` as text: the chance, how it was come by, and what plain sampling would take. */
import type { RareResult } from '../../experiment/index.ts';
import { clean, FAINT, grouped, ofHundredRuns, type Row, rounded, STRONG } from '../text/index.ts';
import { paragraph } from './paragraph.ts';
import { tableRows } from './plain-table.ts';
import { settingsLine } from './settings-line.ts';
import { type PlainOptions, writeAnswer } from './write-rows.ts';

/** Ends with a line feed; only commands are wider than `columns`. */
export function rareText(result: RareResult, options: PlainOptions): string {
  const columns = Math.max(40, options.columns);
  const { manifest, title, faults } = result;
  const settings = settingsLine(manifest);
  const parts: readonly (readonly Row[])[] = [
    [
      ...paragraph(title, columns, STRONG),
      ...paragraph(
        `How likely is it: ${clean(result.outcome.label)} · ${countWords(result)} · seed ${clean(manifest.seed)}`,
        columns,
      ),
      ...(settings === '' ? [] : paragraph(settings, columns)),
    ],
    [
      ...paragraph(answer(result), columns, STRONG),
      ...worthWords(result).flatMap((text) => paragraph(text, columns)),
    ],
    ...(result.replications.length === 0 ? [] : [levelRows(result, columns)]),
    notes(result).flatMap((text) => paragraph(text, columns, FAINT)),
    faults === 0
      ? []
      : paragraph(
          `${grouped(faults)} ${faults === 1 ? 'run' : 'runs'} came to a fault, counted as not reaching it. juncture simulate shows the first.`,
          columns,
        ),
  ];
  return writeAnswer(parts, manifest.command, { ...options, columns });
}

function countWords({ replications, levels, interrupted }: RareResult): string {
  const each = replications[0]?.passages[0]?.tried;
  if (each === undefined) return 'by splitting';
  const stopped = interrupted ? ' (stopped early)' : '';
  return `${grouped(replications.length)} replications${stopped} of ${grouped(each)} runs${levels.length > 1 ? ' and as many futures from each level' : ''}`;
}

/** `1.18 times in 100,000 runs`: as small a power of ten as leaves a number of 1 or more. */
function oddsText(chance: number): string {
  if (!(chance > 0)) return '0';
  let runs = 100;
  while (chance * runs < 1 && runs < 1e15) runs *= 10;
  return `${rounded(Number((chance * runs).toPrecision(3)), 0)} times in ${grouped(runs)} runs`;
}

/** From this share on plain runs are enough. */
const COMMON = 0.01;

function answer({ chance, outcome }: RareResult): string {
  const { value, low, high, n } = chance;
  if (n === 0) return 'Stopped before the first replication was whole.';
  const name = clean(outcome.label);
  if (!(value > 0))
    return `${name} was not reached in any replication: the levels do not lead there often enough.`;
  if (value >= COMMON) {
    const of = ofHundredRuns(chance);
    return `${name} comes in ${of}. That is not rare: juncture simulate tells as much.`;
  }
  return `${name} comes ${oddsText(value)} (${scientific(value)}; 95 % interval ${scientific(low)} to ${scientific(high)}).`;
}

const scientific = (chance: number): string =>
  chance === 0 ? '0' : chance.toExponential(2).replace('-', '−');

const short = (value: number): string => grouped(Number(value.toPrecision(2)));

function worthWords({ plainRuns, runsForTenth, gain }: RareResult): readonly string[] {
  if (plainRuns === null || gain === null || runsForTenth === null) return [];
  return [
    `Plain sampling takes about ${short(plainRuns)} runs for as narrow an interval, ${
      gain >= 1
        ? `some ${gain < 10 ? gain.toFixed(1) : short(gain)} times as many days of simulation`
        : 'and fewer days of simulation: splitting gains nothing here'
    }. For ±10 % of the chance it takes about ${short(runsForTenth)}.`,
  ];
}

function levelRows({ levels }: RareResult, columns: number): readonly Row[] {
  return tableRows(
    {
      head: ['LEVELS on the way', 'set out', 'passed', 'of 100'],
      rows: levels.map(({ label, tried, passed, chance }) => ({
        label,
        cells: [
          grouped(tried),
          grouped(passed),
          tried === 0 ? '·' : rounded(100 * chance, chance < 0.01 ? 0.01 : 1),
        ],
      })),
    },
    columns,
  );
}

/** A part smaller than this is itself rare among the runs that set out for it. */
const SMALL = 0.02;

function notes({ levels, source, chance }: RareResult): readonly string[] {
  const narrow = levels.filter((level) => level.tried > 0 && level.chance < SMALL).map(({ label }) => label);
  return [
    ...(source === 'none' && chance.n > 0
      ? [
          'The chart leads there without levels on the way that would help, so that these are plain runs. --levels names stages, happenings or first_day measures to pass before it, in their order.',
        ]
      : []),
    ...(narrow.length > 0 && chance.n > 0
      ? [
          `Hardly passed: ${narrow.join(', ')}. A level before it (--levels) would make the estimate surer; until then its interval may be too narrow.`,
        ]
      : []),
    ...(levels.length > 1 && chance.n > 0
      ? [
          'Each level starts futures with fresh luck from states in which the level before was passed. The product of the parts is unbiased, whatever the levels; the interval is that of the mean of the replications, which lie to one side (Hall 1992).',
        ]
      : []),
  ];
}
