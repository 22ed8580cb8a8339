/** The measures: what runs yield besides their end. */
import type { SimulationResult } from '../../../experiment/index.ts';
import { measureWords } from '../../panels/measure-words.ts';
import { histogramBar } from '../bars.ts';
import { type Html, html } from '../escape.ts';
import { named, table } from '../pieces.ts';

export function measuresTable(result: SimulationResult, baseline: SimulationResult | null): Html {
  const rows = result.measures.map((measure, index) => {
    const words = measureWords(measure, result.runs);
    const before = baseline?.measures[index];
    const among = words.among === '' ? null : html`<br><span class="faint">${words.among}</span>`;
    return [
      html`${named(words.name)}${among}`,
      measure.histogram === null || measure.boolean ? null : histogramBar(measure.histogram.counts),
      measure.boolean ? '' : words.median,
      measure.boolean ? '' : words.range,
      words.mean,
      ...(before === undefined ? [] : [measureWords(before, baseline!.runs).mean]),
    ];
  });
  return table({
    caption:
      'Measures: median and middle 90 % of the runs, mean with its 95 % error; of a yes or no, of 100 runs',
    kind: baseline === null ? 'measures' : 'measures compared',
    head: [
      { words: 'Measure' },
      { words: 'how it spreads', wide: true },
      { words: 'median', number: true },
      { words: '90 % of runs', number: true, wide: true },
      { words: 'mean', number: true },
      ...(baseline === null ? [] : [{ words: 'mean was', number: true }]),
    ],
    rows,
  });
}
