/** What a formula depends on, by label: for who does not read formulae. */
import { type Read, readsOf, type Scenario } from '../../scenario/index.ts';
import { type Line, listed, say } from '../document/index.ts';
import { called } from './entry.ts';

type Expressions = Parameters<typeof readsOf>[1];

/** `*Disorder*, the stage *Open split* and the day`; nothing for formulae of numbers alone. */
export const dependsLine = (scenario: Scenario, expressions: Expressions): Line =>
  listed(readsOf(scenario, expressions).flatMap((read) => readLine(scenario, read)));

/** None for the length of a step, which is no matter of the crisis. */
function readLine(scenario: Scenario, { kind, name }: Read): readonly Line[] {
  const named = <Entry extends { readonly label: string }>(
    entries: readonly Entry[],
    nameOf: (entry: Entry) => string,
  ): Line => called(entries.find((entry) => nameOf(entry) === name)!);
  switch (kind) {
    case 'parameter':
      return [named(scenario.parameters, (entry) => entry.name)];
    case 'variable':
      return [named(scenario.variables, (entry) => entry.name)];
    case 'auxiliary':
      return [named(scenario.auxiliaries, (entry) => entry.name)];
    case 'stage':
      return [say`the stage ${named(scenario.stages, ({ path }) => path)}`];
    case 'happening':
      return [say`what came of ${named(scenario.happenings, ({ path }) => path)}`];
    case 'day':
      return [['the day']];
    case 'dt':
      return [];
    default:
      return kind satisfies never;
  }
}
