/** What a variant and a user may ask for alike: values of parameters, and which options stay. */
import type { Decision, Parameter } from '../model.ts';
import type { Fault } from './report.ts';
import { listed, unknownMend } from './suggest.ts';
import { rangeText } from './truncation.ts';

/** The value a parameter is held at, or why it cannot be. A choice is given by its name. */
export function valueFault(parameter: Parameter, set: number | string): number | Fault {
  if (parameter.choices !== null) return choiceAt(parameter.name, parameter.choices, String(set));
  if (typeof set !== 'number') {
    return {
      code: 'wrong-type',
      message: `\`${parameter.name}\` takes a number, not \`${set}\``,
      mend: `Write a number, ${rangeText(parameter)}.`,
    };
  }
  if (!Number.isFinite(set) || set < parameter.low || set > parameter.high) {
    return {
      code: 'value-outside-range',
      message: `${set} lies outside the range of \`${parameter.name}\`, ${rangeText(parameter)}`,
      mend: 'Choose a value inside the range, or widen the range in the file.',
    };
  }
  return set;
}

function choiceAt(name: string, choices: readonly string[], set: string): number | Fault {
  const at = choices.indexOf(set);
  if (at >= 0) return at;
  return {
    code: 'unknown-name',
    message: `\`${name}\` has no choice \`${set}\``,
    mend: unknownMend(set, choices, 'Name one of its choices.'),
  };
}

/** The first decision all of whose options are taken away. */
export const emptiedDecision = (
  decisions: readonly Decision[],
  isRemoved: (happening: number) => boolean,
): Decision | null =>
  decisions.find(
    ({ options }) => options.length > 0 && options.every((option) => isRemoved(option.happening)),
  ) ?? null;

export const emptiedFault = (decision: Decision): Fault => ({
  code: 'option-missing',
  message: `every option of \`${decision.name}\` is taken away`,
  mend: `Leave at least one of ${listed(decision.options.map((option) => option.path))}.`,
});
