/** Where it stands, day by day: a small chart a stage, with the days of the real timeline marked in each. */
import type { RegionResult, SimulationResult } from '../../../experiment/index.ts';
import type { Scenario } from '../../../scenario/index.ts';
import { stageShare } from '../../panels/index.ts';
import { dateText, dayTicks, ofHundred } from '../../text/index.ts';
import { type Html, html } from '../escape.ts';
import { details, named, table } from '../pieces.ts';
import { frequency } from './answer.ts';

export interface Days {
  readonly scenario: Scenario;
  readonly result: SimulationResult;
  /** Drawn as a line over each chart. */
  readonly baseline: SimulationResult | null;
}

export const daysTables = ({ scenario, result, baseline }: Days): Html =>
  html`${result.regions.map((region, index) =>
    regionPart(scenario, result, { region, before: baseline?.regions[index] ?? null, open: index === 0 }),
  )}`;

interface RegionOf {
  readonly region: RegionResult;
  readonly before: RegionResult | null;
  readonly open: boolean;
}

function regionPart(scenario: Scenario, result: SimulationResult, of: RegionOf): Html {
  const { region, open } = of;
  const chart = regionTable(scenario, result, of);
  return open ? chart : details(named(region.label), chart, `region`);
}

/** Columns that ticks are set on; only their places matter. */
const TICK_COLUMNS = 80;
/** On a narrow screen every third tick has room. */
const NARROW_TICKS = 3;

function regionTable(
  { time, timeline, stages }: Scenario,
  { runs, days }: SimulationResult,
  { region, before }: RegionOf,
): Html {
  const horizon = time.horizonDays;
  const marks = [...new Set(timeline.flatMap(({ from }) => (from === null ? [] : [from])))];
  const share = (day: number): string => `${(100 * day) / horizon}%`;
  const lines = marks.map(
    (day) => html`<line class="mark" x1="${share(day)}" x2="${share(day)}" y1="0" y2="100%"/>`,
  );
  const ticks = dayTicks(time.start, horizon, TICK_COLUMNS).map(
    ({ column, label }, index) =>
      html`<text class="${index % NARROW_TICKS === 0 ? '' : 'wide'}" x="${`${(100 * column) / TICK_COLUMNS}%`}" y="11">${label}</text>`,
  );
  const rows = region.stages.map(({ path, label, depth, shares }, index) => {
    const most = shares.reduce((best, value, at) => (value > shares[best]! ? at : best), 0);
    const was = before?.stages[index]?.shares ?? null;
    const leaf = stages.find((stage) => stage.path === path)?.children.length === 0;
    return [
      html`<span class="depth-${Math.min(3, depth)}${leaf ? '' : ' whole'}">${named(label)}</span>`,
      html`<svg class="days" aria-hidden="true">${areaOf(shares, was)}${lines}</svg>`,
      html`${frequency(stageShare(shares[most]!, runs))} <span class="faint on">on ${dateText(time.start, days[most] ?? 0)}</span>`,
      frequency(stageShare(shares.at(-1) ?? 0, runs)),
    ];
  });
  return table({
    caption: `${region.label}: of 100 runs, how many are in each stage, day by day`,
    kind: 'by-day',
    head: [
      { words: named(region.label) },
      {
        words: html`<svg class="ticks" role="img" aria-label="${`From ${dateText(time.start, 0)} to ${dateText(time.start, horizon)}; lines mark the days of the real timeline.`}">${ticks}</svg>`,
      },
      { words: 'most, of 100', number: true },
      { words: 'at the end', number: true },
    ],
    rows,
  });
}

/** The share over time as an area; what it was as a line. */
function areaOf(shares: readonly number[], before: readonly number[] | null): Html {
  const last = Math.max(1, shares.length - 1);
  const at = (values: readonly number[]): string =>
    values.map((value, step) => `${step},${(100 - 100 * value).toFixed(1)}`).join(' ');
  const line = before === null ? null : html`<polyline class="was" points="${at(before)}"/>`;
  return html`<svg viewBox="0 0 ${last} 100" preserveAspectRatio="none" width="100%" height="100%"><polygon class="area" points="${`0,100 ${at(shares)} ${last},100`}"/>${line}</svg>`;
}

/** For who hears the page: where most runs stand on some days. */
export function daysInWords({ scenario, result }: Days): string {
  const [region] = result.regions;
  if (region === undefined || result.runs === 0) return '';
  const leaves = region.stages.filter(
    ({ path }) => scenario.stages.find((stage) => stage.path === path)?.children.length === 0,
  );
  const horizon = scenario.time.horizonDays;
  const looks = [0.1, 0.25, 0.5, 1].map((part) => Math.round(part * (result.days.length - 1)));
  const words = looks.map((step) => {
    const best = leaves.reduce(
      (most, stage) => (stage.shares[step]! > most.shares[step]! ? stage : most),
      leaves[0]!,
    );
    const share = stageShare(best.shares[step]!, result.runs);
    return `on ${dateText(scenario.time.start, (horizon * step) / (result.days.length - 1))} ${ofHundred(share)} of 100 in: ${best.label}`;
  });
  return `Most common stage: ${words.join('; ')}.`;
}
