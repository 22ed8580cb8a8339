/** How a person follows an experiment: by a line on standard error, or by a screen where the work takes long. */
import type { ExperimentRequest } from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { now } from './pool.ts';
import { openProgressLine } from './progress-line.ts';
import type { Terminal } from './terminal.ts';

export interface Watch {
  /** What the work is to be asked with. */
  readonly request: Pick<ExperimentRequest, 'signal' | 'control' | 'onProgress' | 'onLook'>;
  /** Takes line and screen away. */
  readonly close: () => void;
}

export interface Watched {
  readonly scenario: Scenario;
  /** In words: `9 points`. */
  readonly what: string;
  readonly command: string;
  /** Names of the points, where they have a meaning of their own. */
  readonly names?: readonly string[] | undefined;
}

/** What takes less is over before a screen is read. */
const LONG_MS = 2_500;
/** So long the work is looked at before it is said to take long. */
const LOOKED_MS = 500;

/** @param plain lines only, whatever the terminal is. */
export async function watchExperiment(watched: Watched, plain: boolean, terminal: Terminal): Promise<Watch> {
  const line = openProgressLine(terminal);
  if (plain || !terminal.interactive) {
    const { interrupt: signal } = terminal;
    return {
      request: { signal, onProgress: (progress) => line.show(progress) },
      close: () => line.clear(),
    };
  }
  // The screen's code alone: Ink itself comes with the screen.
  const { countLeading, openExperiment } = await import('../tui/index.ts');
  const counts = countLeading(watched.scenario, watched.names ?? null);
  const stopped = new AbortController();
  const started = now();
  let screen: ReturnType<typeof openExperiment> | null = null;
  const open = (workedMs: number): ReturnType<typeof openExperiment> => {
    line.clear();
    const { stdout, stdin, colour } = terminal;
    const onStop = (): void => stopped.abort();
    return openExperiment({ ...watched, workedMs, stdout, stdin, noColour: !colour, now, onStop });
  };
  return {
    request: {
      signal: AbortSignal.any([terminal.interrupt, stopped.signal]),
      control: {
        paused: () => screen?.control.paused() ?? false,
        resumed: () => screen?.control.resumed() ?? Promise.resolve(),
      },
      onLook: counts.add,
      onProgress(progress) {
        const { done, total, remainingMs } = progress;
        const passed = now() - started;
        const isLong = passed >= LOOKED_MS && passed + (remainingMs ?? 0) >= LONG_MS;
        if (screen === null && isLong && done < total && !stopped.signal.aborted) screen = open(passed);
        if (screen === null) line.show(progress);
        else screen.update({ done, total, isOpenEnded: remainingMs === null, leading: counts.now() });
      },
    },
    close() {
      line.clear();
      screen?.close();
    },
  };
}
