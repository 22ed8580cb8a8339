/** Which part of the crisis moves or watches which: the interactions of ODD's fourth element. */
import { type Region, readsOf, type Scenario, type Stage, triggerExpressions } from '../../scenario/index.ts';
import { called } from '../describe/entry.ts';
import { type Block, code, type Line, listed, paragraph, say, table } from '../document/index.ts';

export function interactionBlocks(scenario: Scenario): readonly Block[] {
  const { regions, variables } = scenario;
  const shared =
    variables.length === 0
      ? ''
      : ` Variables are common to all${regions.length === 1 ? '' : ' regions'}: whatever changes one is felt by every rate and weight that reads it.`;
  if (regions.length === 1) {
    return [
      paragraph([
        `There is a single region, so that parts of the crisis interact only through what its transitions${scenario.decisions.length === 0 ? '' : ', decisions'} and variables read of each other.${shared}`,
      ]),
    ];
  }
  const moves = movesAcross(scenario);
  return [
    paragraph([
      `Regions interact in two ways: one can move another, and rates in one can depend on the stage of another.${shared}`,
    ]),
    ...(moves.length === 0
      ? [paragraph(['No region moves another.'])]
      : [table('What moves a region from outside it.', ['What happens', 'Where', 'Moves'], moves)]),
    table(
      'Which regions’ stages the transitions of a region read directly.',
      ['Region', 'Reads the stages of'],
      regions.map((region) => [called(region), watchedBy(scenario, region)]),
    ),
  ];
}

/** Rows of the table: transitions that move another region, and options and shocks that move any. */
function movesAcross(scenario: Scenario): readonly (readonly Line[])[] {
  const { transitions, decisions, shocks, regions } = scenario;
  const moved = (stages: readonly Stage[]): Line =>
    listed(stages.map((stage) => say`${called(regions[stage.region]!)} to ${called(stage)}`));
  const targets = (indexes: readonly number[]): readonly Stage[] =>
    indexes.map((index) => scenario.stages[index]!);
  const row = (
    what: { readonly label: string; readonly path: string },
    where: Line,
    stages: readonly Stage[],
  ) => (stages.length === 0 ? [] : [[say`${called(what)} (${code(what.path)})`, where, moved(stages)]]);
  return [
    ...transitions.flatMap((transition) =>
      row(
        transition,
        called(regions[transition.region]!),
        targets(transition.targets).filter(({ region }) => region !== transition.region),
      ),
    ),
    ...decisions.flatMap((decision) =>
      decision.options.flatMap((option) =>
        row(option, say`decision ${called(decision)}`, targets(option.targets)),
      ),
    ),
    ...shocks.flatMap((shock) =>
      row({ label: shock.label, path: shock.name }, ['shock'], targets(shock.targets)),
    ),
  ];
}

function watchedBy(scenario: Scenario, region: Region): Line {
  const own = scenario.transitions.filter((transition) => transition.region === region.index);
  const read = readsOf(
    scenario,
    own.flatMap(({ trigger }) => triggerExpressions(trigger)),
  ).filter(({ kind }) => kind === 'stage');
  const watched = scenario.regions.filter(
    (other) => other !== region && read.some(({ name }) => name.startsWith(`${other.name}.`)),
  );
  return watched.length === 0 ? ['none'] : listed(watched.map(called));
}
