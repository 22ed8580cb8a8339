/** What moves each outcome: every assumption alone, from the low to the high end of what is thought possible. */
import type { Findings } from '../../../experiment/index.ts';
import { clean, grouped, ofHundred, outcomeLooks } from '../../text/index.ts';
import { scaleOf, spanBar } from '../bars.ts';
import { type Html, html } from '../escape.ts';
import { details, named, table } from '../pieces.ts';
import { valueWords } from './assumptions.ts';

type Tornado = Findings['sensitivity']['outcomes'][number];

/** Bars of an outcome that are shown. */
const MOST = 12;
/** Outcomes whose tornado is open. */
const OPEN = 2;

/** Outcomes by how many runs end so, the most first. */
export function sensitivityPart(findings: Findings): Html {
  const { sensitivity, result } = findings;
  const ordered = [...sensitivity.outcomes].sort(
    (a, b) => result.outcomes[b.outcome]!.share.value - result.outcomes[a.outcome]!.share.value,
  );
  if (ordered.length === 0)
    return html`<p>No assumption varies in these runs: each is held at one value.</p>`;
  return html`${ordered.map((tornado, index) => {
    const { label } = findings.scenario.outcomes[tornado.outcome]!;
    const { sign } = outcomeLooks(findings.scenario.outcomes)[tornado.outcome]!;
    const heading = html`<span class="sign" aria-hidden="true">${sign}</span> ${named(label)}`;
    const body = tornadoTable(findings, tornado);
    return index < OPEN ? html`<h3>${heading}</h3>${body}` : details(heading, body, 'region');
  })}`;
}

function tornadoTable({ scenario, sensitivity }: Findings, { outcome, bars, silent }: Tornado): Html {
  const { label } = scenario.outcomes[outcome]!;
  const shown = bars.slice(0, MOST);
  const rest = bars.length - shown.length;
  const others =
    rest + silent === 0
      ? null
      : html`<p class="faint">${[
          ...(rest > 0 ? [`${rest} more ${rest === 1 ? 'moves' : 'move'} it less.`] : []),
          ...(silent > 0
            ? [`${silent} ${silent === 1 ? 'moves' : 'move'} it by nothing that these runs can tell.`]
            : []),
        ].join(' ')}</p>`;
  if (shown.length === 0) return others ?? html`<p class="faint">Nothing varies.</p>`;
  const scale = scaleOf(shown.map(({ most }) => most.share));
  const rows = shown.map(({ parameter: index, least, most }) => {
    const parameter = scenario.parameters[index]!;
    const end = (one: typeof least): Html =>
      html`<b>${ofHundred(one.share)}</b> <span class="faint">at ${valueWords(parameter, one.value)}</span>`;
    return [
      named(parameter.label),
      spanBar(least.share.value, most.share.value, scale),
      end(least),
      end(most),
    ];
  });
  return html`${table({
    caption: `What moves “${clean(label)}”: of 100 runs, with each assumption alone at an end of its range (${grouped(sensitivity.runs)} runs at each end)`,
    kind: 'tornado',
    head: [
      { words: 'Assumption' },
      { words: html`<span class="scale">0 to ${Math.round(100 * scale)} of 100 runs</span>` },
      { words: 'fewest', number: true },
      { words: 'most', number: true },
    ],
    rows,
  })}${others}`;
}
