/** The answer of `threshold` as text: where it tips, how sure that is, and what was seen on the way. */
import type { ThresholdResult } from '../../experiment/index.ts';
import { clean, grouped, ofHundred, type Row, rounded, STRONG, stepFor } from '../text/index.ts';
import { changeRange, changeText } from './estimate-words.ts';
import { faultRows } from './faults-rows.ts';
import { paragraph } from './paragraph.ts';
import { type PlainTable, tableRows } from './plain-table.ts';
import { settingsLine } from './settings-line.ts';
import { type PlainOptions, writeAnswer } from './write-rows.ts';

/** Ends with a line feed; only commands are wider than `columns`. */
export function thresholdText(result: ThresholdResult, options: PlainOptions): string {
  const columns = Math.max(40, options.columns);
  const { manifest, title, looks, runs, faults } = result;
  const settings = settingsLine(manifest);
  const parts: readonly (readonly Row[])[] = [
    [
      ...paragraph(title, columns, STRONG),
      ...paragraph(
        `${looks.length} values of ${result.parameter.label} between ${manifest.low} and ${manifest.high}, the same ${grouped(runs)} runs at each · seed ${clean(manifest.seed)}`,
        columns,
      ),
      ...(settings === '' ? [] : paragraph(`At every value: ${settings}`, columns)),
    ],
    answerRows(result, columns),
    tableRows(looksTable(result), columns),
    faultRows(faults, columns),
  ];
  return writeAnswer(parts, manifest.command, { ...options, columns });
}

function claimOf({ outcomes, outcome, rule }: ThresholdResult): string {
  const name = outcomes[outcome]!.label;
  return rule.kind === 'reaches'
    ? `${name} comes in more than ${rounded(100 * rule.share, 0)} of 100 runs`
    : `${name} is more likely than ${outcomes[rule.outcome]!.label}`;
}

function answerRows(result: ThresholdResult, columns: number): readonly Row[] {
  const [first, ...more] = answer(result);
  return [
    ...paragraph(first as string, columns, STRONG),
    ...more.flatMap((text) => paragraph(text, columns)),
  ];
}

function answer(result: ThresholdResult): readonly string[] {
  const { crossing, parameter, manifest } = result;
  const claim = claimOf(result);
  const between = `between ${manifest.low} and ${manifest.high}`;
  if (crossing === null) return ['Interrupted before the threshold was found; what was seen is below.'];
  switch (crossing.kind) {
    case 'found': {
      const { value, low, high } = crossing.at;
      const step = stepFor((high - low) / 8);
      const [at, from, to] = [value, low, high].map((place) => rounded(place, step));
      return [
        `${claim} where ${parameter.label} is ${crossing.rising ? 'above' : 'below'} ${at}.`,
        `95 % interval: ${from} to ${to}. It is the Monte Carlo error alone: between these values the runs cannot tell.`,
      ];
    }
    case 'none':
      return [
        crossing.side === 'above'
          ? `${claim} everywhere ${between}: there is no threshold.`
          : `Nowhere ${between}: ${claim.replace(' comes', ' never comes').replace(' is more', ' is never more')}.`,
      ];
    case 'unclear':
      return [
        'These runs cannot tell: there are not two values at which the answer is clearly different.',
        'More runs, or a wider range, may show a threshold.',
      ];
    case 'several':
      return [
        `${claim} on and off: it tips ${crossing.between.length === 2 ? 'twice' : `${crossing.between.length} times`}.`,
        `Look at each alone: ${crossing.between.map(([from, to]) => `${rounded(from, 0)} to ${rounded(to, 0)}`).join('; ')}.`,
      ];
    default:
      return crossing satisfies never;
  }
}

/** What a reader needs of the looks: a few across the range, and those beside the crossing and its interval. */
function telling({ looks, crossing, manifest }: ThresholdResult): ThresholdResult['looks'] {
  const { low, high } = manifest;
  const eighth = (value: number): boolean =>
    Number.isInteger(Math.round((1e6 * 8 * (value - low)) / (high - low)) / 1e6);
  const at = crossing?.kind === 'found' ? crossing.at : null;
  const wanted = at === null ? [] : [at.low, at.value, at.high].filter(Number.isFinite);
  const nearest = wanted.map((place) =>
    looks.reduce((found, one) => (Math.abs(one.value - place) < Math.abs(found.value - place) ? one : found)),
  );
  return looks.filter((one) => eighth(one.value) || nearest.includes(one));
}

function looksTable(result: ThresholdResult): PlainTable {
  const { outcomes, outcome, rule, parameter } = result;
  const name = (i: number): string => outcomes[i]!.label;
  const other = rule.kind === 'beats' ? [name(rule.outcome)] : [];
  return {
    head: [parameter.id, name(outcome), ...other, 'margin', '95 % interval'],
    rows: telling(result).map(({ value, shares, margin }) => ({
      label: rounded(Number(value.toPrecision(6)), 0),
      cells: [
        ofHundred(shares[outcome]!),
        ...(rule.kind === 'beats' ? [ofHundred(shares[rule.outcome]!)] : []),
        changeText(margin, 100),
        changeRange(margin, 100),
      ],
    })),
  };
}
