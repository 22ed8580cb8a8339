/** The folder of an experiment as one page to read: its figures, its tables, its methods, where it comes from. */
import type { Scenario } from '../../scenario/index.ts';
import { readCsv } from '../data/read-csv.ts';
import { clean, grouped, rounded } from '../text/index.ts';
import { htmlDocument } from './document.ts';
import { type Html, html } from './escape.ts';
import { figurePart, spaced } from './figure-part.ts';
import { markdownPart } from './markdown-page.ts';
import { command, details, named, scrolling, section, table } from './pieces.ts';
import { STYLE } from './style.ts';

export interface StudyPage {
  /** The scenario that lies in the folder. */
  readonly scenario: Scenario;
  readonly manifest: StudyManifest;
  /** Names of files without their endings, with what is in them. */
  readonly figures: readonly NamedText[];
  readonly tables: readonly NamedText[];
  /** Markdown; null where there is none. */
  readonly methods: string | null;
  /** Files that are not as the manifest says. */
  readonly changed: readonly string[];
  /** Makes the page again. */
  readonly again: string;
}

interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface StudyManifest {
  readonly version: string;
  readonly scenario: string;
  readonly scenario_hash: string;
  readonly result_hash: string;
  readonly seed: string;
  readonly runs: number;
  readonly command: string;
}

export function studyPage(study: StudyPage): string {
  const { scenario, manifest, figures, tables, methods, changed, again } = study;
  const label = labelsOf(scenario);
  return htmlDocument({
    title: `${clean(scenario.title)}: ${questionOf(manifest)}`,
    description: manifest.command,
    style: STYLE,
    manifest: { ...manifest, again },
    body: html`<header><h1 dir="auto">${scenario.title}: ${questionOf(manifest)}</h1>
<p class="lead">What a stated set of assumptions implies; no forecast. ${grouped(manifest.runs)} runs of each point.</p></header>
<main id="main">
${changed.length === 0 ? null : html`<p class="warn">Changed since the experiment wrote them: ${changed.join(', ')}. What is shown of them is not what was run.</p>`}
${figures.length === 0 ? null : section({ id: 'figures', title: 'Figures' }, html`${figures.map(({ name, text }) => figurePart({ name, svg: text }))}`)}
${section({ id: 'tables', title: 'Tables' }, html`${tables.map((one, index) => tablePart(one, label, index === 0))}`)}
${methods === null ? null : section({ id: 'methods', title: 'Methods' }, markdownPart(methods))}
${section({ id: 'again', title: 'Where this comes from, and how to have it again' }, manifestOf(manifest, again))}
</main>`,
    alive: null,
  });
}

/** `compare`, from the command that made the data. */
const questionOf = ({ command: words }: StudyManifest): string => words.split(' ')[1] ?? 'experiment';

/** Rows of a table that a page holds; the folder has them all. */
const MOST_ROWS = 300;

function tablePart({ name, text }: NamedText, label: Label, open: boolean): Html {
  const [head = [], ...rows] = readCsv(text);
  const numeric = head.map((_, column) => rows.every((row) => isNumber(row[column] ?? '')));
  const shown = rows.slice(0, MOST_ROWS);
  const cut =
    rows.length === shown.length
      ? null
      : html`<p class="faint">The first ${grouped(shown.length)} of ${grouped(rows.length)} rows; ${name}.csv has them all.</p>`;
  const grid = table({
    caption: spaced(name),
    kind: 'grid',
    head: head.map((column, index) => ({ words: column.replaceAll('_', ' '), number: numeric[index]! })),
    rows: shown.map((row) => head.map((column, index) => cellOf(column, row[index] ?? '', label))),
  });
  const body = html`${scrolling(spaced(name), grid)}${cut}`;
  return open ? html`<h3>${spaced(name)}</h3>${body}` : details(spaced(name), body, 'region');
}

const isNumber = (field: string): boolean => field === '' || Number.isFinite(Number(field));

/** Digits that a page shows; the file has all. */
const DIGITS = 4;

function cellOf(column: string, field: string, label: Label): Html {
  if (field === '') return html``;
  if (isNumber(field)) return html`${rounded(Number(Number(field).toPrecision(DIGITS)), 0)}`;
  return named(column === 'kind' || column === 'method' ? field.replaceAll('_', ' ') : label(field));
}

/** The label of whatever has this name in the scenario. */
type Label = (name: string) => string;

function labelsOf({ outcomes, measures, parameters, variants, happenings, stages }: Scenario): Label {
  const known = new Map<string, string>([
    ...[...parameters, ...measures, ...outcomes, ...variants].map(
      (entry) => [entry.name, entry.label] as const,
    ),
    ...[...stages, ...happenings].map(({ path, label }) => [path, label] as const),
  ]);
  return (name) => known.get(name) ?? name;
}

const manifestOf = (manifest: StudyManifest, again: string): Html => html`${table({
  caption: 'Manifest',
  kind: 'manifest',
  head: [{ words: 'What' }, { words: 'Value' }],
  rows: [
    ['Scenario', manifest.scenario],
    ['Scenario hash', manifest.scenario_hash],
    ['Result hash', manifest.result_hash],
    ['Seed', manifest.seed],
    ['Program', `juncture ${manifest.version}`],
  ],
})}
<p>The data again, byte for byte:</p>${command(manifest.command)}<p>This page from them:</p>${command(again)}`;
