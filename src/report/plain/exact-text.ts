/** The answer of `simulate --exact` as text: the chances themselves, and how near Monte Carlo came. */
import type { Estimate } from '../../analysis/index.ts';
import type { ExactResult, SimulationResult } from '../../experiment/index.ts';
import { stageLabelWidth, stagesPanel } from '../panels/index.ts';
import { clean, FAINT, grouped, type Row, rounded, STRONG } from '../text/index.ts';
import { paragraph } from './paragraph.ts';
import { tableRows } from './plain-table.ts';
import { settingsLine } from './settings-line.ts';
import { type PlainOptions, writeAnswer } from './write-rows.ts';

export interface ExactTextOptions extends PlainOptions {
  /** The scenario's start (ISO 8601 without zone), for dates under the charts. */
  readonly start: string;
}

/** So many runs have no error that shows. */
const AS_IF = 1e12;

/** Ends with a line feed; only commands are wider than `columns`. */
export function exactText(exact: ExactResult, beside: SimulationResult, options: ExactTextOptions): string {
  const columns = Math.max(40, options.columns);
  const { manifest } = beside;
  const parts: readonly (readonly Row[])[] = [
    head(exact, beside, columns),
    outcomeRows(exact, beside, columns),
    measureRows(exact, beside, columns),
    happeningRows(exact, beside, columns),
    stageRows(exact, beside, options.start, columns),
  ];
  return writeAnswer(parts, `${manifest.command} --exact`, { ...options, columns });
}

function head(
  { mass, states, ways, worlds }: ExactResult,
  { title, runs, manifest }: SimulationResult,
  columns: number,
): readonly Row[] {
  const settings = settingsLine(manifest);
  const drawn = worlds === 1 ? '' : ` in each of ${grouped(worlds)} worlds of drawn choices`;
  return [
    ...paragraph(title, columns, STRONG),
    ...paragraph(
      `Exact: ${grouped(ways)} ways through at most ${grouped(states)} states a day${drawn}; all chances add up to ${sumText(mass)}. Beside it, ${grouped(runs)} runs · seed ${clean(manifest.seed)}`,
      columns,
    ),
    ...(settings === '' ? [] : paragraph(settings, columns)),
  ];
}

/** `1`, or how far from it: `1 − 3e-16`. */
function sumText(mass: number): string {
  const off = mass - 1;
  return off === 0 ? '1' : `1 ${off > 0 ? '+' : '−'} ${Math.abs(off).toExponential(0)}`;
}

/** Twelve places, fewer than which no double errs here; very small chances in powers of ten. */
function chanceText(chance: number): string {
  if (chance === 0) return '0';
  return chance < 1e-6 ? chance.toExponential(5).replace('-', '−') : chance.toFixed(12);
}

const holds = ({ low, high }: Estimate, value: number): boolean => low <= value && value <= high;

function shareCells(exact: number, share: Estimate): readonly string[] {
  const range = `${share.value.toFixed(4)} (${share.low.toFixed(4)} to ${share.high.toFixed(4)})`;
  return [chanceText(exact), range, holds(share, exact) ? 'yes' : 'no'];
}

function outcomeRows(exact: ExactResult, { outcomes }: SimulationResult, columns: number): readonly Row[] {
  const held = outcomes.filter(({ share }, i) => holds(share, exact.outcomes[i]!)).length;
  return [
    ...tableRows(
      {
        head: ['OUTCOMES', 'exact chance', 'Monte Carlo, 95 %', 'holds it'],
        rows: outcomes.map(({ label, share }, i) => ({
          label,
          cells: shareCells(exact.outcomes[i]!, share),
          style: STRONG,
        })),
      },
      columns,
    ),
    ...paragraph(
      `${held} of ${outcomes.length} intervals hold the exact chance. Of many such intervals 1 in 20 does not.`,
      columns,
      FAINT,
    ),
  ];
}

function measureRows(exact: ExactResult, { measures }: SimulationResult, columns: number): readonly Row[] {
  const known = measures.flatMap((measure, i) => {
    const value = exact.measures[i] ?? null;
    return value === null || measure.mean === null ? [] : [{ ...measure, value, mean: measure.mean }];
  });
  const left = measures.filter((_, i) => (exact.measures[i] ?? null) === null).map(({ label }) => label);
  return [
    ...tableRows(
      {
        head: ['MEASURES mean', 'exact', 'Monte Carlo, 95 %', 'holds it'],
        rows: known.map(({ label, value, mean }) => ({
          label,
          cells: [
            String(Number(value.toPrecision(12))),
            `${figure(mean.value)} (${figure(mean.low)} to ${figure(mean.high)})`,
            holds(mean, value) ? 'yes' : 'no',
          ],
        })),
      },
      columns,
    ),
    ...(left.length === 0
      ? []
      : paragraph(
          exact.withMeasures
            ? `Not worked out, since they do not add up over states: ${left.join(', ')}.`
            : 'Measures are not worked out: with what they read there would be too many states.',
          columns,
          FAINT,
        )),
  ];
}

const figure = (value: number): string => rounded(Number(value.toPrecision(5)), 0);

function happeningRows(
  exact: ExactResult,
  { happenings }: SimulationResult,
  columns: number,
): readonly Row[] {
  return tableRows(
    {
      head: ['HAPPENS', 'exact chance', 'Monte Carlo, 95 %', 'holds it'],
      // Options of several decisions may bear one label.
      rows: happenings.map(({ path, share }, i) => ({
        label: path,
        cells: shareCells(
          Math.min(
            1,
            exact.happenings[i]!.reduce((sum, part) => sum + part, 0),
          ),
          share,
        ),
      })),
    },
    columns,
  );
}

function stageRows(
  { stages }: ExactResult,
  { regions, days }: SimulationResult,
  start: string,
  columns: number,
): readonly Row[] {
  let next = 0;
  const panels = regions.map((region) => ({
    region: { label: region.label },
    stages: region.stages.map(({ label, depth }) => {
      const shares = [...stages[next]!].map((share) => Math.min(1, share));
      next += 1;
      return { label, depth, shares, look: null };
    }),
    runs: AS_IF,
    horizonDays: days.at(-1) as number,
    start,
    height: 1,
  }));
  const label = stageLabelWidth(panels, columns);
  return [
    ...paragraph('Day by day, exactly; at the right, of 100 runs at the end.', columns, FAINT),
    ...panels.flatMap((panel) => stagesPanel(panel, label, columns)),
  ];
}
