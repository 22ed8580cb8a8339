/** The constant tables that the generated code walks: the tree of stages, the slots, targets. */
import type { ModelContext } from './context.ts';
import { slotKind } from './slots.ts';

export function writeTables(context: ModelContext): void {
  writeTree(context);
  writeSlots(context);
  writeTargets(context);
}

function writeTree({ scenario, tree, layout: { tables }, image }: ModelContext): void {
  const { stages } = scenario;
  image.i32(
    tables.parent,
    stages.map(({ parent }) => parent ?? -1),
  );
  image.i32(
    tables.regionOf,
    stages.map(({ region }) => region),
  );
  image.i32(
    tables.outcomeOf,
    stages.map(({ outcome }) => outcome ?? -1),
  );
  image.i32(
    tables.depth,
    stages.map(({ depth }) => depth),
  );
  image.i32(tables.lastDescendant, tree.lastDescendant);
  image.i32(tables.leafNumberOf, tree.leafNumber);
  image.i32(tables.entryLeaf, tree.entryLeaf);
  tree.path.forEach((path, stage) => {
    image.i32(tables.path + 4 * stage * tree.pathWidth, path);
  });
}

function writeSlots({ scenario, slots, layout: { tables }, image }: ModelContext): void {
  const table = (address: number, number: (slot: NonNullable<(typeof slots)[number]>) => number): void =>
    image.i32(
      address,
      slots.map((slot) => (slot === null ? -1 : number(slot))),
    );
  table(tables.slotKind, ({ trigger }) => slotKind(trigger));
  table(tables.slotSite, ({ site }) => site);
  table(tables.slotStage, ({ stage }) => stage ?? -1);
  table(tables.slotHappening, ({ happening }) => happening ?? -1);
  table(tables.slotAgain, ({ again }) => (again ? 1 : 0));
  table(tables.slotRegion, ({ index, kind }) =>
    kind === 'transition' ? (scenario.transitions[index]?.region ?? -1) : -1,
  );
  table(tables.slotDecision, ({ index, kind }) =>
    kind === 'transition' ? (scenario.transitions[index]?.decision ?? -1) : -1,
  );
}

function writeTargets({ scenario, layout: { tables }, image }: ModelContext): void {
  const targets: number[] = [];
  const from = scenario.happenings.map((happening) => {
    const start = targets.length;
    switch (happening.kind) {
      case 'transition':
        targets.push(...(scenario.transitions[happening.transition]?.targets ?? []));
        break;
      case 'option':
        targets.push(...(scenario.decisions[happening.decision]?.options[happening.option]?.targets ?? []));
        break;
      case 'shock':
        targets.push(...(scenario.shocks[happening.shock]?.targets ?? []));
        break;
      default:
        happening satisfies never;
    }
    return start;
  });
  image.i32(tables.targetsFrom, [...from, targets.length]);
  image.i32(tables.targets, targets);
  image.i32(
    tables.firstOption,
    scenario.decisions.map(({ options }) => options[0]?.happening ?? -1),
  );
}
