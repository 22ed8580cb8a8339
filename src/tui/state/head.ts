/** The rows on top: what is simulated, which view this is, and how far the runs are. */
import {
  atLeft,
  cell,
  clean,
  durationText,
  FAINT,
  gap,
  grouped,
  type Row,
  STRONG,
  settingsLine,
  spread,
  textWidth,
} from '../../report/index.ts';
import { type State, VIEWS, type ViewId } from './state.ts';

export const VIEW_TITLES: Readonly<Record<ViewId, string>> = {
  ending: 'How it ends',
  days: 'Day by day',
  measures: 'Measures',
  happened: 'What happened',
  assumptions: 'Assumptions',
};

export interface HeadSize {
  readonly columns: number;
  readonly roomy: boolean;
}

export function headRows(state: State, { columns, roomy }: HeadSize): readonly Row[] {
  const title = cell(clean(state.scenario.title), STRONG);
  const place = cell(`${here(state)} `, {});
  const settings = cell(`${settingsLine(state.result.manifest)} `, FAINT);
  const first = spread([gap(1), title], [gap(2), roomy ? settings : place], columns);
  return roomy
    ? [first, tabsRow(state, columns), progressRow(state, columns)]
    : [first, progressRow(state, columns)];
}

const here = (state: State) =>
  state.help ? 'Help' : `${VIEWS.indexOf(state.view) + 1} of ${VIEWS.length}  ${VIEW_TITLES[state.view]}`;

/** The views by number; brackets say which one this is, also without colour. */
function tabsRow(state: State, columns: number): Row {
  const titles = VIEWS.map((view, index) => `${index + 1} ${VIEW_TITLES[view]}`);
  const width = titles.reduce((sum, title) => sum + title.length + 3, 0);
  if (width > columns) return [gap(1), cell(`[${here(state)}]`, STRONG), cell('  tab: the next', FAINT)];
  return titles.flatMap((title, index): Row => {
    const open = !state.help && VIEWS[index] === state.view;
    return [cell(open ? `[${title}]` : ` ${title} `, open ? STRONG : FAINT), gap(1)];
  });
}

/** A rule that fills as runs come in, and in words how many of how many and the time left. */
function progressRow(state: State, columns: number): Row {
  const { done, wanted } = state;
  const count = `${grouped(done).padStart(grouped(wanted).length)} of ${grouped(wanted)} runs`;
  const room = textWidth(`${grouped(wanted)} of ${grouped(wanted)} runs`) + LONGEST_STATUS;
  const words = atLeft(`${count} · ${statusOf(state)}`, room);
  const width = Math.max(4, columns - room - 2);
  const halves = wanted <= 0 ? 0 : Math.min(2 * width, Math.floor((2 * width * done) / wanted));
  const full = '━'.repeat(Math.floor(halves / 2));
  const half = halves % 2 === 1 ? '╸' : '';
  const rest = '─'.repeat(width - full.length - half.length);
  return [cell(full + half, { hue: 'sky' }), cell(rest, FAINT), gap(1), cell(words)];
}

/** `starting`, `59 min left`, `paused`, `done`, with the blank and dot before it. */
const LONGEST_STATUS = 14;

function statusOf(state: State): string {
  if (state.finished) return state.done < state.wanted ? 'stopped' : 'done';
  if (state.paused) return 'paused';
  if (state.done === 0) return 'starting';
  return state.secondsLeft === null ? 'running' : `${durationText(state.secondsLeft)} left`;
}
