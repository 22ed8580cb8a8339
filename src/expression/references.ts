/** What an expression reads. */
import { nodesOf } from './parts.ts';
import type { Expression } from './tree.ts';

/** Indexes by kind, each in the order of first appearance, and whether it reads the clock. */
export interface References {
  /** Also those that only `is` asks for. */
  readonly parameters: ReadonlySet<number>;
  readonly variables: ReadonlySet<number>;
  readonly auxiliaries: ReadonlySet<number>;
  /** In `active` or `days_in`. */
  readonly stages: ReadonlySet<number>;
  /** In `since` or `times`. */
  readonly happenings: ReadonlySet<number>;
  readonly since: ReadonlySet<number>;
  readonly times: ReadonlySet<number>;
  /**
   * Happenings compared as in `since(x) > c`, `since(x) >= c`, `c < since(x)`: true also when x never happened,
   * because `since` is then 1e6.
   */
  readonly longSince: ReadonlySet<number>;
  readonly outcomes: ReadonlySet<number>;
  readonly day: boolean;
  readonly dt: boolean;
}

export function references(tree: Expression): References {
  const found = {
    parameters: new Set<number>(),
    variables: new Set<number>(),
    auxiliaries: new Set<number>(),
    stages: new Set<number>(),
    happenings: new Set<number>(),
    since: new Set<number>(),
    times: new Set<number>(),
    longSince: new Set<number>(),
    outcomes: new Set<number>(),
    day: false,
    dt: false,
  };
  for (const node of nodesOf(tree)) {
    switch (node.kind) {
      case 'parameter':
        found.parameters.add(node.index);
        break;
      case 'variable':
        found.variables.add(node.index);
        break;
      case 'auxiliary':
        found.auxiliaries.add(node.index);
        break;
      case 'is':
        found.parameters.add(node.parameter);
        break;
      case 'active':
      case 'days_in':
        found.stages.add(node.stage);
        break;
      case 'since':
      case 'times':
        found[node.kind].add(node.happening);
        found.happenings.add(node.happening);
        break;
      case 'ended':
        found.outcomes.add(node.outcome);
        break;
      case 'day':
      case 'dt':
        found[node.kind] = true;
        break;
      case 'chain':
        for (const happening of longSince(node)) found.longSince.add(happening);
        break;
      default:
    }
  }
  return found;
}

function longSince({ operators, operands }: Extract<Expression, { readonly kind: 'chain' }>): number[] {
  return operators.flatMap((operator, index) => {
    const greater = operator.startsWith('>')
      ? operands[index]
      : operator.startsWith('<')
        ? operands[index + 1]
        : undefined;
    return greater?.kind === 'since' ? [greater.happening] : [];
  });
}
