/** What a leader is told and the room is not: the stop with its notes, what comes next, and the history ahead. */
import { clean, dateText, longMoment } from '../../../report/index.ts';
import type { ScriptStop } from '../../../scenario/index.ts';
import type { PresentState } from '../state.ts';

/** A heading of one word, and what stands under it. */
export type LeaderLine = readonly [head: string, text: string];

export function leaderLines(state: PresentState): readonly LeaderLine[] {
  const { stop, plan } = state;
  if (plan === null)
    return [['NOTES', 'No script: --script names a prepared seminar, and its notes stand here.']];
  return [['STOP', stopWords(state)], ...(stop === null ? [] : stopLines(stop)), ['NEXT', nextWords(state)]];
}

function stopWords({ stop, plan }: PresentState): string {
  const { reached, count } = plan!;
  if (stop === null) {
    return reached === 0 ? `before the first of ${count}` : `on the way, after ${reached} of ${count}`;
  }
  return `${reached} of ${count}${stop.minutes === null ? '' : `, ${stop.minutes} minutes`}`;
}

function stopLines({ ask, note, reveal }: ScriptStop): readonly LeaderLine[] {
  return [
    ...(ask === null ? [] : [['ASK', clean(ask)] as const]),
    ...(note === null ? [] : [['NOTE', clean(note)] as const]),
    [
      'SHOW',
      reveal.length === 0
        ? 'neither what happened nor what the model knows'
        : reveal.map(revealWords).join(', '),
    ],
  ];
}

const revealWords = (what: ScriptStop['reveal'][number]): string =>
  what === 'history' ? 'what really happened (h)' : 'what the model knows (k)';

function nextWords({ plan, scenario }: PresentState): string {
  const { next } = plan!;
  if (next === null) return 'no stop comes any more on this way';
  const { stop, day } = next;
  const about = stop.decision === null ? '' : `: ${decisionLabel(scenario, stop.decision)}`;
  return `${longMoment(scenario, day)}${about} (s)`;
}

const decisionLabel = ({ decisions }: PresentState['scenario'], name: string): string =>
  clean(decisions.find((one) => one.name === name)?.label ?? name);

const MOST_AHEAD = 2;

/** What really came after this date, the soonest first: the leader may know it, the room must not. */
export function historyAhead({ scenario, moment }: PresentState): readonly string[] {
  const { day } = moment.records.at(-1)!;
  return scenario.timeline
    .filter(({ from }) => from !== null && from > day + 1e-9)
    .sort((one, other) => one.from! - other.from!)
    .slice(0, MOST_AHEAD)
    .map(({ from, what }) => `${dateText(scenario.time.start, from!)}: ${clean(what)}`);
}
