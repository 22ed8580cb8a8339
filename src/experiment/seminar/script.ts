/** Where the stops of a prepared seminar fall on a way. */
import type { ScriptStop, SeminarScript } from '../../scenario/index.ts';
import { decisionNamed, openDecisions, type Player } from './player.ts';
import type { SeminarPlace, SeminarWay } from './session.ts';

export interface PlannedStop {
  readonly stop: ScriptStop;
  /** Null where it does not come on this way. */
  readonly step: number | null;
}

/**
 * The stops in their order, each after the one before; a decision where it is next asked. A date that the way does not
 * live to see does not come.
 */
export function plannedStops(
  player: Player,
  ways: readonly SeminarWay[],
  way: number,
  { stops }: SeminarScript,
): readonly PlannedStop[] {
  const { stepDays } = player.chart.scenario.time;
  let from = 0;
  return stops.map((stop) => {
    const step =
      stop.decision === null
        ? reached(player, ways, { way, step: Math.round((stop.day ?? 0) / stepDays) })
        : nextAsked(player, ways, { way, step: from }, stop.decision);
    if (step !== null) from = Math.max(from, step);
    return { stop, step };
  });
}

function reached(player: Player, ways: readonly SeminarWay[], place: SeminarPlace): number | null {
  return player.moment(ways, place).place.step === place.step ? place.step : null;
}

function nextAsked(
  player: Player,
  ways: readonly SeminarWay[],
  { way, step: from }: SeminarPlace,
  decision: string,
): number | null {
  for (let step = from; ; step += 1) {
    const moment = player.moment(ways, { way, step });
    if (openDecisions(moment).some(({ path }) => path === decision)) return step;
    if (moment.next === null) return null;
  }
}

/** The stop that is here, if one is; the last of several. */
export const stopHere = (planned: readonly PlannedStop[], step: number): ScriptStop | null =>
  planned.findLast((one) => one.step === step)?.stop ?? null;

/** The first stop ahead. */
export const stopAhead = (planned: readonly PlannedStop[], step: number): number | null =>
  planned.find((one) => one.step !== null && one.step > step)?.step ?? null;

/** What a script asks for that the run itself never brings, each with the mend. */
export function scriptFaults(
  player: Player,
  ways: readonly SeminarWay[],
  script: SeminarScript,
): readonly string[] {
  const missed = plannedStops(player, ways, 0, script).filter(({ step }) => step === null);
  if (missed.length === 0) return [];
  const { records } = player.moment(ways, { way: 0, step: player.chart.scenario.time.steps });
  const last = records.at(-1)!;
  const asked = [...new Set(records.flatMap(({ decisions }) => decisions.map(({ path }) => path)))];
  const isHeld = (decision: string): boolean =>
    (player.point.decisions[decisionNamed(player.chart.scenario, decision).index] ?? null) !== null;
  return missed.map(({ stop: { place, decision } }) => {
    if (decision === null)
      return `${place}: run ${script.run} ends on day ${last.day}, before this stop\n  Stop earlier, or take another run.`;
    if (isHeld(decision))
      return `${place}: ${decision} is held from the start, so nobody is asked\n  Leave it free, or take this stop out of the script.`;
    return `${place}: ${decision} is not asked in run ${script.run} after the stop before\n  The run asks: ${asked.join(', ')}. Take one of these, or another run.`;
  });
}
