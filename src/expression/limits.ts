/**
 * How much one expression may hold: the longest sum over a set that a person would write, and no more than every walk
 * over a tree has a stack for (test/differential/long-expressions).
 */

/** UTF-16 units of text, blanks too. */
export const LONGEST_EXPRESSION = 20_000;

/** Words and signs. A sum of n terms is a tree n deep, so this bounds what the text's length alone would not. */
export const MOST_TOKENS = 5000;

/** Brackets, signs, powers and choices inside each other. A long sum is not deep in this sense. */
export const DEEPEST_NESTING = 64;
