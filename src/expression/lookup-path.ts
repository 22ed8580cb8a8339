/** What paths, outcomes and choices stand for in the functions that take them. */
import { didYouMean } from '../diagnostics/index.ts';
import { fault, listed, type Wording } from './fault.ts';
import { nearPath } from './near-path.ts';
import type { Reference, Typed } from './reading.ts';
import type { ExpressionFault, Names } from './tree.ts';

/** A dotted path where a value is wanted. */
export function pathAsValue({ name }: Reference, names: Names): Wording {
  if (names.stage(name) !== null)
    return { message: `\`${name}\` is a stage, not a value`, mend: `write \`active(${name})\`` };
  if (names.happening(name) !== null)
    return { message: `\`${name}\` is a happening, not a value`, mend: `write \`times(${name}) > 0\`` };
  const owner = name.slice(0, name.indexOf('.'));
  if (names.value(owner) !== null)
    return { message: `\`${owner}\` is a value and has no parts`, mend: `write \`${owner}\`` };
  const paths = [...names.known.stages, ...names.known.happenings];
  const guess = didYouMean(name, paths);
  const message = `\`${name}\` is a path, not a value`;
  if (guess !== null) {
    const call = names.known.stages.includes(guess) ? `active(${guess})` : `times(${guess}) > 0`;
    return { message, mend: `did you mean \`${call}\`?` };
  }
  return { message, mend: 'write the path of a stage in `active(…)`, of a happening in `times(…)`' };
}

/** Index of the stage at a path, or the fault. */
export function lookUpStage({ name, span }: Reference, names: Names): number | ExpressionFault {
  const stage = names.stage(name);
  if (stage !== null) return stage;
  const message = `No stage has the path \`${name}\``;
  const mend =
    names.happening(name) !== null
      ? `it is a happening: write \`times(${name})\` or \`since(${name})\``
      : nearPath(name, names.known.stages, 'write the path from its region on, as in `region.stage`');
  return fault('unknown-name', span, { message, mend });
}

/** Index of the happening at a path, or the fault. */
export function lookUpHappening({ name, span }: Reference, names: Names): number | ExpressionFault {
  const happening = names.happening(name);
  if (happening !== null) return happening;
  const message = `Nothing that can happen has the path \`${name}\``;
  const fallback = 'write `region.transition`, `decision.option`, or the name of a shock';
  const mend =
    names.stage(name) !== null
      ? `it is a stage: write \`active(${name})\` or \`days_in(${name})\``
      : nearPath(name, names.known.happenings, fallback);
  return fault('unknown-name', span, { message, mend });
}

/** Index of the outcome, or the fault. */
export function lookUpOutcome({ name, span }: Reference, names: Names): number | ExpressionFault {
  const outcome = names.outcome(name);
  if (outcome !== null) return outcome;
  const guess = didYouMean(name, names.known.outcomes);
  return fault('unknown-name', span, {
    message: `No outcome is called \`${name}\``,
    mend:
      guess !== null
        ? `did you mean \`${guess}\`?`
        : names.known.outcomes.length > 0
          ? `there are ${listed(names.known.outcomes)}`
          : 'list it under `outcomes`',
  });
}

/** `is(parameter, choice)`. */
export function lookUpChoice(parameter: Reference, choice: Reference, names: Names): Typed | ExpressionFault {
  const found = names.choices(parameter.name);
  if (found === null) return fault('unknown-name', parameter.span, notOneOf(parameter.name, names));
  const index = found.choices.indexOf(choice.name);
  if (index >= 0) return { tree: { kind: 'is', parameter: found.index, choice: index }, type: 'boolean' };
  const guess = didYouMean(choice.name, found.choices);
  return fault('unknown-name', choice.span, {
    message: `\`${parameter.name}\` has no choice \`${choice.name}\``,
    mend: guess !== null ? `did you mean \`${guess}\`?` : `its choices are ${listed(found.choices)}`,
  });
}

function notOneOf(name: string, names: Names): Wording {
  if (names.value(name) !== null)
    return {
      message: `\`${name}\` has no choices: it is not a \`one_of\` parameter`,
      mend: `compare it with a number, as in \`${name} > 0.5\``,
    };
  const guess = didYouMean(
    name,
    names.known.values.filter((value) => names.choices(value) !== null),
  );
  return {
    message: `No parameter is called \`${name}\``,
    mend: guess !== null ? `did you mean \`${guess}\`?` : 'declare it under `parameters`, with `one_of`',
  };
}
