/** What the work asks before it goes on. */

export interface SimulationControl {
  readonly paused: () => boolean;
  /** Settles at once when nothing is paused, else when the pause or the work ends. */
  readonly resumed: () => Promise<void>;
}

export interface Pause extends SimulationControl {
  /** Told after each change of the state. */
  readonly changed: () => void;
}

/** `paused` is asked anew each time; `ended` settles waits for good. */
export function createPause(paused: () => boolean, ended: AbortSignal): Pause {
  let waiting: (() => void)[] = [];
  const changed = () => {
    if (paused() && !ended.aborted) return;
    const ready = waiting;
    waiting = [];
    for (const go of ready) go();
  };
  ended.addEventListener('abort', changed, { once: true });
  return {
    paused: () => paused() && !ended.aborted,
    resumed: () =>
      paused() && !ended.aborted
        ? new Promise((go) => {
            waiting.push(go);
          })
        : Promise.resolve(),
    changed,
  };
}
