/**
 * A chart as the JSON of an XState machine, as Stately's editor imports it and `createMachine` takes it. Happenings are
 * its events. Hazards, weights and conditions are words in descriptions: what makes an event come is juncture's to say.
 */
import type { Scenario, Stage } from '../../scenario/index.ts';
import { ROOT, stageId } from '../machine.ts';
import { eventType } from '../run-event.ts';
import { plainLine } from '../words.ts';
import { type Reaction, regionReactions, stageReactions } from './reactions.ts';

interface Node {
  readonly [key: string]: unknown;
}

/** The machine's configuration as JSON text with two blanks of indentation. */
export function toXStateJson(scenario: Scenario): string {
  const machine: Node = {
    id: ROOT,
    version: scenario.hash,
    description: plainLine(scenario.title),
    type: 'parallel',
    states: byName(
      scenario.regions.map((region) => [
        region.name,
        {
          description: plainLine(region.label),
          initial: scenario.stages[region.initial]!.name,
          ...on(regionReactions(scenario, region.index)),
          states: stagesNode(
            scenario,
            region.stages.filter((index) => scenario.stages[index]!.parent === null),
          ),
        },
      ]),
    ),
  };
  return `${JSON.stringify(machine, null, 2)}\n`;
}

const byName = (entries: readonly (readonly [string, Node])[]): Node => Object.fromEntries(entries);

const stagesNode = (scenario: Scenario, stages: readonly number[]): Node =>
  byName(stages.map((index) => [scenario.stages[index]!.name, stageNode(scenario, scenario.stages[index]!)]));

function stageNode(scenario: Scenario, stage: Stage): Node {
  const outcome = stage.outcome === null ? null : scenario.outcomes[stage.outcome]!;
  if (stage.initial === null && outcome !== null) {
    const description = `${plainLine(stage.label)}: the run ends as ${plainLine(outcome.label)}`;
    return { type: 'final', description };
  }
  return {
    description: plainLine(stage.label),
    ...on(stageReactions(scenario, stage)),
    ...(stage.initial === null
      ? {}
      : { initial: scenario.stages[stage.initial]!.name, states: stagesNode(scenario, stage.children) }),
  };
}

function on(reactions: readonly Reaction[]): Node {
  if (reactions.length === 0) return {};
  const events = new Map<string, Node[]>();
  for (const reaction of reactions) {
    const type = eventType(reaction.event);
    events.set(type, [...(events.get(type) ?? []), reactionNode(reaction)]);
  }
  return { on: Object.fromEntries(events) };
}

const reactionNode = ({ target, label, due, reenter }: Reaction): Node => ({
  ...(target === null ? {} : { target: `#${stageId(target)}`, ...(reenter ? { reenter } : {}) }),
  description: due === '' ? label : `${label}: ${due}`,
});
