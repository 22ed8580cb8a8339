/** The question and the model in words. */
import type { Scenario } from '../../../scenario/index.ts';
import { clean, dateText } from '../../text/index.ts';
import { type Html, html } from '../escape.ts';
import { named, said } from '../pieces.ts';

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** How long, how fine, what it is made of, and what the program does with it. */
export function modelInWords(scenario: Scenario): Html {
  const { time, regions, parameters, decisions, shocks, variables, outcomes } = scenario;
  const drawn = parameters.filter(({ distribution }) => distribution !== null).length;
  const step =
    time.stepDays >= 1 ? count(time.stepDays, 'day') : count(Math.round(24 * time.stepDays), 'hour');
  const actors = [
    ...new Set(decisions.flatMap(({ actor }) => (actor === null ? [] : [withinSentence(clean(actor))]))),
  ];
  const leaves = regions.map(
    (region) =>
      html`<li><b>${named(region.label)}</b>: ${scenario.stages
        .filter((stage) => stage.region === region.index && stage.children.length === 0)
        .map(({ label }) => clean(label))
        .join(', ')}.</li>`,
  );
  const parts =
    regions.length === 1
      ? 'At every moment it is in one stage'
      : `At every moment each of its ${regions.length} parts is in one stage`;
  const decided =
    decisions.length === 0
      ? 'nobody decides anything'
      : `${count(decisions.length, 'decision')}${actors.length === 0 ? '' : ` by ${listed(actors)}`}`;
  const outside =
    shocks.length === 0 ? 'nothing comes from outside' : `${count(shocks.length, 'event')} from outside`;
  const quantities =
    variables.length === 0
      ? ''
      : `${count(variables.length, 'quantity changes', 'quantities change')} as it goes.`;
  return html`<p>The model follows the crisis from ${dateText(time.start, 0)} ${time.start.slice(0, 4)} for ${count(time.horizonDays, 'day')}, in steps of ${step}. ${parts}:</p>
<ul>${leaves}</ul>
<p>What moves it are risks that build up day by day, delays and conditions; ${decided}, and ${outside}. ${quantities} It can end in ${count(outcomes.length - 1, 'way')}, or stay unresolved.</p>
<p>${assumedWords(parameters.length, drawn)} Each run has its own luck besides. Many runs together show how often the crisis ends in each way <em>if the assumptions hold</em>.</p>`;
}

function assumedWords(parameters: number, drawn: number): string {
  if (parameters === 0) return 'It has no assumptions but its own rules.';
  const feed = count(parameters, 'assumption feeds it', 'assumptions feed it');
  if (drawn === 0) return `${feed}, held at the same value in every run.`;
  return `${feed}. ${drawn === parameters ? (drawn === 1 ? 'It is' : 'All are') : `${drawn} of them ${drawn === 1 ? 'is' : 'are'}`} uncertain: each run draws anew from what is thought possible.`;
}

/** `The president` as it stands within a sentence. */
const withinSentence = (words: string): string =>
  words.replace(/^(The|An?) /, (article) => article.toLowerCase());

const MOST_ACTORS = 5;

function listed(words: readonly string[]): string {
  if (words.length > MOST_ACTORS) return `${words.slice(0, MOST_ACTORS).join(', ')} and others`;
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

export const questionPart = (scenario: Scenario): Html =>
  html`${scenario.summary === null ? null : said(scenario.summary)}${modelInWords(scenario)}`;
