/** The chance of being in each stage at each time, from who was where when (Aalen and Johansen 1978). */

/** A stay of one case: in a stage from after `start` to `stop`, then to another, or censored (`to` null). */
export interface Spell {
  readonly from: number;
  readonly to: number | null;
  readonly start: number;
  readonly stop: number;
}

export interface Occupation {
  /** Distinct times of transitions, ascending. */
  readonly times: readonly number[];
  /** `[time][stage]` */
  readonly shares: readonly (readonly number[])[];
}

/**
 * Multi-state Aalen-Johansen: the shares of stages, multiplied at each time by I plus the matrix of transitions over
 * numbers at risk. Stages may be entered again and cases may come late; ties are taken as they are.
 * @param initial shares of the stages before the first transition.
 */
export function stageOccupation(spells: readonly Spell[], initial: readonly number[]): Occupation {
  const moves = spells.filter(({ from, to }) => to !== null && to !== from);
  const times = [...new Set(moves.map(({ stop }) => stop))].sort((a, b) => a - b);
  let now = initial;
  const shares = times.map((time) => {
    const atRisk = initial.map(
      (_, stage) =>
        spells.filter(({ from, start, stop }) => from === stage && start < time && stop >= time).length,
    );
    const next = [...now];
    for (const { from, to, stop } of moves) {
      if (stop !== time || to === null) continue;
      const flow = (now[from] as number) / (atRisk[from] as number);
      next[from] = (next[from] as number) - flow;
      next[to] = (next[to] as number) + flow;
    }
    now = next;
    return next;
  });
  return { times, shares };
}
