/** The measures: median, middle, mean with its error. */
import type { Findings } from '../../experiment/index.ts';
import { type Block, code, type Line, say, table, words } from '../document/index.ts';
import { measureWords } from '../panels/measure-words.ts';
import { CANNOT_TELL } from '../text/index.ts';

export function measureBlocks({ result }: Findings): readonly Block[] {
  if (result.measures.length === 0) return [];
  return [
    table(
      'Measures over the runs. The mean has its 95 % error; of a yes or no it is the share of runs.',
      ['Measure', 'Median>', '90 % of runs>', 'Mean>', 'Runs with a value'],
      result.measures.map((measure): readonly Line[] => {
        const { name, median, range, mean, among } = measureWords(measure, result.runs);
        return [
          say`${words(name)} (${code(measure.id)})`,
          [told(median)],
          [told(range)],
          [told(mean)],
          [among === '' ? 'all' : among],
        ];
      }),
    ),
  ];
}

const told = (value: string): string => (value === CANNOT_TELL ? '–' : value);
