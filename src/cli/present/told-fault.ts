/** A run that cannot go on is a fault of the scenario, not of ours. */
import { faultInWords } from '../../experiment/index.ts';
import { RunFault } from '../../statechart/index.ts';
import { CommandError, EXIT } from '../exit.ts';

/** For what a promise was rejected with. @throws CommandError (scenario) for a fault of a run; anything else as it is. */
export function toldFault(error: unknown): never {
  if (error instanceof RunFault) throw new CommandError(EXIT.scenario, faultInWords(error));
  throw error;
}
