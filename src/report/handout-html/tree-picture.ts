/** The ways taken as a picture: time from left to right, a line a way, each leaving its parent where it turned off. */
import { type SeminarSheet, treeOrder, wayName } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { type Html, html } from '../html/index.ts';
import { turnWords } from '../plain/seminar-words.ts';
import { momentText, textWidth } from '../text/index.ts';

const WIDTH = 720;
const LEFT = 26;
const RIGHT = 14;
const ROW = 44;
const TOP = 34;
/** Pixels that a letter of the labels takes at most. */
const LETTER = 7.2;
const LABEL_CELLS = 100;

/** Colours come from the page's style; these rules are added to it. */
export const TREE_STYLE = `
svg.tree{display:block;width:100%;height:auto;max-width:60rem}
svg.tree text{font-size:13px;fill:var(--text)}
svg.tree .when{fill:var(--faint);font-size:11px}
svg.tree .way{stroke:var(--span);stroke-width:4;stroke-linecap:round}
svg.tree .turn{stroke:var(--faint);stroke-width:1.5;stroke-dasharray:3 3}
svg.tree .begin{fill:var(--page);stroke:var(--span);stroke-width:2}
svg.tree .end{fill:var(--span)}
svg.tree .grid{stroke:var(--line);stroke-width:1}
`;

export function treePicture(scenario: Scenario, { session, ends }: SeminarSheet): Html {
  const { stepDays, start } = scenario.time;
  const order = treeOrder(session);
  const lastDay = Math.max(stepDays, ...session.ways.map(({ seen }) => seen * stepDays));
  const x = (day: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * day) / lastDay;
  const rowOf = (way: number): number => order.findIndex((one) => one.way === way);
  const y = (way: number): number => TOP + ROW * rowOf(way) + 22;
  const height = TOP + ROW * order.length + 6;
  const ways = order.map(({ way }) => {
    const { parent, step, seen } = session.ways[way]!;
    const [from, to] = [x(step * stepDays), x(seen * stepDays)];
    const turn =
      parent === null
        ? null
        : html`<line class="turn" x1="${px(from)}" y1="${px(y(parent))}" x2="${px(from)}" y2="${px(y(way))}"/>`;
    const hasEnded = ends[way]!.moment.next === null;
    return html`${turn}<line class="way" x1="${px(from)}" y1="${px(y(way))}" x2="${px(Math.max(to, from + 1))}" y2="${px(y(way))}"/><circle class="begin" cx="${px(from)}" cy="${px(y(way))}" r="4"/>${hasEnded ? html`<rect class="end" x="${px(to - 5)}" y="${px(y(way) - 5)}" width="10" height="10"/>` : html`<circle class="end" cx="${px(to)}" cy="${px(y(way))}" r="4"/>`}${labelOf(`${wayName(way)}: ${turnWords(scenario, session.ways[way]!)}`, { from, y: y(way) - 9 })}`;
  });
  return html`<figure><svg class="tree" viewBox="0 0 ${WIDTH} ${px(height)}" role="img" aria-label="${aloudWords(scenario, session, start)}">${gridOf(scenario, { lastDay, height, x })}${ways}</svg><figcaption>The ways the room took, by date. A square: the run ended there; a dot: it was played so far.</figcaption></figure>`;
}

/** A label stands above its line, and not beyond the picture. */
function labelOf(words: string, { from, y }: { readonly from: number; readonly y: number }): Html {
  const most = Math.floor((WIDTH - LEFT) / LETTER);
  const letters = Array.from(words);
  const short = letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : words;
  const at = Math.max(4, Math.min(from - 4, WIDTH - 4 - textWidth(short) * LETTER));
  return html`<text x="${px(at)}" y="${px(y)}">${short}</text>`;
}

interface Grid {
  readonly lastDay: number;
  readonly height: number;
  readonly x: (day: number) => number;
}

function gridOf({ time }: Scenario, { lastDay, height, x }: Grid): readonly Html[] {
  // As many dates as a row of this many characters would hold.
  const every = Math.max(1, Math.ceil(lastDay / Math.floor(LABEL_CELLS / 12)));
  const days = Array.from({ length: Math.floor(lastDay / every) + 1 }, (_, at) => at * every);
  return days.map(
    (day) =>
      html`<line class="grid" x1="${px(x(day))}" y1="20" x2="${px(x(day))}" y2="${px(height)}"/><text class="when" x="${px(Math.min(x(day), WIDTH - 44))}" y="13">${momentText(time.start, day)}</text>`,
  );
}

function aloudWords(scenario: Scenario, { ways }: SeminarSheet['session'], start: string): string {
  const { stepDays } = scenario.time;
  const words = ways.map((way, index) => {
    const from =
      way.parent === null
        ? 'from the start'
        : `off way ${wayName(way.parent)} on ${momentText(start, way.step * stepDays)}, ${turnWords(scenario, way)}`;
    return `way ${wayName(index)} ${from}, played until ${momentText(start, way.seen * stepDays)}`;
  });
  return `The ways taken: ${words.join('; ')}.`;
}

/** To a tenth of a pixel. */
const px = (value: number): string => String(Number(value.toFixed(1)) || 0);
