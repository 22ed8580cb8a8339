/** Where the numbers come from, and the command that gives the document again. */
import type { Findings } from '../../experiment/index.ts';
import { type Block, code, paragraph, say, table, words } from '../document/index.ts';
import { settingsLine } from '../plain/settings-line.ts';
import { cleanParagraph, grouped } from '../text/index.ts';

export function manifestBlocks({ manifest, scenario, result }: Findings): readonly Block[] {
  const settings = settingsLine(manifest);
  return [
    table(
      'What was run.',
      ['What', 'Value'],
      [
        [['Scenario'], say`${words(scenario.title)} (${code(scenario.id)})`],
        [['Hash of the scenario'], [code(manifest.scenario_hash)]],
        [['Settings'], settings === '' ? ['as the file says'] : words(settings)],
        [['Runs'], [grouped(manifest.runs)]],
        [['Seed'], [code(manifest.seed)]],
        [['Engine'], [result.engine === 'kernel' ? 'generated kernel (WebAssembly)' : 'statechart machine']],
        [['Program'], [`juncture ${manifest.version}`]],
      ],
    ),
    paragraph(['The same command gives the same file, byte for byte:']),
    { kind: 'verbatim', text: cleanParagraph(manifest.command) },
  ];
}
