/** What can be moved: parameters, decisions and shocks, in the order of the file, each under its group. */
import type { Decision, Parameter, Scenario, Shock } from '../../scenario/index.ts';

interface Named {
  /** `parameters/loyalty`: survives a reload of the file. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly group: string;
}

export type Item =
  | (Named & { readonly kind: 'parameter'; readonly parameter: Parameter })
  | (Named & { readonly kind: 'decision'; readonly decision: Decision })
  | (Named & { readonly kind: 'shock'; readonly shock: Shock });

const UNGROUPED = 'Parameters';

const known = new WeakMap<Scenario, readonly Item[]>();

/** Parameters group by group (a group stands where its first member does), then decisions, then shocks. */
export function itemsOf(scenario: Scenario): readonly Item[] {
  const found = known.get(scenario);
  if (found !== undefined) return found;
  const parameters = scenario.parameters.map((parameter): Item => {
    const { name, label, group } = parameter;
    return { kind: 'parameter', id: `parameters/${name}`, name, label, group: group ?? UNGROUPED, parameter };
  });
  const groups = [...new Set(parameters.map(({ group }) => group))];
  const items = [
    ...groups.flatMap((group) => parameters.filter((item) => item.group === group)),
    ...scenario.decisions.map((decision): Item => {
      const { name, label } = decision;
      return { kind: 'decision', id: `decisions/${name}`, name, label, group: 'Decisions', decision };
    }),
    ...scenario.shocks.map((shock): Item => {
      const { name, label } = shock;
      return { kind: 'shock', id: `shocks/${name}`, name, label, group: 'Shocks', shock };
    }),
  ];
  known.set(scenario, items);
  return items;
}
