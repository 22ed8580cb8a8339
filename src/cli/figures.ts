/** `--figure`: an answer as a picture; and the pictures in a folder of data. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Manifest } from '../experiment/index.ts';
import type { FigureSpec } from '../report/index.ts';
import { CommandError, EXIT } from './exit.ts';
import { deliver, isFolder, requirePlaceFor } from './output.ts';
import type { Terminal } from './terminal.ts';

const ENDINGS = ['.svg', '.png'];

/** The figures with what they rest on written under their titles. */
export async function labelled(
  figures: readonly FigureSpec[],
  manifest: Manifest,
): Promise<readonly FigureSpec[]> {
  const { captioned, settingsLine } = await import('../report/index.ts');
  const { scenario, scenario_hash: hash, seed, version } = manifest;
  const settings = settingsLine(manifest);
  const caption = `${scenario}${settings === '' ? '' : `, ${settings}`}; seed ${seed}, scenario ${hash.slice(0, 12)}, juncture ${version}`;
  return figures.map((figure) => captioned(figure, caption));
}

/** A name that ends in a slash, or of a folder that is there, is where all figures go. */
const isForAll = (file: string, { workingDirectory }: Terminal): boolean =>
  /[/\\]$/.test(file) || isFolder(resolve(workingDirectory, file));

/** Told before the work, not after it. @throws CommandError (usage) where no such picture can be drawn there. */
export function requireFigure(file: string | undefined, terminal: Terminal): void {
  if (file === undefined || isForAll(file, terminal)) return;
  if (!ENDINGS.includes(extname(file).toLowerCase())) {
    throw new CommandError(
      EXIT.usage,
      `--figure wants a file that ends in .svg or .png, such as figure.svg, or a folder, such as figures/; not '${file}'.`,
    );
  }
  requirePlaceFor(file, terminal);
}

/**
 * Draws the first figure into a file, as its ending says; or all, as SVG, into a folder.
 * @throws CommandError (fault of the machine) where it cannot be written; what would be a PNG is then left as SVG.
 */
export async function writeFigure(
  figures: readonly FigureSpec[],
  file: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (file === undefined) return;
  const [first] = figures;
  if (first === undefined) {
    terminal.stderr.write(`There is nothing to draw, so '${file}' was not written.\n`);
    return;
  }
  if (isForAll(file, terminal)) {
    await writeAll(figures, file, terminal);
    terminal.stderr.write(`Wrote ${file}: ${figures.map(({ name }) => `${name}.svg`).join(', ')}.\n`);
    return;
  }
  const { figureSvg } = await import('../report/index.ts');
  const svg = await figureSvg(first);
  if (extname(file).toLowerCase() === '.svg') await deliver(svg, file, terminal);
  else await deliverPng(svg, file, terminal);
  if (figures.length > 1) {
    terminal.stderr.write(
      `That is the first of ${figures.length} figures of this answer; --figure figures/ draws them all.\n`,
    );
  }
}

async function deliverPng(svg: string, file: string, terminal: Terminal): Promise<void> {
  const { PngUnavailable, toPng } = await import('../report/index.ts');
  try {
    await deliver(await toPng(svg), file, terminal);
  } catch (error) {
    if (!(error instanceof PngUnavailable)) throw error;
    const instead = `${file.slice(0, -extname(file).length)}.svg`;
    await deliver(svg, instead, terminal);
    throw new CommandError(EXIT.fault, `${error.message}\n${instead} was drawn instead.`);
  }
}

/** Draws all figures into `figures` in a folder of data. @throws CommandError (fault of the machine). */
export async function writeFigures(
  figures: readonly FigureSpec[],
  folder: string,
  terminal: Terminal,
): Promise<void> {
  if (figures.length > 0) await writeAll(figures, join(folder, 'figures'), terminal);
}

async function writeAll(figures: readonly FigureSpec[], folder: string, terminal: Terminal): Promise<void> {
  const { figureSvg } = await import('../report/index.ts');
  const path = resolve(terminal.workingDirectory, folder);
  try {
    mkdirSync(path, { recursive: true });
    for (const figure of figures) {
      writeFileSync(join(path, `${figure.name}.svg`), await figureSvg(figure));
    }
  } catch (error) {
    throw new CommandError(
      EXIT.fault,
      `The figures could not be written to '${folder}': ${(error as Error).message}`,
    );
  }
}
