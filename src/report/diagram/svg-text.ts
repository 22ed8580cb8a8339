/** SVG written by hand: escaped texts, rounded numbers. */
import { cleanParagraph } from '../text/index.ts';

/** To a tenth of a pixel. */
export const px = (value: number): string => String(Number(value.toFixed(1)) || 0);

/** What XML 1.0 has no place for and cleaning leaves. */
const NO_CHARACTERS = /[\ufffe\uffff]/g;

/** Cleaned text that cannot end what it stands in. */
export const escaped = (text: string): string =>
  text
    .replace(NO_CHARACTERS, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** What a pointer at rest is told, line by line; nothing for nothing. */
export const titleElement = (text: string): string =>
  text === '' ? '' : `<title>${escaped(text.split('\n').map(cleanParagraph).join('\n'))}</title>`;

export const textElement = (
  text: string,
  at: { readonly x: number; readonly y: number; readonly happening?: string | undefined },
  look: string,
): string =>
  `<text class="${look}"${at.happening === undefined ? '' : ` data-happening="${escaped(at.happening)}"`} x="${px(at.x)}" y="${px(at.y)}">${escaped(text)}</text>`;
