/** Writes a figure of the lab as a picture and its data as a table. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvText, rowAnsi, terminalSvg } from '../../report/index.ts';
import type { Figure } from '../../tui/index.ts';

const TRUE_COLOUR = 24;

/** Names of the files, which did not exist before. @throws Error where they cannot be written. */
export function exportFigure(figure: Figure, folder: string, id: string): readonly string[] {
  const stem = freeStem(folder, `${id}-${figure.name}`);
  const lines = figure.rows.map((row) => rowAnsi(row, TRUE_COLOUR));
  const svg = terminalSvg(lines.join('\n'), {
    columns: figure.columns,
    rows: figure.rows.length,
    title: figure.title,
  });
  const files = [
    [`${stem}.svg`, svg],
    [`${stem}.csv`, csvText(figure.table)],
  ] as const;
  for (const [name, text] of files) writeFileSync(join(folder, name), text, { flag: 'wx' });
  return files.map(([name]) => name);
}

function freeStem(folder: string, stem: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    if (!existsSync(join(folder, `${name}.svg`)) && !existsSync(join(folder, `${name}.csv`))) return name;
  }
}
