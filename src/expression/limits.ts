/** How much one expression may hold. Together these keep every walk over a tree far from the end of the stack. */

/** UTF-16 units of text, blanks too. */
export const LONGEST_EXPRESSION = 4000;

/** Words and signs. A sum of n terms is a tree n deep, so this bounds what the text's length alone would not. */
export const MOST_TOKENS = 600;

/** Brackets, signs, powers and choices inside each other. A long sum is not deep in this sense. */
export const DEEPEST_NESTING = 64;
