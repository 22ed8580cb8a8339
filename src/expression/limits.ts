/** How much one expression may hold. Both keep every walk over a tree far from the end of the stack. */

/** UTF-16 units of text. */
export const LONGEST_EXPRESSION = 2000;

/** Brackets, signs, powers and choices inside each other. A long sum is not deep. */
export const DEEPEST_NESTING = 64;
