/** What a bare name stands for, and what to say when it stands for nothing or may not be read here. */
import { didYouMean } from '../diagnostics/index.ts';
import { fault, listed, type Wording } from './fault.ts';
import { FOREIGN_VALUES, shapeOf } from './functions.ts';
import { endingIn } from './near-path.ts';
import type { Reference, Typed } from './reading.ts';
import { inScope, outOfScope, type Scope } from './scope.ts';
import type { ExpressionFault, Names } from './tree.ts';

/** The value of a bare name. */
export function lookUpValue({ name, span }: Reference, names: Names, scope: Scope): Typed | ExpressionFault {
  if (name === 'day' || name === 'dt')
    return inScope(scope, 'state')
      ? { tree: { kind: name }, type: 'number' }
      : fault('expression-scope', span, outOfScope(name, scope));
  const shape = shapeOf(name);
  if (shape !== null)
    return fault('expression-arguments', span, {
      message: `\`${name}\` is a function, and its brackets are missing`,
      mend: `write \`${shape}\``,
    });
  const choices = names.choices(name);
  if (choices !== null) return fault('expression-type', span, bareChoice(name, choices.choices));
  const value = names.value(name);
  if (value === null)
    return scope === 'constant'
      ? fault('expression-scope', span, outOfScope(name, scope))
      : fault('unknown-name', span, unknownValue(name, names));
  const least = value.kind === 'parameter' ? 'parameters' : 'state';
  if (!inScope(scope, least)) return fault('expression-scope', span, outOfScope(name, scope));
  return { tree: { kind: value.kind, index: value.index }, type: value.type };
}

function bareChoice(name: string, choices: readonly string[]): Wording {
  return {
    message: `\`${name}\` is one of several choices, not a number`,
    mend: `ask for a choice: \`is(${name}, ${choices[0] ?? 'choice'})\``,
  };
}

function unknownValue(name: string, names: Names): Wording {
  const message = `No parameter, variable or auxiliary is called \`${name}\``;
  const guess = didYouMean(name, [...names.known.values, 'day', 'dt', 'true', 'false']);
  if (guess !== null) return { message, mend: `did you mean \`${guess}\`?` };
  const foreign = FOREIGN_VALUES.get(name.toLowerCase());
  if (foreign !== undefined) return { message, mend: foreign };
  const stage = endingIn(name, names.known.stages)[0];
  if (stage !== undefined) return { message, mend: `ask whether the stage is active: \`active(${stage})\`` };
  const happening = endingIn(name, names.known.happenings)[0];
  if (happening !== undefined)
    return { message, mend: `ask whether it has happened: \`times(${happening}) > 0\`` };
  return { message, mend: declared(names.known.values) };
}

const declared = (values: readonly string[]): string =>
  values.length === 0 || values.length > 8
    ? 'declare it under `parameters`, `variables` or `auxiliaries`'
    : `known here: ${listed(values)}`;
