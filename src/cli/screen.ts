/** The simulation's screen; a module of its own so that Ink is loaded only where a screen is drawn. */
import { manifestOf, type SimulationRequest, simulate } from '../experiment/index.ts';
import { simulationText } from '../report/index.ts';
import type { Pool } from '../runner/index.ts';
import { openSimulation } from '../tui/index.ts';
import { endWith } from './commands/end-with.ts';
import { CommandError, EXIT } from './exit.ts';
import { deliver } from './output.ts';
import type { Terminal } from './terminal.ts';

const MILLISECONDS = 1000;

/**
 * Shows the simulation until the person leaves. What was done is printed when the work was interrupted, and the
 * command that repeats it otherwise.
 * @throws CommandError where the scenario faulted in a run, or the work was interrupted.
 */
export async function showSimulation(
  request: SimulationRequest,
  pool: Pool,
  terminal: Terminal,
): Promise<void> {
  const { scenario, runs } = request;
  const { stdin, stdout, columns, colour, interrupt } = terminal;
  const ended = await openSimulation({
    scenario,
    runs,
    manifest: manifestOf(request),
    stdin,
    stdout,
    noColour: !colour,
    interrupt,
    start: (onUpdate, signal, control) =>
      simulate({ ...request, signal, control }, pool, (soFar, { done, total, remainingMs }) =>
        onUpdate(soFar, {
          done,
          total,
          secondsLeft: remainingMs === null ? null : remainingMs / MILLISECONDS,
        }),
      ),
  });
  const { result } = ended;
  if (result === null) throw new CommandError(EXIT.interrupted, 'Interrupted before any run was done.');
  const text =
    ended.interrupted || result.faults.length > 0
      ? simulationText(result, { columns, colour, start: scenario.time.start })
      : `${result.manifest.command}\n`;
  await deliver(text, undefined, terminal);
  endWith(result);
}
