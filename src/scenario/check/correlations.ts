/** Rank correlations: each pair once, of two different parameters, and all of them possible together. */
import { choleskyOf } from '../../random/index.ts';
import type { DocumentNode, MapNode } from '../document.ts';
import type { Correlation, Parameter } from '../model.ts';
import type { Check } from './check.ts';
import { readSources } from './described.ts';
import { entryAt, itemsOf, nodeAt, numberAt, scalarsOf } from './node.ts';
import { placeSeenFrom } from './place.ts';
import { listed } from './suggest.ts';

export function checkCorrelations(
  check: Check,
  root: MapNode,
  parameters: readonly Parameter[],
): Correlation[] {
  const section = entryAt(root, 'correlations');
  const seen = new Map<string, DocumentNode>();
  const correlations = itemsOf(section?.value ?? null).flatMap((item) => {
    readSources(check, item);
    const correlation = readCorrelation(check, item);
    if (correlation === null || repeated(check, item, correlation, seen)) return [];
    warnUndrawn(check, item, correlation, parameters);
    return [correlation];
  });
  if (section !== null && !possibleTogether(correlations, parameters)) {
    check.report.add(section.keyOrigin, {
      code: 'correlation-not-positive-definite',
      message: `the rank correlations of ${listed(namesIn(correlations, parameters))} contradict each other: no numbers move together in all these ways`,
      mend: 'Bring them nearer to 0, or make two that pull a third apart agree.',
    });
  }
  return correlations;
}

function readCorrelation(check: Check, item: DocumentNode): Correlation | null {
  const pair = scalarsOf(nodeAt(item, 'pair'));
  const indexes = pair.map((scalar) => {
    const value = check.names.values.get(scalar.text);
    if (value?.kind === 'parameter') return value.index;
    const names = check.declared.parameters.map((parameter) => parameter.name);
    check.report.add(scalar.origin, {
      code: 'unknown-name',
      message:
        value === undefined
          ? `there is no parameter \`${scalar.text}\``
          : `\`${scalar.text}\` is not a parameter: only parameters are drawn together`,
      mend: check.guesses.unknownMend(scalar.text, names, 'A pair is two names under `parameters`.'),
    });
    return null;
  });
  const rank = numberAt(item, 'rank');
  const [first, second] = indexes;
  const bad = (message: string, mend: string): null => {
    check.report.add(item.origin, { code: 'bad-correlation', message, mend });
    return null;
  };
  if (rank !== null && !(rank > -1 && rank < 1)) {
    return bad(
      `a rank correlation of ${rank} is not possible`,
      'Write a rank between −1 and 1, ends excluded.',
    );
  }
  if (first == null || second == null || rank === null) return null;
  if (first === second) {
    return bad(`\`${pair[0]!.text}\` is paired with itself`, 'Write two different parameters.');
  }
  return { first, second, rank };
}

function repeated(
  check: Check,
  item: DocumentNode,
  { first, second }: Correlation,
  seen: Map<string, DocumentNode>,
): boolean {
  const key = first < second ? `${first} ${second}` : `${second} ${first}`;
  const earlier = seen.get(key);
  if (earlier === undefined) {
    seen.set(key, item);
    return false;
  }
  const { parameters } = check.declared;
  check.report.add(item.origin, {
    code: 'bad-correlation',
    message: `the pair ${listed([parameters[first]!.name, parameters[second]!.name])} is already on ${placeSeenFrom(item.origin, earlier.origin)}`,
    mend: 'Keep one of the two.',
  });
  return true;
}

const isDrawn = (parameter: Parameter | undefined): boolean => parameter?.distribution != null;

function warnUndrawn(
  check: Check,
  item: DocumentNode,
  { first, second }: Correlation,
  parameters: readonly Parameter[],
): void {
  const fixed = [first, second].map((index) => parameters[index]!).filter((parameter) => !isDrawn(parameter));
  const faulty = fixed.some(({ index }) =>
    nodeAt(check.declared.parameters[index]!.entry.value, 'distribution'),
  );
  // Where entries of a wrong shape were left out, the distribution may be one of them.
  if (fixed.length === 0 || faulty || check.report.graphInDoubt()) return;
  check.report.add(item.origin, {
    code: 'correlation-without-effect',
    message: `${listed(fixed.map(({ name }) => name))} ${fixed.length === 1 ? 'has' : 'have'} no distribution, so this correlation has no effect`,
    mend: 'Give it a distribution, or leave the correlation out.',
  });
}

/** Parameters that stand in some correlation and are drawn, in their order. */
const correlated = (correlations: readonly Correlation[], parameters: readonly Parameter[]): number[] =>
  [...new Set(correlations.flatMap(({ first, second }) => [first, second]))]
    .filter((index) => isDrawn(parameters[index]))
    .sort((a, b) => a - b);

const namesIn = (correlations: readonly Correlation[], parameters: readonly Parameter[]): string[] =>
  correlated(correlations, parameters).map((index) => parameters[index]!.name);

function possibleTogether(correlations: readonly Correlation[], parameters: readonly Parameter[]): boolean {
  const order = correlated(correlations, parameters);
  const matrix: number[][] = order.map((_, row) => order.map((__, column) => (row === column ? 1 : 0)));
  for (const { first, second, rank } of correlations) {
    const [row, column] = [order.indexOf(first), order.indexOf(second)];
    if (row < 0 || column < 0) continue;
    matrix[row]![column] = rank;
    matrix[column]![row] = rank;
  }
  return choleskyOf(matrix) !== null;
}
