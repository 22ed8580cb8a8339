/** The table of parameters, group by group. */
import type { Parameter, Scenario } from '../../scenario/index.ts';
import { baselineWords, drawnWords } from '../describe/distribution.ts';
import { noteLine, sourcesLine, titled, unitLine } from '../describe/entry.ts';
import { capital, rangeWords } from '../describe/figures.ts';
import { type Block, code, heading, joined, type Line, paragraph, table } from '../document/index.ts';

export function parameterBlocks({ parameters }: Scenario): readonly Block[] {
  if (parameters.length === 0) return [];
  return [
    heading(3, ['Parameters']),
    paragraph([
      'A parameter is fixed within a run. Moments are those of a distribution before it is truncated; a truncated one is rescaled, so that no mass gathers at the ends. Fixed parameters stay at their baseline unless they are set or swept.',
    ]),
    ...grouped(parameters).map(({ group, members }) =>
      table(
        group === null ? 'Parameters.' : `Parameters: ${capital(group)}.`,
        ['Parameter', 'Unit', 'Baseline', 'Range', 'Drawn from', 'Source', 'Note'],
        members.map((parameter) => [
          titled(parameter),
          unitLine(parameter.unit ?? (parameter.choices === null ? null : 'one of several')),
          [baselineWords(parameter)],
          rangeLine(parameter),
          [drawnWords(parameter)],
          sourcesLine(parameter),
          noteLine(parameter),
        ]),
      ),
    ),
  ];
}

const rangeLine = ({ choices, low, high }: Parameter): Line =>
  choices === null
    ? [rangeWords(low, high)]
    : joined(
        choices.map((choice) => [code(choice)]),
        ', ',
      );

interface Group {
  readonly group: string | null;
  readonly members: readonly Parameter[];
}

/** Groups in order of first appearance; those without one first. */
function grouped(parameters: readonly Parameter[]): readonly Group[] {
  const names = [...new Set(parameters.map(({ group }) => group))];
  const ordered = names.includes(null) ? [null, ...names.filter((name) => name !== null)] : names;
  return ordered.map((group) => ({ group, members: parameters.filter((each) => each.group === group) }));
}
