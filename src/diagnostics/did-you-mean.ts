/** The nearest known word to a mistyped one. */

/** Longer words are paths or nonsense; comparing them would cost more than a guess is worth. */
const LONGEST = 80;

/**
 * Typing errors forgiven in a word of this length: none in 1 or 2 letters, one up to 5, two up to 9, else three.
 * A word of 3 must also begin right: too many others are one letter away.
 */
const forgiven = (length: number): number => (length <= 2 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3);

/** Case, and what joins the parts of a name, are not what a person gets wrong: `Hazard-Rate` is `hazard_rate`. */
const plain = (word: string): string => word.toLowerCase().replace(/[-\s]/g, '_');

/**
 * Damerau–Levenshtein distance by optimal string alignment: insert, delete, replace, swap two neighbours.
 * Gives `limit + 1` as soon as the distance must exceed `limit`.
 */
export function typingDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let twoAbove: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, twoAbove[column - 2]! + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    twoAbove = above;
    above = current;
  }
  return Math.min(above[to.length]!, limit + 1);
}

/** Letters that both words begin with. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/**
 * The candidate a person most likely meant by `word`, or null. The nearest by typing errors wins; then the one that
 * begins alike for longest; then the first. If none is near, the only candidate that continues the word is taken
 * (`chance` → `chance_per_day`). The same arguments always give the same answer.
 */
export function didYouMean(word: string, candidates: readonly string[]): string | null {
  if (word.length > LONGEST) return null;
  const written = plain(word);
  if (written === '') return null;
  let best: string | null = null;
  let bestDistance = forgiven(written.length) + 1;
  let bestStart = -1;
  for (const candidate of candidates) {
    if (candidate.length > LONGEST) continue;
    const known = plain(candidate);
    if (written.length <= 3 && known[0] !== written[0]) continue;
    const distance = typingDistance(written, known, Math.min(bestDistance, forgiven(written.length)));
    const start = sharedStart(written, known);
    if (distance < bestDistance || (distance === bestDistance && best !== null && start > bestStart)) {
      best = candidate;
      bestDistance = distance;
      bestStart = start;
    }
  }
  return best ?? onlyContinuation(written, candidates);
}

function onlyContinuation(written: string, candidates: readonly string[]): string | null {
  if (written.length < 3) return null;
  const longer = candidates.filter((candidate) => {
    const known = plain(candidate);
    return known.startsWith(`${written}_`) || known.startsWith(`${written}.`);
  });
  return longer.length === 1 ? longer[0]! : null;
}
