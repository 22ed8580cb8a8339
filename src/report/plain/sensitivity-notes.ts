/** What is said below an output's table: luck, pairs of factors, and whether more rows would change the order. */
import type { SensitivityOutput, SobolOutput } from '../../experiment/index.ts';
import { rounded } from '../text/index.ts';
import { indexText } from './estimate-words.ts';

/** @param othersDrawn parameters that vary without being factors. */
export function notesOf(
  output: SensitivityOutput,
  labels: readonly string[],
  othersDrawn: number,
): readonly string[] {
  if (output.method === 'given-data') {
    return output.explained === null
      ? []
      : [
          `A straight line through the numbers explains ${percent(output.explained)} of the variance of single runs; the rest is luck, curves and combinations.`,
        ];
  }
  if (output.method !== 'sobol') return [];
  const { luck, second, convergence } = output;
  return [
    ...(luck === null
      ? []
      : [
          `Of the variance of a single run, ${percent(luck.value)} is luck${othersDrawn === 0 ? '' : ' and what is drawn but no factor'}; the rest is not knowing the factors, and that is what is divided here.`,
        ]),
    ...pairNotes(second, labels),
    ...settledNote(convergence, labels),
  ];
}

const percent = (share: number): string => `${rounded(100 * share, 1)} %`;

function pairNotes(second: SobolOutput['second'], labels: readonly string[]): readonly string[] {
  if (second === null) return [];
  const seen = second.filter(({ index }) => index.low > 0).sort((a, b) => b.index.value - a.index.value);
  if (seen.length === 0) return ['No two factors can be seen to work together.'];
  const words = seen.slice(0, 3).map(({ factors: [one, other], index }) => {
    const [value, range] = indexText(index);
    return `${labels[one]} with ${labels[other]} ${value} (${range})`;
  });
  return [`Together, beyond each alone: ${words.join('; ')}.`];
}

/** Whether half of the rows would have said the same of the first three. */
function settledNote(convergence: SobolOutput['convergence'], labels: readonly string[]): readonly string[] {
  const [half, all] = [convergence.at(-2), convergence.at(-1)];
  if (half === undefined || all === undefined) return [];
  const firstThree = (total: readonly number[]): readonly number[] =>
    total
      .map((_, i) => i)
      .sort((a, b) => (total[b] as number) - (total[a] as number))
      .slice(0, 3);
  const [early, late] = [firstThree(half.total), firstThree(all.total)];
  if (early.join() === late.join()) return [];
  return [
    `With half as many rows the first three were ${early.map((i) => labels[i]).join(', ')}: more (--size) would make the order surer.`,
  ];
}
