/** What a list of effects does to variables, and where a move leads, in words. */
import type { Effect, Scenario, Stage } from '../../scenario/index.ts';
import { code, emphasis, type Line, listed, say } from '../document/index.ts';
import { called } from './entry.ts';

const BELOW_ZERO = /^-([\d.]+)$/;

/** `adds 0.05 to *Demands* and sets *Force ordered* to 1`; null for an empty list. */
export function effectsLine(scenario: Scenario, effects: readonly Effect[]): Line | null {
  if (effects.length === 0) return null;
  return listed(effects.map((effect) => effectLine(scenario, effect)));
}

function effectLine(scenario: Scenario, { variable, kind, expression }: Effect): Line {
  const name = emphasis(scenario.variables[variable]!.label);
  if (kind === 'set') return say`sets ${name} to ${code(expression.text)}`;
  const taken = BELOW_ZERO.exec(expression.text)?.[1];
  return taken === undefined
    ? say`adds ${code(expression.text)} to ${name}`
    : say`takes ${code(taken)} from ${name}`;
}

/**
 * `leads to *Violence*`, `moves *The palace* to *Open split*`, and whether that ends the run.
 * @param home the region in which it happens; null for what happens in none.
 */
function movesLine(scenario: Scenario, targets: readonly number[], home: number | null): Line {
  return listed(
    targets.map((index) => {
      const stage = scenario.stages[index]!;
      const region = scenario.regions[stage.region]!;
      const isHere = stage.region === home || scenario.regions.length === 1;
      const goes = isHere ? say`leads to ${called(stage)}` : say`moves ${called(region)} to ${called(stage)}`;
      return say`${goes}${endLine(scenario, stage)}`;
    }),
  );
}

function endLine({ outcomes }: Scenario, stage: Stage): Line {
  if (stage.outcome === null) return [];
  const outcome = outcomes[stage.outcome]!;
  return outcome.label === stage.label
    ? [', which ends the run']
    : say`, which ends the run as ${called(outcome)}`;
}

/** What happens does: the stages it moves to, the variables it changes. @param home the region it belongs to. */
export const doingLines = (
  scenario: Scenario,
  { targets, effects }: { readonly targets: readonly number[]; readonly effects: readonly Effect[] },
  home: number | null,
): readonly Line[] => [
  ...(targets.length === 0 ? [] : [movesLine(scenario, targets, home)]),
  ...(effects.length === 0 ? [] : [effectsLine(scenario, effects)!]),
];
