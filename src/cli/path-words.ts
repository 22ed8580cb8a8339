/** A stage or a happening as it is typed: its path. */
import { didYouMean } from '../diagnostics/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { CommandError, EXIT } from './exit.ts';

/** @throws CommandError (usage) where the scenario has no stage and no happening of that path. */
export function pathNamed(
  { stages, happenings }: Scenario,
  path: string,
): { readonly stage: number | null; readonly happening: number | null } {
  const stage = stages.findIndex((one) => one.path === path);
  const happening = happenings.findIndex((one) => one.path === path);
  if (stage >= 0) return { stage, happening: null };
  if (happening >= 0) return { stage: null, happening };
  const guess = didYouMean(
    path,
    [...stages, ...happenings].map((one) => one.path),
  );
  throw new CommandError(
    EXIT.usage,
    `There is no stage or happening \`${path}\`.${guess === null ? '' : ` Did you mean \`${guess}\`?`}`,
  );
}
