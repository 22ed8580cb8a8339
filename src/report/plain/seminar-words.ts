/** Words for what happens in a seminar, the same on the screen, in lines and in its handout. */
import type { Estimate } from '../../analysis/index.ts';
import { canTell, decisionNamed, type NoWay, type SeminarWay, type Way } from '../../experiment/index.ts';
import { formatDate, type Scenario } from '../../scenario/index.ts';
import type { DecisionRecord } from '../../statechart/index.ts';
import { clean } from '../text/index.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `5 January 2022, 18:00`; without the hour at midnight. */
export function longMoment({ time }: Scenario, day: number): string {
  const [date = '', hour = '00:00'] = formatDate(time, day).split('T');
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  const words = `${dayOfMonth} ${MONTHS[(month ?? 1) - 1]} ${year}`;
  return hour === '00:00' ? words : `${words}, ${hour}`;
}

/** `The president`, or what is decided where nobody is asked. */
export function actorOf(scenario: Scenario, decision: string): string {
  const { actor, label } = decisionNamed(scenario, decision);
  return clean(actor ?? label);
}

/** What sets a way apart: `The president: Negotiate`, `other luck`, `as the run has it`. */
export function turnWords(scenario: Scenario, { turn }: Pick<SeminarWay, 'turn'>): string {
  switch (turn.kind) {
    case 'start':
      return 'as the run has it';
    case 'luck':
      return 'other luck';
    case 'take':
      return turn.choices
        .map(({ decision, option }) => {
          const { options } = decisionNamed(scenario, decision);
          const label = options.find(({ name }) => name === option)?.label ?? option;
          return `${actorOf(scenario, decision)}: ${clean(label)}`;
        })
        .join('; ');
    default:
      throw new Error(`not a turn: ${JSON.stringify(turn satisfies never)}`);
  }
}

/** The open options of a decision, numbered as they are taken, with their labels and odds. */
export function numberedOptions(
  scenario: Scenario,
  { path, options }: DecisionRecord,
): readonly {
  readonly number: number;
  readonly id: string;
  readonly label: string;
  readonly odds: number;
}[] {
  const labels = decisionNamed(scenario, path).options;
  return options.flatMap(({ id, odds }, index) =>
    odds === null ? [] : [{ number: index + 1, id, label: clean(labels[index]!.label), odds }],
  );
}

/**
 * The outcome that the open options of a decision differ most in, by their odds: the largest mean distance of an option's
 * share from the mean, so that an option that is hardly ever taken does not decide. Where they do not differ, the most
 * frequent of the first.
 */
export function widestOutcome({ options }: DecisionRecord, ways: readonly (Way | NoWay)[]): number {
  const odds = options.flatMap(({ odds: its }) => (its === null ? [] : [its]));
  const possible = ways.flatMap((way, at) => ('impossible' in way ? [] : [{ way, weight: odds[at] ?? 0 }]));
  const [first] = possible;
  if (first === undefined) return 0;
  const sum = possible.reduce((total, { weight }) => total + weight, 0);
  const swings = first.way.outlook.outcomes.map((_, outcome) => {
    const shareOf = ({ outlook }: Way): number => outlook.outcomes[outcome]!.share.value;
    const mean = possible.reduce((total, { way, weight }) => total + (weight / sum) * shareOf(way), 0);
    return possible.reduce(
      (total, { way, weight }) => total + (weight / sum) * Math.abs(shareOf(way) - mean),
      0,
    );
  });
  const most = Math.max(...swings);
  if (most > 0) return swings.indexOf(most);
  const shares = first.way.outlook.outcomes.map(({ share }) => share.value);
  return shares.indexOf(Math.max(...shares));
}

/** `27 more of 100 futures (23 to 31)`, `9 fewer …`, or `cannot tell (−3 to 5 of 100 futures)`. */
export function changeWords(change: Estimate): string {
  const of100 = (share: number): number => Math.round(100 * share);
  const { value, low, high } = change;
  if (!canTell(change)) {
    const isNothing = of100(low) === 0 && of100(high) === 0;
    const range = isNothing ? 'under 1' : `${minus(of100(low))} to ${minus(of100(high))}`;
    return `cannot tell (${range} of 100 futures)`;
  }
  const [from, to] = value < 0 ? [-high, -low] : [low, high];
  const count = Math.abs(of100(value));
  return `${count === 0 ? 'less than 1' : count} ${value < 0 ? 'fewer' : 'more'} of 100 futures (${of100(from)} to ${of100(to)})`;
}

const minus = (value: number): string => (value < 0 ? `−${-value}` : String(value + 0));

/** `2 (14 hands), 1 (9)`: the most first; with names in place of numbers where there are any. */
export function handsWords(hands: readonly number[], nameOf: (index: number) => string): string {
  const raised = hands
    .map((count, index) => ({ count, index }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || one.index - other.index);
  if (raised.length === 0) return 'no hands';
  return raised
    .map(({ count, index }, at) =>
      at > 0
        ? `${nameOf(index)} (${count})`
        : `${nameOf(index)} (${count} ${count === 1 ? 'hand' : 'hands'})`,
    )
    .join(', ');
}
