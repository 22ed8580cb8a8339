/** What an analysis is to move, by names. */
import { didYouMean } from '../diagnostics/index.ts';
import { type designs, factorNames, sensitivityFactor } from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { CommandError, EXIT } from './exit.ts';

/** @throws CommandError (usage) at the first name of nothing. */
export function factorsNamed(scenario: Scenario, names: readonly string[]): readonly designs.Factor[] {
  return names.map((name) => {
    const factor = sensitivityFactor(scenario, name);
    if (factor !== null) return factor;
    const guess = didYouMean(name, factorNames(scenario));
    throw new CommandError(
      EXIT.usage,
      `There is no parameter, decision or shock \`${name}\`.${guess === null ? '' : ` Did you mean \`${guess}\`?`}`,
    );
  });
}
