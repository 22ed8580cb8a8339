/** Paints a picture into the page, with the same words and tables that it was written with. */
import type { Estimate } from '../analysis/index.ts';
import type { SimulationResult } from '../experiment/index.ts';
import {
  aloud,
  answerWords,
  type Beside,
  changesInWords,
  daysInWords,
  daysTables,
  grouped,
  type Html,
  happenedTables,
  html,
  lineWidth,
  measuresTable,
  ofHundred,
  oftenText,
  outcomesTable,
} from '../report/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Picture } from './messages.ts';

const place = (id: string): HTMLElement | null => document.getElementById(id);

function words(id: string, text: string): void {
  const element = place(id);
  if (element !== null) element.textContent = text;
}

/** Details that a reader opened stay open. */
function fill(id: string, content: Html): void {
  const element = place(id);
  if (element === null) return;
  const open = [...element.querySelectorAll('details')].map((one) => one.open);
  element.innerHTML = content.markup;
  element.querySelectorAll('details').forEach((one, index) => {
    one.open = open[index] ?? false;
  });
}

const besideOf = ({ result, baseline, changes }: Picture): Beside => ({
  result,
  baseline: changes === null ? null : baseline,
  changes,
});

/** The answer alone: cheap enough for every picture. */
export function paintAnswer(picture: Picture): void {
  const beside = besideOf(picture);
  words('answer', answerWords(picture.result));
  words('change', changesInWords(beside));
  words('command', picture.result.manifest.command);
  words('brief', briefly(beside));
  fill('outcomes', outcomesTable(beside));
}

/** Everything that follows from the runs. */
export function paintRest(scenario: Scenario, picture: Picture): void {
  const { result } = picture;
  paintChart(result);
  const { baseline } = besideOf(picture);
  fill('by-day', daysTables({ scenario, result, baseline }));
  fill('happened', happenedTables({ scenario, result, baseline }));
  fill('measured', measuresTable(result, baseline));
}

/** What an option that moves nothing has before its label in the drawing. */
const OPTION_SHARE = /^· \S+ % /;

/** The drawn chart says how often runs took each of its lines. */
function paintChart({ happenings }: SimulationResult): void {
  const shares = new Map(happenings.map(({ path, share }) => [path, share]));
  for (const element of document.querySelectorAll<SVGElement>('.diagram [data-happening]')) {
    const share = shares.get(element.dataset.happening ?? '');
    if (share === undefined) continue;
    if (element instanceof SVGTextElement) {
      const before = element.textContent ?? '';
      const often = oftenText(share);
      element.textContent = OPTION_SHARE.test(before) ? before.replace(OPTION_SHARE, `· ${often} `) : often;
    } else {
      element.setAttribute('stroke-width', String(lineWidth(share.value)));
      element.setAttribute('opacity', share.value === 0 ? '0.45' : '1');
    }
  }
}

/** Says that a question is answered: to the eye how many runs, to the ear what they say. */
export function paintStatus(scenario: Scenario, picture: Picture): void {
  const { result, done, pace } = picture;
  const seen = `${grouped(done)} runs in this page, ${grouped(Math.round(pace / 100) * 100)} a second.${faultWords(result, done)}`;
  const heard = `${changesInWords(besideOf(picture))} ${daysInWords({ scenario, result, baseline: null })}`;
  fill('status', html`${seen} ${aloud(heard)}`);
}

function faultWords({ outcomes, faults }: SimulationResult, done: number): string {
  const ended = outcomes.reduce((sum, { count }) => sum + count, 0);
  if (ended === done) return '';
  const first = faults[0]?.run;
  return ` A fault ended ${grouped(done - ended)} of them${first === undefined ? '' : `, the first run ${grouped(first)}`}; they count in no share.`;
}

const BRIEF = 3;

/** The largest changes, or the largest shares. */
function briefly({ result, baseline, changes }: Beside): string {
  const size = (index: number): number =>
    changes === null ? result.outcomes[index]!.share.value : Math.abs((changes[index] as Estimate).value);
  const largest = result.outcomes.map((_, index) => index).sort((a, b) => size(b) - size(a));
  return largest
    .slice(0, BRIEF)
    .map((index) => {
      const { label, share } = result.outcomes[index]!;
      const before = baseline === null ? '' : `${ofHundred(baseline.outcomes[index]!.share)} → `;
      return `${label} ${before}${ofHundred(share)}`;
    })
    .join(' · ');
}
