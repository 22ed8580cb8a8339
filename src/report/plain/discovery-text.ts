/** The answer of `discover` as text: the box in a sentence, what fresh runs say of it, the trade-off, and a tree. */
import type { Box, Estimate } from '../../analysis/index.ts';
import type { DiscoveryResult } from '../../experiment/index.ts';
import { clean, FAINT, grouped, ofHundred, type Row, rounded, STRONG } from '../text/index.ts';
import { chanceText } from './estimate-words.ts';
import { faultRows } from './faults-rows.ts';
import { boxWords, limitWords } from './limit-words.ts';
import { paragraph } from './paragraph.ts';
import { tableRows } from './plain-table.ts';
import { settingsLine } from './settings-line.ts';
import { type PlainOptions, writeAnswer } from './write-rows.ts';

/** Steps of the trade-off that are shown, at most. */
const SHOWN = 12;

/** Ends with a line feed; only commands are wider than `columns`. */
export function discoveryText(result: DiscoveryResult, options: PlainOptions): string {
  const columns = Math.max(40, options.columns);
  const { manifest, faults } = result;
  const parts: readonly (readonly Row[])[] = [
    head(result, columns),
    ...boxRows(result, columns),
    tradeOffRows(result, columns),
    treeRows(result, columns),
    faultRows(faults, columns),
  ];
  return writeAnswer(parts, manifest.command, { ...options, columns });
}

function head(result: DiscoveryResult, columns: number): readonly Row[] {
  const { title, target, searched, tried, factors, manifest, share, interrupted } = result;
  const settings = settingsLine(manifest);
  return [
    ...paragraph(title, columns, STRONG),
    ...paragraph(`Where it concentrates: ${target}, which comes in ${ofHundred(share)} of 100 runs`, columns),
    ...paragraph(
      `${factors.length} factors, ${grouped(searched)} runs searched, ${grouped(tried)} fresh ones to try it on · seed ${clean(manifest.seed)}`,
      columns,
    ),
    ...(settings === '' ? [] : paragraph(`In every run: ${settings}`, columns)),
    ...(interrupted
      ? paragraph('Interrupted: there are not enough fresh runs to try anything on.', columns)
      : []),
  ];
}

const shareWords = (share: Estimate): string =>
  `${ofHundred(share)} of 100 (${rounded(100 * share.low, 1)} to ${rounded(100 * share.high, 1)})`;

function boxRows(result: DiscoveryResult, columns: number): readonly (readonly Row[])[] {
  const { chosen, factors, target, boxes } = result;
  if (boxes === null)
    return [paragraph(`${target} comes in no run, or in all: there is nothing to find.`, columns)];
  if (chosen === null) return [];
  const { box, restrictions, fresh } = chosen;
  if (box.restrictions === 0) {
    return [
      paragraph('No part of these assumptions has it clearly more often than the whole.', columns, STRONG),
    ];
  }
  return [
    [
      ...paragraph('THE BOX', columns, STRONG),
      ...paragraph(`Runs in which ${boxWords(box.limits, factors)}:`, columns, STRONG),
      ...paragraph(
        `of fresh runs there, ${shareWords(fresh.density)} have it (density); they are ${shareWords(fresh.mass)} of all runs, and hold ${shareWords(fresh.coverage)} of those that have it (coverage).`,
        columns,
      ),
      ...paragraph(
        `On the runs it was found in: density ${percent(box.density)}, coverage ${percent(box.coverage)}. A box flatters itself there; quote the fresh ones.`,
        columns,
        FAINT,
      ),
    ],
    tableRows(
      {
        head: ['each restriction', 'limit', 'density without', 'quasi-p'],
        rows: restrictions.map(({ factor, limit, without, quasiP }) => ({
          label: factors[factor]!.label,
          cells: [limitWords(limit, factors[factor]!.labels), percent(without.density), chanceText(quasiP)],
        })),
      },
      columns,
    ),
  ];
}

const percent = (share: number): string => `${rounded(100 * share, 1)} %`;

/** Some steps, evenly spread, the chosen one always among them. */
function someSteps(boxes: readonly Box[], chosen: number): readonly number[] {
  const every = Math.max(1, Math.ceil((boxes.length - 1) / (SHOWN - 1)));
  const steps = boxes.map((_, step) => step);
  return steps.filter((step) => step % every === 0 || step === chosen || step === boxes.length - 1);
}

function tradeOffRows({ boxes, chosen }: DiscoveryResult, columns: number): readonly Row[] {
  if (boxes === null) return [];
  const at = chosen?.step ?? 0;
  return [
    ...paragraph('THE TRADE-OFF', columns, STRONG),
    ...paragraph(
      'Smaller boxes are denser and hold less. Another step: --step. (On the runs searched.)',
      columns,
      FAINT,
    ),
    ...tableRows(
      {
        head: ['step', 'factors', 'of all runs', 'coverage', 'density'],
        rows: someSteps(boxes, at).map((step) => {
          const { restrictions, mass, coverage, density } = boxes[step]!;
          return {
            label: step === at ? `${step} chosen` : `${step}`,
            cells: [String(restrictions), percent(mass), percent(coverage), percent(density)],
            ...(step === at ? { style: STRONG } : {}),
          };
        }),
      },
      columns,
    ),
  ];
}

function treeRows({ leaves, factors, searched }: DiscoveryResult, columns: number): readonly Row[] {
  if (leaves.length < 2) return [];
  const ordered = [...leaves].sort((a, b) => b.fresh.value - a.fresh.value);
  return [
    ...paragraph('A TREE OF QUESTIONS', columns, STRONG),
    ...ordered.flatMap(({ limits, cases, fresh }) => [
      ...paragraph(
        `${shareWords(fresh)} of fresh runs have it where ${boxWords(limits, factors)} · ${percent(cases / searched)} of all runs`,
        columns,
      ),
    ]),
  ];
}
