/** Pictures that lie beside a document. */
import type { Block } from '../document/index.ts';
import { cleanParagraph } from '../text/index.ts';

/** A picture beside the document, and what it shows. */
export interface Picture {
  readonly file: string;
  readonly caption: string;
}

export const figureOf = (picture: Picture | null): readonly Block[] =>
  picture === null ? [] : [{ kind: 'figure', file: picture.file, caption: cleanParagraph(picture.caption) }];
