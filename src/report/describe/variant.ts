/** What a variant changes, in words. */
import type { Scenario, Variant } from '../../scenario/index.ts';
import { code, type Line, listed, say } from '../document/index.ts';
import { called } from './entry.ts';
import { figure } from './figures.ts';

/** What a variant sets, decides, leaves out and begins with. */
export function variantLine(scenario: Scenario, { set, decide, without, initial }: Variant): Line {
  const { parameters, decisions, happenings, regions, stages } = scenario;
  const changes: Line[] = [
    ...set.map(({ parameter, value }): Line => {
      const { choices } = parameters[parameter]!;
      const to = choices === null ? [figure(value)] : [code(choices[value] ?? figure(value))];
      return say`${called(parameters[parameter]!)} set to ${to}`;
    }),
    ...decide.map(({ decision, fixed }) => {
      const { options } = decisions[decision]!;
      const { fromStep, untilStep } = fixed;
      return say`${called(decisions[decision]!)} decided as ${called(options[fixed.option]!)}${spanWords(scenario, fromStep, untilStep)}`;
    }),
    ...without.map((happening) => say`${called(happenings[happening]!)} left out`),
    ...initial.map(
      ({ region, stage }) => say`${called(regions[region]!)} begins in ${called(stages[stage]!)}`,
    ),
  ];
  return changes.length === 0 ? ['nothing'] : listed(changes);
}

/** The days in which an option is fixed, where they are not all. */
function spanWords({ time }: Scenario, fromStep: number, untilStep: number): string {
  const from = fromStep <= 0 ? '' : ` from day ${figure(fromStep * time.stepDays)}`;
  const until = untilStep >= time.steps - 1 ? '' : ` until day ${figure((untilStep + 1) * time.stepDays)}`;
  return `${from}${until}`;
}
