/** Documents as data, and short ways to make them. */
export type { Block, Column, Document, Inline, Line, Table } from './blocks.ts';
export {
  bullets,
  code,
  emphasis,
  formula,
  heading,
  joined,
  linked,
  listed,
  numbered,
  paragraph,
  say,
  strong,
  table,
  words,
} from './make.ts';
