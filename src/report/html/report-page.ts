/** The whole report as one page: a reader without scripts has all of it, one with them can ask it. */
import { type Findings, simulateCommand } from '../../experiment/index.ts';
import { settingsLine } from '../plain/settings-line.ts';
import { clean, grouped } from '../text/index.ts';
import { htmlDocument } from './document.ts';
import { type Html, html, trusted } from './escape.ts';
import { type DrawnFigure, figurePart } from './figure-part.ts';
import { type PageModel, pageModelText } from './page-model.ts';
import { scrolling, section } from './pieces.ts';
import { answerWords, changesInWords, outcomesTable } from './sections/answer.ts';
import { askHead, assumptionsForm, weakestWords, withLinks } from './sections/assumptions.ts';
import { daysTables } from './sections/days.ts';
import { happenedTables } from './sections/happened.ts';
import { manifestPart, sourcesPart } from './sections/manifest.ts';
import { measuresTable } from './sections/measures.ts';
import { questionPart } from './sections/question.ts';
import { sensitivityPart } from './sections/sensitivity.ts';
import { storiesPart } from './sections/stories.ts';
import { timelineTable } from './sections/timeline.ts';
import { variantsPart } from './sections/variants.ts';
import { STYLE } from './style.ts';

export interface ReportPage {
  readonly findings: Findings;
  /** The chart with the runs' shares, from `chartSvg`. */
  readonly chart: string;
  /** Drawn figures, to be taken along. */
  readonly figures: readonly DrawnFigure[];
  /** What runs in the page. */
  readonly model: PageModel;
  readonly scripts: PageScripts;
}

/** The bundles that `npm run build` makes of `src/page`, and their hash. */
export interface PageScripts {
  readonly page: string;
  readonly worker: string;
  readonly hash: string;
}

/** The HTML file; the same findings and scripts give the same bytes. */
export function reportPage({ findings, chart, figures, model, scripts }: ReportPage): string {
  const { scenario, result } = findings;
  const diagram = scopedDiagram(chart);
  return htmlDocument({
    title: clean(scenario.title),
    description: answerWords(result),
    style: `${STYLE}${diagram.style}`,
    body: html`${head(findings)}
<main id="main">
${endsOf(findings, model.named)}
${asideOf(findings)}
${storyOf(findings, diagram.svg)}${restOf(findings, figures, scripts.hash)}
</main>
<div id="brief" aria-hidden="true"></div>
<footer><p>Made by juncture ${findings.manifest.version}. It needs no network and sends nothing.</p></footer>`,
    manifest: { ...findings.manifest, page: scripts.hash },
    alive:
      model.kernel === null
        ? null
        : { page: scripts.page, worker: scripts.worker, model: pageModelText(model) },
  });
}

const PARTS: readonly (readonly [string, string])[] = [
  ['ends', 'How it ends'],
  ['question', 'The question'],
  ['days', 'Day by day'],
  ['chart', 'The chart'],
  ['assumptions', 'Assumptions'],
  ['moves', 'What moves it'],
  ['measures', 'Measures'],
  ['variants', 'Variants'],
  ['history', 'What happened'],
  ['stories', 'Stories'],
  ['figures', 'Figures'],
  ['limits', 'Limits'],
  ['again', 'Again'],
];

function head({ scenario, result, manifest, variants }: Findings): Html {
  const settings = settingsLine(manifest);
  const shown = PARTS.filter(
    ([id]) =>
      (id !== 'variants' || variants !== null) &&
      (id !== 'history' || scenario.timeline.length > 0) &&
      (id !== 'measures' || scenario.measures.length > 0) &&
      (id !== 'assumptions' || scenario.parameters.length + scenario.decisions.length > 0),
  );
  return html`<a class="skip" href="#ends">To the results</a>
<header>
<h1 dir="auto">${scenario.title}</h1>
<p class="lead">What ${grouped(result.runs)} runs of a stated set of assumptions imply; no forecast.${settings === '' ? null : html` Set here: <span dir="auto">${settings}</span>.`}</p>
<nav aria-label="Contents"><ul>${shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</header>`;
}

function asideOf(findings: Findings): Html | null {
  const { scenario, manifest } = findings;
  return html`<aside aria-labelledby="assumptions-title"><form id="form" autocomplete="off">
<h2 id="assumptions"><span id="assumptions-title">What is assumed</span></h2>
<p class="lead">Each value, what it rests on, and how much rests on it.</p>
<p class="live lead">Move one: the runs are made again at once, in this page.</p>
${askHead(scenario.variants, manifest.seed, manifest.runs)}
<p class="notice" dir="auto">${weakestWords(findings)}</p>
${assumptionsForm(findings)}
<p class="faint">● from sources, ◐ sources and judgement, ○ an assumption. The bar under a value is how much rests on it: how far it moves an outcome, times how weak its evidence is.</p>
</form></aside>`;
}

function endsOf(findings: Findings, named: string): Html {
  const { result, baseline, settings, manifest } = findings;
  const beside = {
    result,
    baseline: baseline?.result ?? null,
    changes: baseline?.change.outcomes.map(({ change }) => change!) ?? null,
  };
  return section(
    { id: 'ends', title: 'How it ends' },
    html`<p class="answer" id="answer" dir="auto">${answerWords(result)}</p>
<p id="change" dir="auto">${changesInWords(beside)}</p>
<p class="status live" id="status" role="status" aria-live="polite"></p>
<div id="outcomes">${outcomesTable(beside)}</div>
<p class="faint">The line through a bar's end is the 95 % interval of sampling error; a broken upright line is where it was. A dot: the runs cannot tell.</p>
<p class="tools live"><button type="button" id="save-svg">Figure (SVG)</button><button type="button" id="save-png">Figure (PNG)</button><button type="button" id="save-csv">Data (CSV)</button></p>
<p>The same numbers on the command line:</p><pre class="command"><code id="command">${simulateCommand({ named, seed: manifest.seed, settings }, manifest.runs)}</code></pre>`,
  );
}

function storyOf({ scenario, result, baseline: compared }: Findings, diagram: Html): Html {
  const baseline = compared?.result ?? null;
  return html`${section({ id: 'question', title: 'The question, and the model in words' }, questionPart(scenario))}
${section(
  {
    id: 'days',
    title: 'Day by day',
    lead: `How many of 100 runs are in each stage: a chart is empty at 0 and full at 100.${scenario.timeline.some(({ from }) => from !== null) ? ' Upright lines are days of the real timeline.' : ''}`,
  },
  html`<div id="by-day">${daysTables({ scenario, result, baseline })}</div>`,
)}
${section(
  { id: 'chart', title: 'The chart of stages' },
  html`${scrolling('The chart of stages, drawn', html`<figure class="diagram">${diagram}</figure>`)}
<h3>How often each thing happened</h3><div id="happened">${happenedTables({ scenario, result, baseline })}</div>`,
)}`;
}

function restOf(findings: Findings, figures: readonly DrawnFigure[], bundle: string): Html {
  const { scenario, result, variants, limits, baseline } = findings;
  return html`${section(
    {
      id: 'moves',
      title: 'What moves it',
      lead: 'Each assumption alone, at a low and at a high value that it may have (of 100 values 5 lie below the one, 5 above the other), everything else as it is, on the same luck.',
    },
    sensitivityPart(findings),
  )}
${
  scenario.measures.length === 0
    ? null
    : section(
        { id: 'measures', title: 'Measures' },
        html`<div id="measured">${measuresTable(result, baseline?.result ?? null)}</div>`,
      )
}
${
  variants === null
    ? null
    : section(
        {
          id: 'variants',
          title: 'Variants',
          lead: 'Each beside the file as it is, run by run on the same luck.',
        },
        variantsPart(scenario, variants),
      )
}
${
  scenario.timeline.length === 0
    ? null
    : section({ id: 'history', title: 'What really happened' }, timelineTable(findings))
}
${section({ id: 'stories', title: findings.stories.length === 1 ? 'One run as a story' : 'Runs as stories' }, storiesPart(findings))}
${section(
  {
    id: 'figures',
    title: 'Figures for a paper',
    lead: 'Drawn when this file was written; they do not follow what is set in the page.',
  },
  html`${figures.map(figurePart)}`,
)}
${section({ id: 'limits', title: 'Limits' }, html`<ul>${limits.map((words) => html`<li>${words}</li>`)}</ul>`)}
${section(
  { id: 'again', title: 'Where this comes from, and how to have it again' },
  html`${manifestPart(findings, bundle)}<h3>Sources of the scenario</h3>${sourcesPart(findings, withLinks)}`,
)}`;
}

/** The picture's own rules, kept to the picture: in a page they would style everything. */
function scopedDiagram(chart: string): { readonly style: string; readonly svg: Html } {
  const rules = /<style>([\s\S]*?)<\/style>/.exec(chart);
  return {
    style: rules === null ? '' : `.diagram{${rules[1]!}}`,
    svg: trusted(chart.replace(/<style>[\s\S]*?<\/style>/, '')),
  };
}
