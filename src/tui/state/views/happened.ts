/** View 4, what happened: every happening's share of runs and median date, and what was decided. */
import { clean, dateText, EMPTY_ROW, happeningsPanel } from '../../../report/index.ts';
import type { State } from '../state.ts';
import type { Body, BodySize } from './body.ts';

export function happenedBody(state: State, { columns }: BodySize): Body {
  const { happenings, decisions, regions } = state.result;
  const { start } = state.scenario.time;
  const history = state.history ? historyOf(state) : new Map<string, string>();
  const [head = EMPTY_ROW, ...rows] = happeningsPanel(
    { happenings, decisions, regions, start, history },
    columns,
  );
  return { pinned: [head], rows };
}

/** By path of the happening: `5–6 Jan  City hall burns (contested)`. */
function historyOf({ scenario }: State): ReadonlyMap<string, string> {
  const { start } = scenario.time;
  const known = new Map<string, string>();
  for (const { happening, from, to, what, contested } of scenario.timeline) {
    if (happening === null || from === null) continue;
    const until = to === null || to === from ? '' : ` to ${dateText(start, to)}`;
    const path = scenario.happenings[happening]!.path;
    known.set(path, `${dateText(start, from)}${until}, ${clean(what)}${contested ? ' (contested)' : ''}`);
  }
  return known;
}
