/** Where runs stand, day by day: the stages of a region stacked, with what really happened over them. */
import { grouped, stageLooks } from '../text/index.ts';
import type { FigureCase } from './case.ts';
import { dayAxis } from './day-axis.ts';
import { distinctLabels, listed, short } from './labels.ts';
import { tidy } from './numbers.ts';
import { drawing, type FigureSpec, type PlainObject, rows, SAID } from './spec.ts';
import { distinctInks } from './theme.ts';
import { timelineMarks } from './timeline.ts';

export interface FigureRegion {
  readonly id: string;
  readonly label: string;
  /** In document order, a nested stage after its parent. */
  readonly stages: readonly {
    readonly path: string;
    readonly label: string;
    readonly depth: number;
    readonly shares: readonly number[];
  }[];
}

const HEIGHT = 240;
/** A letter is written where the stage is at least so high, of 100. */
const ROOM_FOR_LETTER = 7;
/** A stage that is never more than this of 100 is left out. */
const NEVER = 0.05;

/** @param days at which the shares were recorded. */
export function stagesFigure(
  of: FigureCase,
  region: FigureRegion,
  { days, runs }: { readonly days: readonly number[]; readonly runs: number },
): FigureSpec {
  const leaves = region.stages.filter(({ depth }, i) => (region.stages[i + 1]?.depth ?? 0) <= depth);
  const looks = stageLooks(
    leaves.map(({ path, label }) => {
      const ending = of.endings[path];
      return { label, outcome: ending === undefined ? null : of.outcomes[ending]!.hue, leaf: true };
    }),
  );
  const inks = distinctInks(looks.map(({ hue }) => hue));
  const names = distinctLabels(
    leaves.map(({ label }, i) => `${looks[i]!.sign}  ${short(label)}`),
    24,
  );
  const floors = days.map(() => 0);
  const areas = leaves.flatMap(({ label, shares }, i) => {
    const own = days.map((day, at): PlainObject => {
      const low = floors[at]!;
      const high = low + 100 * (shares[at] ?? 0);
      floors[at] = high;
      return {
        day: tidy(day),
        stage: names[i]!,
        low: tidy(low),
        high: tidy(high),
        says: saysOf(label, shares),
      };
    });
    return Math.max(...shares) * 100 < NEVER ? [] : [own];
  });
  const letters = leaves.flatMap(({ shares }, i) =>
    letterOf({ days, shares, floor: floorOf(leaves, i) }, looks[i]!.sign),
  );
  const shown = leaves.map((_, i) => i).filter((i) => Math.max(...leaves[i]!.shares) * 100 >= NEVER);
  const y = { type: 'quantitative', title: 'of 100 runs', scale: { domain: [0, 100], nice: false } };
  const { key } = timelineMarks(of, { x: {}, height: HEIGHT });
  const x = dayAxis(of, { title: key });
  const timeline = timelineMarks(of, { x, height: HEIGHT });
  const text = (style: string): PlainObject => ({
    data: rows(letters),
    mark: { type: 'text', style, aria: false },
    encoding: { x, y: { field: 'middle', ...y }, text: { field: 'letter', type: 'nominal' } },
  });
  return drawing({
    name: `stages-${region.id}`,
    title: `${short(of.title, 60)}: ${short(region.label)}`,
    subtitle: `The stage that runs are in, day by day; ${grouped(runs)} runs`,
    description: `Stacked areas: of 100 runs, how many are in each stage on each day. ${endsIn(leaves)}`,
    height: HEIGHT,
    layer: [
      {
        data: rows(areas.flat()),
        mark: { type: 'area', style: 'edge', opacity: 0.9 },
        encoding: {
          x,
          y: { field: 'low', ...y },
          y2: { field: 'high' },
          fill: {
            field: 'stage',
            type: 'nominal',
            // The legend stands in the order of the stack, from the top.
            scale: {
              domain: shown.map((i) => names[i]!).reverse(),
              range: shown.map((i) => inks[i]!).reverse(),
            },
            legend: { title: null, symbolType: 'square', orient: 'right' },
          },
          description: SAID,
        },
      },
      text('halo'),
      text('inside'),
      ...timeline.layers,
    ],
  });
}

type Leaves = FigureRegion['stages'];

function saysOf(label: string, shares: readonly number[]): string {
  const [first, most, last] = [shares[0] ?? 0, Math.max(...shares), shares.at(-1) ?? 0].map((share) =>
    Math.round(100 * share),
  );
  return `${label}: of 100 runs ${first} at the start, ${most} at most, ${last} at the end`;
}

/** By day: what lies under a stage, of 100. */
const floorOf = (leaves: Leaves, place: number): readonly number[] =>
  leaves[0]!.shares.map((_, at) =>
    leaves.slice(0, place).reduce((sum, { shares }) => sum + 100 * (shares[at] ?? 0), 0),
  );

/** A stage's letter where it is highest, if there is room. */
function letterOf(
  {
    days,
    shares,
    floor,
  }: {
    readonly days: readonly number[];
    readonly shares: readonly number[];
    readonly floor: readonly number[];
  },
  letter: string,
): readonly PlainObject[] {
  const inner = shares.slice(0, -1);
  const highest = Math.max(...inner);
  if (!(100 * highest >= ROOM_FOR_LETTER)) return [];
  // The middle of the days on which it is about as high as it gets, clear of the edges.
  const near = inner.flatMap((share, at) => (share >= 0.97 * highest ? [at] : []));
  const at = Math.max(1, near[Math.floor(near.length / 2)]!);
  if (100 * (shares[at] ?? 0) < ROOM_FOR_LETTER) return [];
  return [{ day: tidy(days[at]!), middle: tidy(floor[at]! + 50 * (shares[at] ?? 0)), letter }];
}

function endsIn(leaves: Leaves): string {
  const ends = leaves
    .map(({ label, shares }) => ({ label, end: 100 * (shares.at(-1) ?? 0) }))
    .filter(({ end }) => end >= 0.5)
    .sort((a, b) => b.end - a.end);
  return `At the end: ${listed(ends.map(({ label, end }) => `${short(label)} ${Math.round(end)}`))}.`;
}
