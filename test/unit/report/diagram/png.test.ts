// Proves that a PNG is one, that its words are drawn, and what is said where what draws it is missing.
import { Resvg } from '@resvg/resvg-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chartSvg, PngUnavailable, toPng } from '../../../../src/report/index.ts';
import { nestedChart } from '../../../helpers/nested-chart.ts';

const svg = await chartSvg(nestedChart(''), null);

afterEach(() => {
  vi.doUnmock('@resvg/resvg-js');
  vi.resetModules();
});

/** Pixels of the SVG that are not the same with its words and without. */
function inkOfWords(text: string, font: object): number {
  const drawn = (source: string): Buffer => new Resvg(source, { font }).render().pixels;
  const [full, bare] = [drawn(text), drawn(text.replace(/<text[^>]*>[^<]*<\/text>/g, ''))];
  return full.reduce((sum, byte, index) => sum + Number(byte !== bare[index]), 0);
}

const hasFonts = inkOfWords(svg, { loadSystemFonts: true }) > 0;

describe.skipIf(!hasFonts)('toPng, where the machine has fonts', () => {
  it('gives a PNG of twice the size', async () => {
    const png = Buffer.from(await toPng(svg));
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const width = Number(/ width="(\d+)"/.exec(svg)![1]);
    expect(png.readUInt32BE(16)).toBe(2 * width);
    expect(Buffer.from(await toPng(svg)).equals(png)).toBe(true);
  });

  it('draws words; without fonts they would be missing and nobody would say so', () => {
    expect(inkOfWords(svg, { loadSystemFonts: true })).toBeGreaterThan(2_000);
    expect(inkOfWords(svg, { loadSystemFonts: false })).toBe(0);
  });
});

describe('toPng', () => {
  it('says what to install where the package is missing', async () => {
    vi.resetModules();
    vi.doMock('@resvg/resvg-js', () => {
      throw new Error('Cannot find package');
    });
    const png = await import('../../../../src/report/diagram/png.ts');
    await expect(png.toPng(svg)).rejects.toThrow(/npm install @resvg\/resvg-js@2\.6\.2/);
  });

  it('says that there is no font', async () => {
    vi.resetModules();
    vi.doMock('@resvg/resvg-js', () => ({
      Resvg: class extends Resvg {
        constructor(text: string) {
          super(text, { font: { loadSystemFonts: false } });
        }
      },
    }));
    const png = await import('../../../../src/report/diagram/png.ts');
    await expect(png.toPng(svg)).rejects.toThrow(/No font was found/);
  });

  it('is an error of its own kind', () => {
    expect(new PngUnavailable('x').name).toBe('PngUnavailable');
  });
});
