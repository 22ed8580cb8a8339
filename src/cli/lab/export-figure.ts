/** Writes a figure of the lab as a picture and its data as a table. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvText, figureSvg, rowAnsi, terminalSvg } from '../../report/index.ts';
import type { Figure } from '../../tui/index.ts';

const TRUE_COLOUR = 24;

/**
 * Draws the figure, or the page in letters where there is none, and writes its data beside it. Names of the files, which
 * did not exist before. @throws Error (rejects) where they cannot be written.
 */
export async function exportFigure(figure: Figure, folder: string, id: string): Promise<readonly string[]> {
  const svg = figure.spec === null ? pageSvg(figure) : await figureSvg(figure.spec);
  const stem = freeStem(folder, `${id}-${figure.name}`);
  const files = [
    [`${stem}.svg`, svg],
    [`${stem}.csv`, csvText(figure.table)],
  ] as const;
  for (const [name, text] of files) writeFileSync(join(folder, name), text, { flag: 'wx' });
  return files.map(([name]) => name);
}

function pageSvg({ rows, columns, title }: Figure): string {
  const lines = rows.map((row) => rowAnsi(row, TRUE_COLOUR));
  return terminalSvg(lines.join('\n'), { columns, rows: rows.length, title });
}

function freeStem(folder: string, stem: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    if (!existsSync(join(folder, `${name}.svg`)) && !existsSync(join(folder, `${name}.csv`))) return name;
  }
}
