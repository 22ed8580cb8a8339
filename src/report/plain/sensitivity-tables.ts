/** For one output, the factors that can be told from ones that do nothing, the most telling first. */
import type { Estimate } from '../../analysis/index.ts';
import type {
  GivenDataOutput,
  MorrisOutput,
  SensitivityOutput,
  SobolOutput,
  TornadoOutput,
} from '../../experiment/index.ts';
import { ofHundred, rounded, stepFor } from '../text/index.ts';
import { changeRange, changeText, indexText } from './estimate-words.ts';
import type { PlainTable } from './plain-table.ts';

/** Factors shown for an outcome, at most. */
export const MOST = 8;

/** No more than MOST rows; none for luck, which is no factor's. */
export function tableOf(output: SensitivityOutput, labels: readonly string[]): PlainTable {
  switch (output.method) {
    case 'sobol':
      return sobolTable(output, labels);
    case 'morris':
      return morrisTable(output, labels);
    case 'given-data':
      return givenTable(output, labels);
    case 'luck':
      return { head: ['factor'], rows: [] };
    case 'tornado':
      return tornadoTable(output);
    default:
      return output satisfies never;
  }
}

/** Places in order of falling value of those that pass, no more than are shown. */
function telling<One>(
  all: readonly One[],
  passes: (one: One) => boolean,
  value: (one: One) => number,
): readonly number[] {
  return all
    .map((_, i) => i)
    .filter((i) => passes(all[i] as One))
    .sort((a, b) => value(all[b] as One) - value(all[a] as One) || a - b)
    .slice(0, MOST);
}

function sobolTable({ first, total }: SobolOutput, labels: readonly string[]): PlainTable {
  const shown = telling(
    total,
    ({ low }) => low > 0,
    ({ value }) => value,
  );
  return {
    head: ['factor', ...(first === null ? [] : ['alone', '95 %']), 'in all', '95 %'],
    rows: shown.map((i) => ({
      label: labels[i]!,
      cells: [...(first === null ? [] : indexText(first[i]!)), ...indexText(total[i]!)],
    })),
  };
}

/** The longest bars whose swing is clear of 0, with where each end is. */
function tornadoTable({ bars }: TornadoOutput): PlainTable {
  const end = ({ value, share }: TornadoOutput['bars'][number]['least']): string =>
    `${ofHundred(share)} at ${typeof value === 'string' ? value : rounded(Number(value.toPrecision(3)), 0)}`;
  return {
    head: ['factor', 'least', 'most', 'swing', '95 %'],
    rows: bars
      .filter(({ swing }) => swing.low > 0)
      .slice(0, MOST)
      .map(({ label, least, most, swing }) => ({
        label,
        cells: [end(least), end(most), changeText(swing, 100), changeRange(swing, 100)],
      })),
  };
}

function morrisTable({ effects, kind }: MorrisOutput, labels: readonly string[]): PlainTable {
  const by = kind === 'outcome' ? 100 : 1;
  const shown = telling(
    effects,
    ({ meanSize, byLuck }) => meanSize.low > byLuck,
    ({ meanSize }) => meanSize.value,
  );
  return {
    head: ['factor', 'effect', '95 %', 'direction', 'spread'],
    rows: shown.map((i) => {
      const { mean, meanSize, spread } = effects[i]!;
      const step = stepFor((by * (meanSize.high - meanSize.low)) / 4);
      const text = (value: number): string => rounded(by * value, step);
      return {
        label: labels[i]!,
        cells: [
          text(meanSize.value),
          `${text(meanSize.low)} to ${text(meanSize.high)}`,
          `${mean > 0 ? '+' : ''}${text(mean)}`,
          text(spread),
        ],
      };
    }),
  };
}

function givenTable(
  { pawn, rankCorrelation, regression }: GivenDataOutput,
  labels: readonly string[],
): PlainTable {
  const shown = telling(
    pawn,
    ({ value, low, byChance }) => value > byChance && low > 0,
    ({ value }) => value,
  );
  const signed = (estimate: Estimate | null): string => {
    if (estimate === null) return '·';
    const { value, low, high } = estimate;
    if (low <= 0 && high >= 0) return 'none seen';
    return `${value > 0 ? '+' : ''}${rounded(value, stepFor((high - low) / 4))}`;
  };
  return {
    head: ['factor', 'moves', '95 %', 'rank', 'slope'],
    rows: shown.map((i) => ({
      label: labels[i]!,
      cells: [...indexText(pawn[i]!), signed(rankCorrelation[i]!), signed(regression[i]!)],
    })),
  };
}
