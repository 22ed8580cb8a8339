/** How much one scenario may ask of us. A scenario is untrusted text: every limit is met before the work is done. */

/** Bytes of one file. */
export const MAX_BYTES = 1_000_000;
/** Lexical parts (words, signs, blanks, line ends) of one file: about 30,000 lines of ordinary text. */
export const MAX_LEXEMES = 250_000;
/** Mappings and lists inside each other. */
export const MAX_DEPTH = 100;
/** Nodes that aliases may repeat in one file. */
export const MAX_ALIASED_NODES = 10_000;
/** Nodes that sets may produce in one scenario. */
export const MAX_SET_NODES = 100_000;
/** Members of one set. */
export const MAX_SET_MEMBERS = 1_000;
/** Characters of a text in which a `{set}` is to be spread, and brackets open at one place of it. */
export const MAX_SET_SOURCE = 10_000;
export const MAX_SET_BRACKETS = 200;
/** Characters of one text after a `{set}` was spread over its members. */
export const MAX_SET_TEXT = 100_000;
/** Characters of all texts that sets produce in one scenario. */
export const MAX_SET_CHARACTERS = 2_000_000;
/** Files that extend one another. */
export const MAX_EXTENDS = 16;
/** YAML errors told at once: the later ones mostly follow from the first. */
export const MAX_SYNTAX_ERRORS = 10;
/** Findings told of one scenario: nobody reads more, and a text of nonsense has no end of them. */
export const MAX_FINDINGS = 1_000;
