/** How `juncture diagram` can draw; apart from the command, whose drawing code loads only when it runs. */
import { extname } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../diagnostics/index.ts';

export const DIAGRAM_KINDS = ['chart', 'influence'] as const;
export type DiagramKind = (typeof DIAGRAM_KINDS)[number];

export const DIAGRAM_FORMATS = ['text', 'svg', 'png', 'mermaid', 'dot', 'scxml', 'xstate', 'json'] as const;
export type DiagramFormat = (typeof DIAGRAM_FORMATS)[number];

const ENDINGS: Readonly<Record<string, DiagramFormat>> = {
  '.txt': 'text',
  '.svg': 'svg',
  '.png': 'png',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.dot': 'dot',
  '.gv': 'dot',
  '.scxml': 'scxml',
};

/** A parser for one of some words, with a guess at what was meant. */
export function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const found = words.find((word) => word === text.trim().toLowerCase());
    if (found !== undefined) return found;
    const guess = didYouMean(text, words);
    const hint = guess === null ? '' : ` Did you mean '${guess}'?`;
    throw new InvalidArgumentError(`It is one of: ${words.join(', ')}.${hint}`);
  };
}

/** The format that a file's ending asks for; null for an ending that asks for none. */
export function formatOfFile(file: string, kind: DiagramKind): DiagramFormat | null {
  const ending = extname(file).toLowerCase();
  if (ending === '.json') return kind === 'chart' ? 'xstate' : 'json';
  return ENDINGS[ending] ?? null;
}

export const fileEndings = (): readonly string[] => [...Object.keys(ENDINGS), '.json'];
