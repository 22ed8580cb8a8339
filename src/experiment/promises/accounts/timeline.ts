/** Promises about history: what happened lies in the middle of what runs show. */
import { QuantileSketch, wilson } from '../../../analysis/index.ts';
import { formatDate, type Scenario, type TimelineClaim } from '../../../scenario/index.ts';
import { type Account, type Claim, levelOfEach, type Opening, selectedRuns } from '../account.ts';
import type { Rule } from '../rule.ts';
import { standingOf, together } from '../standing.ts';
import { counted, estimateInWords, figure, inUnit, ofSelected, SHARE, share, underSide } from '../words.ts';

/** Days are multiples of a step; dates come from minutes. */
const SLACK = 1e-9;

const MIDNIGHT = /T00:00$/;

interface Tally {
  readonly column: number;
  readonly add: (value: number) => void;
  readonly claim: (level: number) => Claim;
}

export function timelineAccount(opening: Opening, { entries, inside, side }: Rule<'timeline'>): Account {
  const { scenario, treat, given } = opening;
  const tallies = entries.map((entry) => openTally(opening, entry, inside));
  const columns = tallies.map(({ column }) => column);
  const treatment = treat(side, [...columns, ...(given?.columns ?? [])]);
  let selected = 0;
  return {
    treatments: [treatment],
    add: (sheets) => {
      const sheet = sheets(treatment);
      const runs = selectedRuns(sheet, given);
      selected += runs.reduce((sum, isSelected) => sum + isSelected, 0);
      for (const { column, add } of tallies) {
        const values = sheet.column(column);
        runs.forEach((isSelected, run) => {
          const value = values[run] as number;
          if (isSelected === 1 && !Number.isNaN(value)) add(value);
        });
      }
    },
    claims: (level) => {
      const each = levelOfEach(level, tallies.length);
      const where = underSide(scenario, side);
      const last = selected === 0 ? ofSelected(given, selected, 'runs') : '';
      return tallies.map(({ claim }) => {
        const { text, ...rest } = claim(each);
        return { ...rest, text: `${text}${where === '' ? '' : `,${where}`}${last}` };
      });
    },
    selected: () => selected,
    warnings: () => [],
  };
}

/**
 * An entry lies in the central share of the runs that have it when a tail of them comes as early (as low) and a tail as
 * late (as high), which is a share of runs on either side: the interval of a quantile by order statistics, turned round.
 */
function openTally(
  { scenario, columns }: Opening,
  { entry: index, low, high }: TimelineClaim,
  inside: number,
): Tally {
  const entry = scenario.timeline[index]!;
  const column = entry.happening === null ? entry.measure! : columns.firstDay(entry.happening);
  const { title, between, early, late } = wordsOf(scenario, { entry: index, low, high });
  const tail = (1 - inside) / 2;
  const values = new QuantileSketch();
  let upTo = 0;
  let from = 0;
  return {
    column,
    add: (value) => {
      values.add(value);
      if (value <= high + SLACK) upTo += 1;
      if (value >= low - SLACK) from += 1;
    },
    claim: (level) => {
      const sides = [wilson(upTo, values.count, level), wilson(from, values.count, level)] as const;
      const bound = { kind: 'between', low: tail, high: Infinity } as const;
      const wanted = `at least ${share(tail)} on either side`;
      if (values.count === 0) {
        return { standing: 'open', estimate: null, text: `${title}: no run has it`, wanted };
      }
      const [down, up] = sides.map((side) => estimateInWords(side, SHARE)) as [string, string];
      const [least, most] = [tail, 1 - tail].map((at) => values.quantile(at) as number) as [number, number];
      const central = `${share(inside)} of ${counted(values.count, 'runs')} lie ${between(least, most)}`;
      return {
        standing: together(sides.map((side) => standingOf(side, bound))),
        estimate: upTo < from ? sides[0] : sides[1],
        text: `${title}: ${central}; ${down} ${early}, ${up} ${late}`,
        wanted,
      };
    },
  };
}

interface Words {
  readonly title: string;
  readonly between: (low: number, high: number) => string;
  readonly early: string;
  readonly late: string;
}

function wordsOf({ time, timeline, measures }: Scenario, { entry: index, low, high }: TimelineClaim): Words {
  const { label, from, to, measure, value, range } = timeline[index]!;
  if (measure === null || (value === null && range === null)) {
    const date = (day: number): string => formatDate(time, day);
    // A happening's day is the end of its step: the date on which it is, is that of the step's start.
    const stepOf = (day: number, round: (steps: number) => number): string =>
      date(Math.max(0, (round(day / time.stepDays) - 1) * time.stepDays));
    const title = [from!, ...(to === null || to === from ? [] : [to])].map((day) =>
      date(day).replace(MIDNIGHT, ''),
    );
    const between = (first: number, last: number): string =>
      `from ${stepOf(first, (steps) => Math.floor(steps + SLACK))} to ${stepOf(last, (steps) => Math.ceil(steps - SLACK))}`;
    return { title: `${label}, ${title.join(' to ')}`, between, early: 'by then', late: 'not before' };
  }
  const { write } = inUnit(measures[measure]!.unit);
  const between = (least: number, most: number): string => `from ${figure(least)} to ${write(most)}`;
  const written = low === high ? write(low) : `${figure(low)} to ${write(high)}`;
  return { title: `${label}, ${written}`, between, early: 'as low', late: 'as high' };
}
