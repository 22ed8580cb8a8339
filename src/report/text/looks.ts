/** What an outcome or a stage looks like: a hue, and the sign or letter that says the same without colour. */
import { clean } from './clean.ts';
import { type Hue, hueNamed } from './colour.ts';
import { graphemes, textWidth } from './width.ts';

export interface Look {
  readonly sign: string;
  readonly hue: Hue;
}

const SIGNS = ['■', '●', '▲', '◆', '▼', '□', '△', '◇', '▽', '◉', '◎', '◐'];
const UNRESOLVED_SIGN = '○';
const HUES: readonly Hue[] = [
  'sky',
  'orange',
  'green',
  'purple',
  'yellow',
  'vermillion',
  'blue',
  'silver',
  'sand',
  'slate',
];

/** Hues for those that wish none: the ones nobody wishes first, then round again. */
function dealHues(wishes: readonly (Hue | null)[]): readonly Hue[] {
  const free = HUES.filter((hue) => !wishes.includes(hue));
  let dealt = 0;
  return wishes.map((wish) => {
    if (wish !== null) return wish;
    const hue = free[dealt] ?? HUES[(dealt - free.length) % HUES.length]!;
    dealt += 1;
    return hue;
  });
}

/** Looks of the outcomes in their order; the last, `unresolved`, is the grey ring. */
export function outcomeLooks(outcomes: readonly { readonly colour: string | null }[]): readonly Look[] {
  const last = outcomes.length - 1;
  const hues = dealHues(
    outcomes.map(({ colour }, index) => hueNamed(colour) ?? (index === last ? 'grey' : null)),
  );
  return outcomes.map((_, index) => ({
    sign: index === last ? UNRESOLVED_SIGN : (SIGNS[index] ?? letterAt(index)),
    hue: hues[index]!,
  }));
}

const letterAt = (index: number) => String.fromCharCode(97 + (index % 26));

/** One letter a stage, of its own label where it can be, so that a chart can be read without colour. */
export function stageLetters(labels: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label, index) => {
    const own = graphemes(clean(label).toUpperCase()).filter(
      (letter) => textWidth(letter) === 1 && /^\p{L}/u.test(letter),
    );
    const letter =
      own.find((one) => !taken.has(one)) ??
      '0123456789abcdefghijklmnopqrstuvwxyz'.split('').find((one) => !taken.has(one)) ??
      letterAt(index);
    taken.add(letter);
    return letter;
  });
}

/** Looks of a region's stages; a stage that ends the run takes its outcome's hue, one with stages inside is grey. */
export function stageLooks(
  stages: readonly { readonly label: string; readonly outcome: Hue | null; readonly leaf: boolean }[],
): readonly Look[] {
  const letters = stageLetters(stages.map(({ label }) => label));
  const hues = dealHues(stages.map(({ outcome, leaf }) => outcome ?? (leaf ? null : 'grey')));
  return stages.map((_, index) => ({ sign: letters[index]!, hue: hues[index]! }));
}
