/** Outcomes, measures and happenings by their names. */
import { didYouMean } from '../diagnostics/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { CommandError, EXIT } from './exit.ts';

/** Index of an outcome. @throws CommandError (usage) where the scenario has none of that name. */
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

/** Index of a measure. @throws CommandError (usage) where the scenario has none of that name. */
export function measureNamed({ measures }: Scenario, name: string): number {
  const names = measures.map((measure) => measure.name);
  const place = names.indexOf(name);
  if (place >= 0) return place;
  const guess = didYouMean(name, names);
  throw new CommandError(
    EXIT.usage,
    `There is no measure \`${name}\`.${guess === null ? '' : ` Did you mean \`${guess}\`?`}\n  Measures: ${names.join(', ')}.`,
  );
}

/** Index of a happening. @throws CommandError (usage) where nothing of that path happens in the scenario. */
export function happeningNamed({ happenings }: Scenario, path: string): number {
  const paths = happenings.map((happening) => happening.path);
  const place = paths.indexOf(path);
  if (place >= 0) return place;
  const guess = didYouMean(path, paths);
  throw new CommandError(
    EXIT.usage,
    `Nothing that happens is called \`${path}\`.${guess === null ? '' : ` Did you mean \`${guess}\`?`}\n  What happens: ${paths.join(', ')}.`,
  );
}
