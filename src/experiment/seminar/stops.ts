/** Where a seminar stops: the next day, the next happening, the next decision. */
import type { DecisionRecord } from '../../statechart/index.ts';
import { isOpen, type Player, type SeminarMoment } from './player.ts';
import type { SeminarPlace, SeminarWay } from './session.ts';

export type StopKind = 'day' | 'happening' | 'decision';

/** Points of a hundred by which an option's odds must have moved for a question that comes again to be worth a stop. */
const NEWS = 0.1;

/**
 * The next place on the way. Every kind stops before a decision that is new: asked for the first time, with other
 * options, or with odds that have moved by ten points; `decision` stops before every one. Else a day stops at the next
 * midnight, a happening after the step that brought one. The last state stops all.
 */
export function nextStop(
  player: Player,
  ways: readonly SeminarWay[],
  from: SeminarPlace,
  kind: StopKind,
): SeminarPlace {
  const stepDays = player.chart.scenario.time.stepDays;
  const day = Math.floor(from.step * stepDays + 1e-9);
  for (let step = from.step + 1; ; step += 1) {
    const moment = player.moment(ways, { way: from.way, step });
    const { place, records, next } = moment;
    if (next === null) return place;
    if (kind === 'decision' ? next.decisions.some(isOpen) : isNewDecision(moment)) return place;
    if (kind === 'day' && Math.floor(step * stepDays + 1e-9) > day) return place;
    const isTold = records[step]!.happenings.some((one) => one.kind !== 'option');
    if (kind === 'happening' && isTold) return place;
  }
}

/** The stop before a place, as `day` would have made it; the start has none. */
export function stopBefore(
  player: Player,
  ways: readonly SeminarWay[],
  from: SeminarPlace,
): SeminarPlace | null {
  const stepDays = player.chart.scenario.time.stepDays;
  const dayOf = (step: number): number => Math.floor(step * stepDays + 1e-9);
  for (let step = from.step - 1; step >= 0; step -= 1) {
    const isMidnight = step === 0 || dayOf(step) > dayOf(step - 1);
    if (isMidnight || isNewDecision(player.moment(ways, { way: from.way, step }))) {
      return { way: from.way, step };
    }
  }
  return null;
}

/** Whether a decision waits that the way has not come to before, or not so. */
export function isNewDecision({ records, next }: SeminarMoment): boolean {
  return (
    next?.decisions.some((decision) => isOpen(decision) && isNews(decision, lastAsked(records, decision))) ??
    false
  );
}

/** The asking that a new one is compared with: the last that was new itself, so that small moves add up. */
function lastAsked(records: SeminarMoment['records'], { path }: DecisionRecord): DecisionRecord | null {
  let last: DecisionRecord | null = null;
  for (const { decisions } of records) {
    const asked = decisions.find((one) => one.path === path);
    if (asked !== undefined && isOpen(asked) && isNews(asked, last)) last = asked;
  }
  return last;
}

const isNews = (now: DecisionRecord, before: DecisionRecord | null): boolean =>
  before === null ||
  now.options.some(({ odds }, index) => {
    const was = before.options[index]!.odds;
    return (odds === null) !== (was === null) || Math.abs((odds ?? 0) - (was ?? 0)) >= NEWS;
  });
