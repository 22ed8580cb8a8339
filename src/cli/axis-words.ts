/** What to move, as it is typed: `loyalty`, `loyalty=0.2:0.9`, `loyalty=0.2:0.9:8`, `loyalty=0.2,0.5`, `response`, `variant`. */
import { didYouMean } from '../diagnostics/index.ts';
import { type Axis, axisAlong, factorNamed, factorNames } from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { CommandError, EXIT } from './exit.ts';

const usage = (message: string): CommandError => new CommandError(EXIT.usage, message);

/** @throws CommandError (usage) where the scenario has nothing of that name. */
export function knownFactor(scenario: Scenario, name: string): Axis['factor'] {
  const factor = factorNamed(scenario, name);
  if (factor !== null) return factor;
  const guess = didYouMean(name, factorNames(scenario));
  throw usage(
    `There is no parameter, decision or shock \`${name}\` to move.${guess === null ? '' : ` Did you mean \`${guess}\`?`}\n` +
      '  `juncture check` and the scenario file name them; `variant` moves through the variants.',
  );
}

/**
 * @param count values along a range when the text does not say how many.
 * @throws CommandError (usage) where the text is none of the forms.
 */
export function axisOf(scenario: Scenario, text: string, count: number): Axis {
  const [name = '', ...rest] = text.split('=');
  const factor = knownFactor(scenario, name.trim());
  const values = rest.join('=').trim();
  if (rest.length === 0) return axisAlong(factor, count);
  if (factor.kind === 'labels') {
    const wanted = values.split(',').map((value) => value.trim());
    for (const value of wanted) {
      if (factor.labels.includes(value)) continue;
      const guess = didYouMean(value, factor.labels);
      throw usage(
        `\`${name}\` cannot be \`${value}\`.${guess === null ? '' : ` Did you mean \`${guess}\`?`}\n  It is one of: ${factor.labels.join(', ')}.`,
      );
    }
    return { factor, values: wanted };
  }
  if (!values.includes(':'))
    return { factor, values: values.split(',').map((value) => numberIn(text, value)) };
  const [low, high, number] = rangeIn(text, values, count);
  if (factor.kind === 'quantile') throw usage(`'${text}' cannot be read.`);
  return axisAlong({ ...factor, low, high }, number);
}

/** The ends of a range `0.2:0.9`, and how many values where a third number says so. */
export function rangeIn(text: string, range: string, count: number): readonly [number, number, number] {
  const [low, high, number = count] = range.split(':').map((value) => numberIn(text, value));
  if (low === undefined || high === undefined || !(low < high) || !Number.isInteger(number) || number < 2) {
    throw usage(
      `'${text}' cannot be read. Write name=from:to, or name=from:to:values, such as loyalty=0.2:0.9:8.`,
    );
  }
  return [low, high, number];
}

function numberIn(text: string, part: string): number {
  const value = Number(part);
  if (part.trim() !== '' && Number.isFinite(value)) return value;
  throw usage(
    `'${text}' cannot be read: '${part}' is no number. Write name=from:to:values or name=value,value.`,
  );
}
