/** An outcome by its name. */
import { didYouMean } from '../diagnostics/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { CommandError, EXIT } from './exit.ts';

/** Its index. @throws CommandError (usage) where the scenario has none of that name. */
export function outcomeNamed({ outcomes }: Scenario, name: string): number {
  const names = outcomes.map((outcome) => outcome.name);
  const place = names.indexOf(name);
  if (place >= 0) return place;
  const guess = didYouMean(name, names);
  throw new CommandError(
    EXIT.usage,
    `There is no outcome \`${name}\`.${guess === null ? '' : ` Did you mean \`${guess}\`?`}\n  Outcomes: ${names.join(', ')}.`,
  );
}
