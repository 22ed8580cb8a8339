/** Where the numbers come from, and how to have them again. */
import type { Findings } from '../../../experiment/index.ts';
import { settingsLine } from '../../plain/settings-line.ts';
import { clean, grouped } from '../../text/index.ts';
import { type Html, html } from '../escape.ts';
import { command, table } from '../pieces.ts';

export function manifestPart({ manifest, scenario, result }: Findings, bundle: string): Html {
  const settings = settingsLine(manifest);
  const rows: readonly (readonly [string, string])[] = [
    ['Scenario', `${scenario.title} (${scenario.id})`],
    ['Scenario hash', manifest.scenario_hash],
    ['Settings', settings === '' ? 'as the file says' : settings],
    ['Runs', grouped(manifest.runs)],
    ['Seed', clean(manifest.seed)],
    ['Engine', result.engine === 'kernel' ? 'generated kernel (WebAssembly)' : 'statechart machine'],
    ['Program', `juncture ${manifest.version}`],
    ['Page', bundle],
  ];
  return html`${table({
    caption: 'Manifest',
    kind: 'manifest',
    head: [{ words: 'What' }, { words: 'Value' }],
    rows: rows.map(([what, value]) => [what, html`<span dir="auto">${value}</span>`]),
  })}
<p>This file again, byte for byte:</p>${command(manifest.command)}`;
}

/** Every source that anything in the scenario cites. */
export const sourcesPart = ({ scenario }: Findings, withLinks: (text: string) => Html): Html =>
  html`<ul class="sources">${scenario.sources.map(({ text }) => html`<li dir="auto">${withLinks(text)}</li>`)}</ul>`;
