// Proves what `--figure` draws and where, on the built command.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { juncture } from '../helpers/command.ts';

const FUEL = join('test', 'fixtures', 'fuel-prices.yaml');
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'juncture-'));
const SWEEP = ['sweep', FUEL, '--over', 'loyalty=0.2,0.8', '--runs', '200'];

it('a figure as SVG says what it rests on, and the folder of data has the very same', () => {
  const folder = newFolder();
  const [file, data] = [join(folder, 'one.svg'), join(folder, 'data')];
  const { status, stdout, stderr } = juncture([...SWEEP, '--seed', 'x', '--figure', file, '--out', data]);
  expect(status).toBe(0);
  expect(stdout).toContain('Government falls');
  expect(stderr).toContain(`Wrote ${file}.`);
  const svg = readFileSync(file, 'utf8');
  expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  expect(svg).toContain('seed x, scenario ');
  expect(readdirSync(join(data, 'figures'))).toEqual(['sweep-loyalty.svg']);
  expect(readFileSync(join(data, 'figures', 'sweep-loyalty.svg'), 'utf8')).toBe(svg);
});

it('all figures of an answer go into a folder, which need not be there', () => {
  const folder = join(newFolder(), 'figures/');
  const words = ['sensitivity', FUEL, '--method', 'tornado', '--runs', '100', '--figure', folder];
  expect(juncture(words).status).toBe(0);
  const names = readdirSync(folder);
  expect(names).toContain('tornado-government-falls.svg');
  expect(names).toHaveLength(5);
});

it('a branch has figures, too: of many runs, of one, of a moment of one', () => {
  const file = join(newFolder(), 'one.svg');
  const titled = (...words: readonly string[]): string => {
    expect(juncture(['branch', FUEL, ...words, '--futures', '40', '--figure', file]).status).toBe(0);
    return /<title>([^<]*)/.exec(readFileSync(file, 'utf8'))![1]!;
  };
  expect(titled('--runs', '10')).toContain('what settles it');
  expect(titled('--run', '0', '--at', '2')).toContain('of 100 futures');
});

it('PNG is drawn by the optional package; without it the SVG is left and the way to it said', () => {
  const folder = newFolder();
  const { status, stderr } = juncture([...SWEEP, '--figure', join(folder, 'one.png')]);
  if (status === 0) {
    const bytes = readFileSync(join(folder, 'one.png'));
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('\u0089PNG');
  } else {
    expect(status).toBe(1);
    expect(stderr).toMatch(/npm install @resvg|No font was found/);
    expect(readdirSync(folder)).toEqual(['one.svg']);
  }
});

it('what cannot be written is said before any work', () => {
  const odd = juncture([...SWEEP, '--figure', 'one.jpg']);
  expect(odd.status).toBe(2);
  expect(odd.stderr).toContain(
    "--figure wants a file that ends in .svg or .png, such as figure.svg, or a folder, such as figures/; not 'one.jpg'.",
  );
  const nowhere = juncture([...SWEEP, '--figure', join('no-such-folder', 'one.svg')]);
  expect(nowhere.status).toBe(2);
  expect(nowhere.stderr).toContain("There is no folder 'no-such-folder'");
});
