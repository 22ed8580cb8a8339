/** What to say of a function that there is not. */
import { didYouMean } from '../diagnostics/index.ts';
import { listed, type Wording } from './fault.ts';
import { FOREIGN_FUNCTIONS, FUNCTION_NAMES, shapeOf } from './functions.ts';
import type { Names } from './tree.ts';

export function unknownFunction(name: string, names: Names): Wording {
  if (names.value(name) !== null || names.choices(name) !== null || name === 'day' || name === 'dt')
    return {
      message: `\`${name}\` is a value, not a function`,
      mend: `write \`${name} * (…)\` to multiply`,
    };
  const message = `There is no function \`${name}\``;
  const spelled = FUNCTION_NAMES.find((known) => known === name.toLowerCase());
  const foreign = FOREIGN_FUNCTIONS.get(name.toLowerCase());
  if (spelled === undefined && foreign !== undefined) return { message, mend: foreign };
  const guess = didYouMean(name, FUNCTION_NAMES);
  return {
    message,
    mend: guess !== null ? `did you mean \`${shapeOf(guess)}\`?` : `there are ${listed(FUNCTION_NAMES, 16)}`,
  };
}
