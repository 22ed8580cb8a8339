/** What is said of outcomes that hardly any run has: how many runs it would take, and what to do instead. */
import { runsForRare } from '../../analysis/index.ts';
import { commandLine, type SimulationResult, settingWords } from '../../experiment/index.ts';
import { cell, cleanParagraph, FAINT, gap, grouped, type Row, rounded } from '../text/index.ts';
import { paragraph } from './paragraph.ts';

const RARE = 0.001;
/** With fewer runs than this nobody can tell what is rare. */
const LEAST_RUNS = 1_000;

/** Empty where every outcome but `unresolved` is common enough. Commands may be wider than the page. */
export function rareHintRows(result: SimulationResult, columns: number): readonly Row[] {
  const rare = result.outcomes
    .slice(0, -1)
    .filter(({ share }) => share.n >= LEAST_RUNS && share.value < RARE);
  return rare.flatMap(({ id, label, count, share }): readonly Row[] => [
    ...paragraph(
      count === 0
        ? `${label} came in none of ${grouped(share.n)} runs: its share may be 0, or up to ${rounded(Number((100 * share.high).toPrecision(1)), 0)} %.`
        : `${label} came in ${grouped(count)} of ${grouped(share.n)} runs. To know its share to ±10 % of itself takes about ${grouped(Number(runsForRare(share.value, 0.1).toPrecision(2)))} runs by plain sampling; splitting takes far fewer:`,
      columns,
      FAINT,
    ),
    [gap(3), cell(cleanParagraph(rareCommand(result, id)), FAINT)],
  ]);
}

/** The scenario as the user named it, quotes and all. */
const NAMED = /^juncture simulate ((?:'[^']*'|\\'|[^\s'])+)/;

function rareCommand({ manifest }: SimulationResult, outcome: string): string {
  const { variant, set, decide, without, at_baseline: atBaseline, seed } = manifest;
  const named = NAMED.exec(manifest.command)?.[1] ?? manifest.scenario;
  const words = [
    '--outcome',
    outcome,
    '--seed',
    seed,
    ...settingWords({ variant, set, decide, without, atBaseline }),
  ];
  return `juncture rare ${named} ${commandLine(words)}`;
}
