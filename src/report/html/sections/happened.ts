/** What happened: of each transition, option and shock, the share of runs and the median day of its first. */
import type { SimulationResult } from '../../../experiment/index.ts';
import type { Happening, Scenario } from '../../../scenario/index.ts';
import { dateText, intervalText, tableStep } from '../../text/index.ts';
import { scaleOf, shareBar } from '../bars.ts';
import { type Html, html } from '../escape.ts';
import { details, named, table } from '../pieces.ts';
import { frequency } from './answer.ts';

export interface Happened {
  readonly scenario: Scenario;
  readonly result: SimulationResult;
  readonly baseline: SimulationResult | null;
}

interface Group {
  readonly title: string;
  readonly members: readonly number[];
}

/** Regions, then decisions, then shocks. */
function groupsOf({ regions, decisions, happenings, transitions }: Scenario): readonly Group[] {
  const where = (matches: (happening: Happening) => boolean): readonly number[] =>
    happenings.flatMap((happening, index) => (matches(happening) ? [index] : []));
  return [
    ...regions.map(({ label, index }) => ({
      title: label,
      members: where((one) => one.kind === 'transition' && transitions[one.transition]!.region === index),
    })),
    ...decisions.map(({ label, actor, index }) => ({
      title: actor === null ? label : `${actor}: ${label}`,
      members: where((one) => one.kind === 'option' && one.decision === index),
    })),
    { title: 'From outside', members: where((one) => one.kind === 'shock') },
  ].filter(({ members }) => members.length > 0);
}

export const happenedTables = (of: Happened): Html =>
  html`${groupsOf(of.scenario).map((group, index) =>
    index === 0 ? groupTable(of, group) : details(named(group.title), groupTable(of, group), 'region'),
  )}`;

function groupTable({ scenario, result, baseline }: Happened, { title, members }: Group): Html {
  const shares = members.map((index) => result.happenings[index]!.share);
  const step = tableStep(shares);
  const scale = Math.max(0.5, scaleOf(shares));
  const rows = members.map((index) => {
    const { label, share, median_day } = result.happenings[index]!;
    const before = baseline?.happenings[index]?.share ?? null;
    return [
      named(label),
      shareBar({ share, before, scale, hue: 'slate' }),
      html`<b>${frequency(share)}</b>`,
      intervalText(share, step),
      ...(before === null ? [] : [frequency(before)]),
      median_day === null ? 'never' : dateText(scenario.time.start, median_day),
    ];
  });
  return table({
    caption: `${title}: in how many of 100 runs it happened, and the median day of its first`,
    kind: baseline === null ? 'happened' : 'happened compared',
    head: [
      { words: named(title) },
      { words: html`<span class="scale">0 to ${Math.round(100 * scale)} of 100 runs</span>` },
      { words: 'of 100', number: true },
      { words: '95 % interval', number: true, wide: true },
      ...(baseline === null ? [] : [{ words: 'was', number: true }]),
      { words: 'first, median', number: true },
    ],
    rows,
  });
}
