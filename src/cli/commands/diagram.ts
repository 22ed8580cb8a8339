/** `juncture diagram`: the chart as a drawing for the terminal, as Mermaid or as Graphviz's DOT. */

import { toDot, toMermaid, toText } from '../../statechart/index.ts';
import type { DiagramFormat } from '../diagram-formats.ts';
import type { CommonOptions } from '../options.ts';
import { deliver } from '../output.ts';
import { openScenario } from '../scenario.ts';
import type { Terminal } from '../terminal.ts';

const WRITERS = { text: toText, mermaid: toMermaid, dot: toDot } as const;

export async function diagramCommand(
  named: string,
  options: CommonOptions & { readonly format: DiagramFormat },
  terminal: Terminal,
): Promise<void> {
  const scenario = openScenario(named, terminal);
  await deliver(WRITERS[options.format](scenario), options.out, terminal);
}
