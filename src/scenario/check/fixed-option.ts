/** `decide` of a variant: an option fixed throughout, or in a span of steps. */
import type { DocumentNode, Entry, ScalarNode } from '../document.ts';
import type { Decision, FixedOption, Variant } from '../model.ts';
import type { Check } from './check.ts';
import { type Day, firstStepFrom, lastStepUntil, readDay } from './dates.ts';
import { asScalar, scalarAt } from './node.ts';

/** Reads `response: shoot` or `response: { option: shoot, from: …, until: … }`. */
export function readFixedOption(
  check: Check,
  decisions: readonly Decision[],
  entry: Entry,
): Variant['decide'] {
  const decision = check.names.decisions.get(entry.key);
  if (decision === undefined) {
    check.report.add(entry.keyOrigin, {
      code: 'unknown-name',
      message: `there is no decision \`${entry.key}\``,
      mend: check.guesses.unknownMend(
        entry.key,
        [...check.names.decisions.keys()],
        '`decide` takes names of decisions.',
      ),
    });
    return [];
  }
  const scalar = asScalar(entry.value) ?? scalarAt(entry.value, 'option');
  if (scalar === null) return [];
  const option = optionNamed(check, decisions[decision]!, scalar);
  const span = readSpan(check, entry.value);
  return option === null || span === null ? [] : [{ decision, fixed: { option, ...span } }];
}

function optionNamed(check: Check, decision: Decision, scalar: ScalarNode): number | null {
  const names = decision.options.map((option) => option.name);
  const option = names.indexOf(scalar.text);
  if (option >= 0) return option;
  check.report.add(scalar.origin, {
    code: 'unknown-name',
    message: `\`${decision.name}\` has no option \`${scalar.text}\``,
    mend: check.guesses.unknownMend(scalar.text, names, 'Name one of its options.'),
  });
  return null;
}

/** The steps that start from `from` to `until`, both included; null after a fault. */
function readSpan(check: Check, node: DocumentNode): Omit<FixedOption, 'option'> | null {
  const from = readEnd(check, scalarAt(node, 'from'));
  const until = readEnd(check, scalarAt(node, 'until'));
  if (from === null || until === null) return null;
  const { time } = check;
  const fromStep = from === 'open' ? 0 : firstStepFrom(time, from);
  const untilStep = until === 'open' ? time.steps - 1 : lastStepUntil(time, until);
  if (fromStep <= untilStep || !check.clockKnown) return { fromStep, untilStep };
  const later = from !== 'open' && until !== 'open' && from.day > until.day;
  check.report.add(node.origin, {
    code: 'bad-range',
    message: later ? '`from` is later than `until`' : 'no step starts within this span',
    mend: later ? 'Write the earlier one in `from`.' : `Widen it: a step is ${time.stepDays} days long.`,
  });
  return null;
}

const readEnd = (check: Check, scalar: ScalarNode | null): Day | 'open' | null =>
  scalar === null ? 'open' : readDay(check, scalar, { wholeDays: true });
