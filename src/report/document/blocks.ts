/** A document as plain data: what is said, not how Markdown or TeX write it. Every text in it is only text. */

export type Inline =
  /** Words of ours or of a scenario; a scenario's are cleaned and its backticks are code. */
  | string
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'emphasis'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  /** Only `http:` and `https:`, made by `linked`. */
  | { readonly kind: 'link'; readonly url: string };

/** Inline parts one after the other. */
export type Line = readonly Inline[];

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

export interface Table {
  readonly kind: 'table';
  /** A sentence without its number. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** `[rows][columns]`. */
  readonly rows: readonly (readonly Line[])[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | Table
  /** A formula of its own line, in TeX's math mode. */
  | { readonly kind: 'formula'; readonly tex: string }
  | { readonly kind: 'verbatim'; readonly text: string }
  /** A picture beside the document: its file's name there and what is to be seen on it. */
  | { readonly kind: 'figure'; readonly file: string; readonly caption: string };

export type Document = readonly Block[];
