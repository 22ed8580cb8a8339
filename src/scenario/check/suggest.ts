/** Mends for names that do not exist. */
import { didYouMean } from '../../diagnostics/index.ts';

/** More names than this are not listed in a message. */
const FEW = 8;

/** `a`, `b` and `c`. */
export function listed(names: readonly string[], join = 'and'): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? 'nothing';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${join} ${last}`;
}

/** The nearest known name as a question; without one, the few that there are; else `otherwise`. */
export function unknownMend(word: string, known: readonly string[], otherwise: string): string {
  const guess = didYouMean(word, known);
  if (guess !== null) return `Did you mean \`${guess}\`? ${otherwise}`.trimEnd();
  if (known.length > 0 && known.length <= FEW) return `${otherwise} There is ${listed(known)}.`.trimStart();
  return otherwise;
}

/** What makes mends for unknown names in a file. */
export interface Guesses {
  readonly unknownMend: (word: string, known: readonly string[], otherwise: string) => string;
  /** The names to guess among, or none when guessing has cost enough. */
  readonly among: (known: readonly string[]) => readonly string[];
}

/** Comparisons of two names that one file may ask for: a file of thousands of faults must not take minutes. */
const MOST_COMPARISONS = 50_000;

export function createGuesses(): Guesses {
  let left = MOST_COMPARISONS;
  const among = (known: readonly string[]): readonly string[] => {
    left -= known.length;
    return left >= 0 ? known : [];
  };
  return { among, unknownMend: (word, known, otherwise) => unknownMend(word, among(known), otherwise) };
}
