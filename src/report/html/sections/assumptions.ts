/**
 * What is assumed, with what each value rests on and how much rests on it; the same form is what a reader asks the page
 * with. Without scripts the inputs are hidden, and the words stand.
 */
import type { AssumptionFinding, Evidence, Findings, InfluenceFinding } from '../../../experiment/index.ts';
import type { Decision, Parameter, Scenario, Shock, Variant } from '../../../scenario/index.ts';
import { clean, grouped, ofHundred, rounded } from '../../text/index.ts';
import { type Html, html } from '../escape.ts';
import { details, named, said } from '../pieces.ts';

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  sourced: 'from sources',
  partly: 'sources and judgement',
  assumed: 'an assumption',
  unsourced: 'no source given',
};

const EVIDENCE_SIGN: Readonly<Record<Evidence, string>> = {
  sourced: '●',
  partly: '◐',
  assumed: '○',
  unsourced: '○',
};

/** The assumption that most rests on, in a sentence; or that none stands out. */
export function weakestWords({ weakest, scenario }: Pick<Findings, 'weakest' | 'scenario'>): string {
  if (weakest === null || weakest.influence === null) {
    return 'No single assumption moves an outcome by more than these runs can tell.';
  }
  const { parameter, influence, evidence, contested } = weakest;
  const outcome = clean(scenario.outcomes[influence.outcome]!.label);
  return `Most rests on “${clean(parameter.label)}”: moved from ${valueWords(parameter, influence.least.value)} to ${valueWords(parameter, influence.most.value)}, “${outcome}” goes from ${ofHundred(influence.least.share)} to ${ofHundred(influence.most.share)} of 100 runs, and its value ${RESTS[evidence]}${contested ? ', which its note calls contested or unknown' : ''}.`;
}

const RESTS: Readonly<Record<Evidence, string>> = {
  sourced: 'comes from sources',
  partly: 'rests on sources and a judgement',
  assumed: 'is an assumption: no source gives it',
  unsourced: 'is given without a source',
};

/** A value as people read it: a choice by its name. */
export function valueWords({ choices }: Parameter, value: number): string {
  if (choices !== null) return choices[value] ?? String(value);
  return rounded(Number(value.toPrecision(2)), 0);
}

const groupOf = ({ parameter }: AssumptionFinding): string => parameter.group ?? 'Assumptions';

/** Parts of the form, the groups in the order in which the file first names them. */
export function assumptionsForm({ scenario, assumptions }: Findings): Html {
  const groups = [...new Set(assumptions.map(groupOf))];
  const first = new Set(leading(assumptions).map(({ parameter }) => parameter.index));
  const largest = Math.max(1e-9, ...assumptions.map(({ weight }) => weight));
  const lines = (members: readonly AssumptionFinding[]): readonly Html[] =>
    members.map((one) => assumptionLine(scenario, one, one.weight / largest));
  const leaders = leading(assumptions);
  return html`${leaders.length === 0 ? null : html`<fieldset><legend>Most rests on these</legend>${lines(leaders)}</fieldset>`}
${groups.map((group) => {
  const members = assumptions.filter((one) => groupOf(one) === group && !first.has(one.parameter.index));
  if (members.length === 0) return html``;
  return details(
    html`${named(group)} <span class="faint">${members.length}</span>`,
    html`<fieldset><legend class="unseen">${group}</legend>${lines(members)}</fieldset>`,
    'group',
    assumptions.length <= FEW,
  );
})}
${decisionsPart(scenario)}${shocksPart(scenario)}`;
}

/** So few assumptions are all shown at once. */
const FEW = 8;
const LEADING = 6;

/** Those on which most rests, the most first. */
const leading = (assumptions: readonly AssumptionFinding[]): readonly AssumptionFinding[] =>
  [...assumptions]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ weight }) => weight > 0)
    .slice(0, LEADING);

function assumptionLine(scenario: Scenario, finding: AssumptionFinding, part: number): Html {
  const { parameter, treatment, evidence, contested, influence } = finding;
  const unit = parameter.unit === null ? null : html` <span class="faint">${parameter.unit}</span>`;
  return html`<div class="assumption" data-parameter="${parameter.name}">
<div class="name"><label for="set-${parameter.name}">${named(parameter.label)}</label>${unit}</div>
<p class="treatment" data-treatment="${parameter.name}">${treatment}</p>
${inputsOf(parameter)}
<p class="marks"><span class="evidence"><span aria-hidden="true">${EVIDENCE_SIGN[evidence]}</span> ${EVIDENCE[evidence]}</span>${contested ? html` <span class="contested">contested or unknown</span>` : null}${influence === null ? null : html` <span class="moves">${movesWords(scenario, influence)}</span>`}</p>
${part > 0 ? html`<svg class="weight" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="100" height="6"/><rect class="span" width="${(100 * part).toFixed(1)}" height="6"/></svg>` : null}
${reasons(finding)}</div>`;
}

const movesWords = (scenario: Scenario, { outcome, least, most }: InfluenceFinding): string =>
  `moves “${clean(scenario.outcomes[outcome]!.label)}” between ${ofHundred(least.share)} and ${ofHundred(most.share)} of 100`;

/** The note and what it cites. */
function reasons({ parameter: { note }, sources }: AssumptionFinding): Html | null {
  if (note === null && sources.length === 0) return null;
  const list =
    sources.length === 0
      ? html`<p>No source gives this value.</p>`
      : html`<ul>${sources.map((text) => html`<li dir="auto">${withLinks(text)}</li>`)}</ul>`;
  return details('Why this value', html`${note === null ? null : said(note)}${list}`, 'why');
}

/** What a web address may be made of; anything else in a source stays text. */
const ADDRESS = /https?:\/\/[\w.~:/?#[\]@!$&()*+,;=%-]+[\w/#=&-]/g;

/** Web addresses become links; nothing is ever loaded from them unless a reader follows one. */
export function withLinks(text: string): Html {
  const links = text.match(ADDRESS) ?? [];
  const between = text.split(ADDRESS);
  return html`${between.map((part, index) => {
    const address = links[index];
    const words = html`${blankAt(part, /^\s/)}${part}${blankAt(part, /\s$/)}`;
    return address === undefined
      ? words
      : html`${words}<a href="${address}" rel="noreferrer noopener">${address}</a>`;
  })}`;
}

/** The blank that cleaning takes from a text's end. */
const blankAt = (text: string, end: RegExp): Html | null => (end.test(text) ? html` ` : null);

/** Steps of a slider over its range. */
const STEPS = 100;

function inputsOf(parameter: Parameter): Html {
  const { name, choices, label } = parameter;
  if (choices !== null) {
    const options = choices.map(
      (choice) => html`<option value="${choice}">${choice.replaceAll('_', ' ')}</option>`,
    );
    return html`<div class="inputs"><select id="set-${name}" data-set="${name}"><option value="">as the file says</option>${options}</select></div>`;
  }
  const ends = sliderEnds(parameter);
  const bounds = html`${limit('min', parameter.low)}${limit('max', parameter.high)}`;
  const slider =
    ends === null
      ? null
      : html`<input type="range" data-slide="${name}" min="${ends.low}" max="${ends.high}" step="${ends.step}" value="${parameter.baseline}" aria-label="${clean(label)}, slider">`;
  return html`<div class="inputs">${slider}<input type="number" id="set-${name}" data-set="${name}" step="any"${bounds} placeholder="${parameter.distribution === null ? String(parameter.baseline) : 'varies'}" inputmode="decimal"><button type="button" class="free" data-free="${name}" hidden aria-label="${`Let ${clean(label)} be as the file says`}">×</button></div>`;
}

const limit = (key: 'min' | 'max', value: number): Html | null =>
  Number.isFinite(value) ? (key === 'min' ? html` min="${value}"` : html` max="${value}"`) : null;

/** Round steps, so that the numbers a slider gives can be typed. */
function sliderEnds({ low, high, baseline }: Parameter): { low: number; high: number; step: number } | null {
  const [from, to] = [
    Number.isFinite(low) ? low : Math.min(0, 3 * baseline),
    Number.isFinite(high) ? high : Math.max(0, 3 * baseline),
  ];
  if (!(to > from)) return null;
  const rough = (to - from) / STEPS;
  let step = 1;
  while (step > rough) step /= 10;
  while (step * 10 <= rough) step *= 10;
  // 1, 2 or 5 of a power of ten, from the file's lowest value on.
  const multiple = [1, 2, 5].filter((one) => one * step <= rough).at(-1) ?? 1;
  return { low: from, high: to, step: Number((multiple * step).toPrecision(6)) };
}

function decisionsPart({ decisions }: Scenario): Html | null {
  if (decisions.length === 0) return null;
  const lines = decisions.map((decision) => decisionLine(decision));
  return details(
    html`Decisions <span class="faint">${decisions.length}</span>`,
    html`<fieldset><legend class="unseen">Decisions</legend>${lines}</fieldset>`,
    'group',
  );
}

function decisionLine({ name, label, actor, question, options, note }: Decision): Html {
  const who = actor === null ? 'Nobody is asked: it is left to chance.' : `${actor} decides.`;
  return html`<div class="assumption"><div class="name"><label for="decide-${name}">${named(label)}</label></div>
<p class="marks" dir="auto">${who}${question === null ? null : html` ${question}`}</p>
<div class="inputs"><select id="decide-${name}" data-decide="${name}"><option value="">as it comes</option>${options.map((option) => html`<option value="${option.name}">${clean(option.label)}</option>`)}</select></div>
<p class="treatment">${options.map(({ label: one }) => clean(one)).join(' · ')}</p>
${note === null ? null : details('Why', said(note), 'why')}</div>`;
}

function shocksPart({ shocks }: Scenario): Html | null {
  if (shocks.length === 0) return null;
  return details(
    html`From outside <span class="faint">${shocks.length}</span>`,
    html`<fieldset><legend class="unseen">From outside</legend>${shocks.map((shock) => shockLine(shock))}</fieldset>`,
    'group',
  );
}

const shockLine = ({ name, label, note }: Shock): Html =>
  html`<div class="assumption"><div class="name"><label class="check"><input type="checkbox" class="live" data-without="${name}" checked> ${named(label)}</label></div>${note === null ? null : details('Why', said(note), 'why')}</div>`;

/** What the whole form is about: the variant, the luck, how many runs. */
export function askHead(variants: readonly Variant[], seed: string, runs: number): Html {
  const counts = [...new Set([1_000, 10_000, 100_000, runs])].sort((a, b) => a - b);
  return html`<div class="ask">
${variants.length === 0 ? null : html`<p><label for="variant">Variant</label> <select id="variant"><option value="">as the file says</option>${variants.map(({ name, label }) => html`<option value="${name}">${clean(label)}</option>`)}</select></p>`}
<p><label for="runs">Runs</label> <select id="runs">${counts.map((count) => html`<option value="${count}"${count === runs ? html` selected` : null}>${grouped(count)}</option>`)}</select>
<label for="seed">Luck</label> <input type="text" id="seed" value="${seed}" maxlength="40" autocomplete="off" spellcheck="false"></p>
<p><label class="check"><input type="checkbox" id="at-baseline"> every assumption at its baseline, so that only luck is left</label></p>
<p><button type="button" id="reset">Reset everything</button></p></div>`;
}
