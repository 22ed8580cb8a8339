/** The exit status that a simulation's result asks for. */
import type { SimulationResult } from '../../experiment/index.ts';
import { CommandError, EXIT } from '../exit.ts';

/** @throws CommandError where the scenario faulted in a run, or the work was interrupted. */
export function endWith(result: SimulationResult): void {
  const { runs } = result.manifest;
  const [fault] = result.faults;
  if (fault !== undefined) {
    throw new CommandError(EXIT.scenario, `${fault.message}\n  again: ${fault.command}`);
  }
  if (result.runs < runs) {
    throw new CommandError(
      EXIT.interrupted,
      `Interrupted after ${result.runs} of ${runs} runs; what is shown rests on those.`,
    );
  }
}
