// Proves that a layout lies as a reader needs it: no two boxes over each other, none outside the picture, groups around
// what they hold, lines that end at their boxes.
import { describe, expect, it } from 'vitest';
import { type LaidOut, layOut } from '../../../../src/report/diagram/graphviz.ts';
import { influenceFigure } from '../../../../src/report/diagram/influence-figure.ts';
import { regionFigure } from '../../../../src/report/diagram/region-figure.ts';
import { outcomeLooks } from '../../../../src/report/index.ts';
import type { Scenario } from '../../../../src/scenario/index.ts';
import { influenceGraph } from '../../../../src/statechart/index.ts';
import { scenarioFromFile } from '../../../helpers/build-scenario.ts';
import { nestedChart } from '../../../helpers/nested-chart.ts';

const SCENARIOS: readonly (readonly [string, Scenario])[] = [
  ['kazakhstan-2022', scenarioFromFile('scenarios/kazakhstan-2022.yaml')],
  ['fuel-prices', scenarioFromFile('test/fixtures/fuel-prices.yaml')],
  ['nested', nestedChart('')],
];

async function layouts(scenario: Scenario): Promise<readonly LaidOut[]> {
  const context = { scenario, looks: outcomeLooks(scenario.outcomes), taken: null };
  const figures = scenario.regions.map((region) => regionFigure(context, region));
  const all = [...figures, influenceFigure(influenceGraph(scenario))];
  const laidOut: LaidOut[] = [];
  for (const figure of all) laidOut.push(await layOut(figure, { direction: 'down', gap: 18, rankGap: 15 }));
  return laidOut;
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const edgesOf = ({ centre, size }: LaidOut['boxes'][number] | LaidOut['groups'][number]): Edges => ({
  left: centre.x - size.width / 2,
  right: centre.x + size.width / 2,
  top: centre.y - size.height / 2,
  bottom: centre.y + size.height / 2,
});

const overlap = (one: Edges, other: Edges): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

describe.each(SCENARIOS)('%s', (_, scenario) => {
  it('has no box over another, and none outside', async () => {
    for (const { boxes, size } of await layouts(scenario)) {
      const all = boxes.map(edgesOf);
      for (const [index, one] of all.entries()) {
        for (const other of all.slice(index + 1)) expect(overlap(one, other)).toBe(false);
        expect(Math.min(one.left, one.top)).toBeGreaterThanOrEqual(-1);
        expect(one.right).toBeLessThanOrEqual(size.width + 1);
        expect(one.bottom).toBeLessThanOrEqual(size.height + 1);
      }
    }
  });

  it('has every box in its group and in no other', async () => {
    for (const { boxes, groups } of await layouts(scenario)) {
      const around = new Map(groups.map((group) => [group.thing.id, group]));
      const ancestors = (id: string | null): readonly string[] =>
        id === null ? [] : [id, ...ancestors(around.get(id)!.thing.parent)];
      for (const box of boxes) {
        const own = ancestors(box.thing.group);
        for (const [id, group] of around)
          expect(overlap(edgesOf(box), edgesOf(group))).toBe(own.includes(id));
      }
    }
  });

  it('has lines that end at the boxes, or the groups, they link', async () => {
    for (const { boxes, groups, links } of await layouts(scenario)) {
      const things = new Map([...boxes, ...groups].map((each) => [each.thing.id, edgesOf(each)]));
      for (const { link, points } of links) {
        const ends = [
          [points[0]!, things.get(link.fromGroup ?? link.from)!],
          [points.at(-1)!, things.get(link.toGroup ?? link.to)!],
        ] as const;
        for (const [{ x, y }, { left, right, top, bottom }] of ends) {
          const near = 3;
          expect(x > left - near && x < right + near && y > top - near && y < bottom + near).toBe(true);
        }
      }
    }
  });
});
