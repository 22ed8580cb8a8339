/** Promises that compare two sides run with the same luck: shares, odds, and odds as a parameter moves. */
import {
  type Estimate,
  logOddsPerUnit,
  newcombePaired,
  type PairedCounts,
  pairedOddsRatio,
} from '../../../analysis/index.ts';
import type { ComparedSide } from '../../../scenario/index.ts';
import { type Account, type Claim, levelOfEach, type Opening } from '../account.ts';
import type { Rule } from '../rule.ts';
import { contrastStanding, standingOf } from '../standing.ts';
import type { Held } from '../treatment.ts';
import {
  atSide,
  boundInWords,
  estimateInWords,
  figure,
  ofSelected,
  PLAIN,
  POINTS,
  share,
  sideInWords,
  underSide,
} from '../words.ts';
import { openPairs, pairsIn } from './pairs.ts';

/** `given` may hold on one side only in so many pairs. */
const FEW = 0.01;

/** The two sides of one comparison, each with what is held there, and what is claimed of their pairs. */
interface Comparison {
  readonly first: ComparedSide & { readonly held?: Held };
  readonly second: ComparedSide & { readonly held?: Held };
  readonly claim: (counts: PairedCounts, level: number) => Claim;
}

function comparisonAccount(opening: Opening, comparisons: readonly Comparison[]): Account {
  const { treat, given } = opening;
  const opened = comparisons.map(({ first, second, claim }) => {
    const bothSides = first.side.scenario === second.side.scenario;
    const read = given?.columns ?? [];
    const one = treat(first.side, read, first.held);
    const other = treat(second.side, bothSides ? read : [], second.held);
    const ends = [
      { treatment: one, outcomes: first.outcomes },
      { treatment: other, outcomes: second.outcomes },
    ] as const;
    return { one, other, claim, pairs: openPairs(given, ends, bothSides) };
  });
  const differing = (): number => Math.max(...opened.map(({ pairs }) => pairs.givenDiffers()));
  return {
    treatments: [...new Set(opened.flatMap(({ one, other }) => [one, other]))],
    add: (sheets) => {
      for (const { one, other, pairs } of opened) pairs.add(sheets(one), sheets(other));
    },
    claims: (level) =>
      opened.map(({ pairs, claim }) => {
        const counts = pairs.counts();
        const found = claim(counts, levelOfEach(level, opened.length));
        return { ...found, text: found.text + ofSelected(given, pairsIn(counts), 'pairs') };
      }),
    selected: () => Math.min(...opened.map(({ pairs }) => pairsIn(pairs.counts()))),
    warnings: () =>
      differing() > FEW
        ? [
            `\`given\` holds on one side only in ${share(differing())} of the pairs: what is compared is then not only the two sides, but also which runs come to count. Ask for something that both sides settle alike.`,
          ]
        : [],
  };
}

const known = (estimate: Estimate): Estimate | null => (Number.isNaN(estimate.value) ? null : estimate);

export function contrastAccount(opening: Opening, { of, side, direction, than }: Rule<'contrast'>): Account {
  const { scenario } = opening;
  const comparisons = than.map((second): Comparison => {
    const claim = (counts: PairedCounts, level: number): Claim => {
      const estimate = newcombePaired(counts, level);
      const sides = `${atSide(scenario, side)} against ${sideInWords(scenario, second.side)}`;
      return {
        standing: contrastStanding(estimate, direction),
        estimate: known(estimate),
        text: `${of.label} ${sides}: ${estimateInWords(estimate, POINTS)}`,
        wanted: `${direction} likely than ${atSide(scenario, second.side)}`,
      };
    };
    return { first: { side, outcomes: of.outcomes }, second, claim };
  });
  return comparisonAccount(opening, comparisons);
}

export function oddsRatioAccount(
  opening: Opening,
  { of, side, against, bound }: Rule<'odds_ratio'>,
): Account {
  const { scenario } = opening;
  const claim = (counts: PairedCounts, level: number): Claim => {
    const estimate = pairedOddsRatio(counts, level);
    const sides = `${atSide(scenario, side)} over those ${atSide(scenario, against.side)}`;
    return {
      standing: standingOf(known(estimate), bound),
      estimate: known(estimate),
      text: `Odds of ${of.label} ${sides}: ${estimateInWords(estimate, PLAIN)}`,
      wanted: boundInWords(bound, PLAIN),
    };
  };
  const first = { side, outcomes: of.outcomes };
  return comparisonAccount(opening, [{ first, second: against, claim }]);
}

export function logOddsAccount(opening: Opening, rule: Rule<'log_odds'>): Account {
  const { of, side, parameter, from, to, bound } = rule;
  const { label, unit } = opening.scenario.parameters[parameter]!;
  const per = `per unit of ${label}${unit === null ? '' : ` (${unit})`}, from ${figure(from)} to ${figure(to)}`;
  const where = underSide(opening.scenario, side);
  const claim = (counts: PairedCounts, level: number): Claim => {
    const estimate = logOddsPerUnit(counts, to - from, level);
    return {
      standing: standingOf(known(estimate), bound),
      estimate: known(estimate),
      text: `Change of the log-odds of ${of.label} ${per}${where}: ${estimateInWords(estimate, PLAIN)}`,
      wanted: boundInWords(bound, PLAIN),
    };
  };
  const at = (value: number): ComparedSide & { readonly held: Held } => ({
    side,
    outcomes: of.outcomes,
    held: { parameter, value },
  });
  return comparisonAccount(opening, [{ first: at(from), second: at(to), claim }]);
}
