/** How it ends: the answer in a sentence, then the outcomes as bars that are a table. */
import type { Estimate } from '../../../analysis/index.ts';
import type { SimulationResult } from '../../../experiment/index.ts';
import { changeSign, pairedChangeWords } from '../../panels/change.ts';
import {
  CANNOT_TELL,
  clean,
  grouped,
  intervalText,
  ofHundred,
  outcomeLooks,
  tableStep,
} from '../../text/index.ts';
import { scaleOf, shareBar } from '../bars.ts';
import { type Html, html } from '../escape.ts';
import { aloud, named, table } from '../pieces.ts';

/** A result, and what it is held against. */
export interface Beside {
  readonly result: SimulationResult;
  /** The scenario as its file says, on the same luck; null where nothing is set. */
  readonly baseline: SimulationResult | null;
  /** By outcome: now less before. */
  readonly changes: readonly Estimate[] | null;
}

/** Endings that the sentence names. */
const NAMED = 3;

/** `Of 100 runs 34 end in “Held with troops”, 20 in “The regime falls”, 13 in “Settled by a concession”.` */
export function answerWords({ outcomes, runs }: SimulationResult): string {
  if (runs === 0) return 'No run has been made yet.';
  const told = [...outcomes]
    .sort((a, b) => b.share.value - a.share.value)
    .slice(0, NAMED)
    .filter(({ count }) => count > 0)
    .map(({ label, share }, index) => `${ofHundred(share)} ${index === 0 ? 'end ' : ''}in “${clean(label)}”`);
  return `Of 100 runs ${told.join(', ')}.`;
}

/** What the settings change, the largest first; for the eye and for the ear. */
export function changesInWords({ result, changes }: Beside): string {
  if (changes === null) return 'Nothing is set: this is the scenario as its file says.';
  const told = result.outcomes
    .map(({ label }, index) => ({ label: clean(label), change: changes[index]! }))
    .filter(({ change }) => change.n > 0 && (change.low > 0 || change.high < 0))
    .sort((a, b) => Math.abs(b.change.value) - Math.abs(a.change.value));
  if (told.length === 0) return 'With the same luck, no outcome changes by more than these runs can tell.';
  const words = told.slice(0, NAMED).map(({ label, change }) => `${label}: ${pairedChangeWords(change)}`);
  return `Against the file as it is, on the same luck: ${words.join('; ')}.`;
}

/** The outcomes with their intervals, and the change where something is set. */
export function outcomesTable({ result, baseline, changes }: Beside): Html {
  const { outcomes, runs } = result;
  const looks = outcomeLooks(outcomes);
  const shares = outcomes.map(({ share }) => share);
  const step = tableStep(shares);
  const compared = baseline !== null && changes !== null;
  const scale = scaleOf(compared ? [...shares, ...baseline.outcomes.map(({ share }) => share)] : shares);
  const rows = outcomes.map(({ label, share }, index) => {
    const { sign, hue } = looks[index]!;
    const before = compared ? baseline.outcomes[index]!.share : null;
    return [
      html`<span class="sign" aria-hidden="true">${sign}</span> ${named(label)}`,
      shareBar({ share, before, scale, hue }),
      html`<b>${frequency(share)}</b>`,
      intervalText(share, step),
      ...(compared ? [frequency(before!), changeCell(changes[index]!)] : []),
    ];
  });
  return table({
    caption: `How ${grouped(runs)} runs end: of 100 runs, with 95 % intervals${compared ? ', beside the scenario as its file says' : ''}`,
    kind: compared ? 'outcomes compared' : 'outcomes',
    head: [
      { words: 'How it ends' },
      { words: html`<span class="scale">0 to ${Math.round(100 * scale)} of 100 runs</span>` },
      { words: 'of 100', number: true },
      { words: '95 % interval', number: true, wide: true },
      ...(compared
        ? [
            { words: 'was', number: true },
            { words: 'change', number: true },
          ]
        : []),
    ],
    rows,
  });
}

export const frequency = (share: Estimate): Html =>
  ofHundred(share) === CANNOT_TELL
    ? html`<span aria-hidden="true">·</span>${aloud('too few runs to tell')}`
    : html`${ofHundred(share)}`;

/** `▲ 8`, with the interval in words for who asks. */
export function changeCell(change: Estimate): Html {
  const words = pairedChangeWords(change);
  return html`<span title="${words}"><span aria-hidden="true">${changeSign(change)}</span>${aloud(words)}</span>`;
}
