/** A question about something that happens, as one about a measure: whether it came in a run at all. */
import type { Measure, Scenario } from '../scenario/index.ts';

/**
 * The scenario with one more measure, a yes or no: whether the happening came. Nothing else of a run changes, since
 * luck is addressed by names and a measure draws none.
 * @param happening index into the scenario's happenings.
 */
export function withHappening(
  scenario: Scenario,
  happening: number,
): { readonly scenario: Scenario; readonly measure: number } {
  const { path, label } = scenario.happenings[happening]!;
  const index = scenario.measures.length;
  const measure: Measure = {
    index,
    name: `happened.${path}`,
    label,
    unit: null,
    note: null,
    group: null,
    sources: [],
    boolean: true,
    rule: {
      kind: 'final',
      expression: {
        tree: {
          kind: 'chain',
          operators: ['>'],
          operands: [
            { kind: 'times', happening },
            { kind: 'number', value: 0 },
          ],
        },
        type: 'boolean',
        text: `times(${path}) > 0`,
        place: `measures.happened.${path}`,
        file: scenario.file,
        line: 1,
        column: 1,
      },
    },
  };
  return { scenario: { ...scenario, measures: [...scenario.measures, measure] }, measure: index };
}
