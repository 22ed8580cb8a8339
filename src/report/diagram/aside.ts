/** What stands beside the chart: decisions and shocks that move no stage, and what the shapes mean. */
import type { Scenario } from '../../scenario/index.ts';
import type { Box, BoxKind, Figure } from './figure.ts';
import { homeOf } from './moves.ts';
import { decisionBox, type RegionContext } from './region-figure.ts';
import { sampleBoxes } from './sample-boxes.ts';
import { LABEL_WIDTH, linesOf, oftenOf, shareLine, shortTrigger, tooltip } from './words.ts';

/** Decisions and shocks that no region shows. */
export function asideBoxes(context: RegionContext): readonly Box[] {
  const { scenario, taken } = context;
  const decisions = scenario.decisions
    .filter((decision) => homeOf(scenario, decision) === null)
    .map((decision) => decisionBox(context, null, decision));
  const shocks = scenario.shocks
    .filter(({ targets }) => targets.length === 0)
    .map((shock): Box => {
      const due = shortTrigger(scenario, shock.trigger);
      return {
        id: `shock_${shock.index}`,
        kind: 'shock',
        lines: [
          ...linesOf(shock.label, 'name', LABEL_WIDTH, 3),
          ...(due === null ? [] : linesOf(due, 'faint', LABEL_WIDTH, 2)),
          ...shareLine(oftenOf(taken, shock.name)),
        ],
        tooltip: tooltip(scenario, shock, shock.trigger),
        hue: null,
        group: null,
      };
    });
  return [...decisions, ...shocks];
}

const MEANINGS: readonly (readonly [BoxKind, string])[] = [
  ['stage', 'stage'],
  ['final', 'ends the run'],
  ['decision', 'somebody decides'],
  ['shock', 'comes from outside'],
  ['elsewhere', 'in another region'],
];

/** A box for each kind that the figures use. */
export const legendBoxes = (figures: readonly Figure[], aside: readonly Box[]): readonly Box[] =>
  sampleBoxes(MEANINGS, [...figures.flatMap(({ boxes }) => boxes), ...aside]);

/** Nothing beside a region's figure says what its lines are; this does. */
export const lineWords = (scenario: Scenario): string =>
  scenario.decisions.length > 0
    ? 'A full line happens by itself, a broken one is chosen or comes from elsewhere. Rest the pointer on a name for its formula and note.'
    : 'Rest the pointer on a name for its formula and note.';
