/** Alternatives as they are typed: `answer=refuse`, `loyalty=0.3`, `happens:street.hijacked`, `not:street.hijacked`. */
import { didYouMean } from '../diagnostics/index.ts';
import { NO_SETTINGS, type Scenario } from '../scenario/index.ts';
import type { Alternative } from '../statechart/index.ts';
import { CommandError, EXIT } from './exit.ts';
import { pointOf } from './scenario.ts';

const FORMS =
  'decision=option, parameter=value, happens:region.happening or not:region.happening (it does not happen in that step)';

/** @throws CommandError (usage) that says what is not known, with a guess. */
export function parseAlternative(scenario: Scenario, text: string): Alternative {
  const [kind, path] = split(text, ':');
  if (path !== null && (kind === 'happens' || kind === 'not')) {
    const happening = happeningNamed(scenario, path);
    return { kind: kind === 'happens' ? 'happens' : 'not_today', happening };
  }
  const [name, value] = split(text, '=');
  if (value === null || name === '' || value === '')
    throw usage(`--instead wants ${FORMS}; not \`${text}\`.`);
  const decision = scenario.decisions.find((one) => one.name === name);
  if (decision !== undefined) {
    const names = decision.options.map((option) => option.name);
    return { kind: 'option', decision: decision.index, option: known(value, names, `option of ${name}`) };
  }
  const all = [...scenario.decisions, ...scenario.parameters].map((one) => one.name);
  known(name, all, 'decision or parameter');
  const number = value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  const { parameters } = pointOf(scenario, { ...NO_SETTINGS, set: { [name]: number } });
  return {
    kind: 'parameters',
    values: scenario.parameters.map((one, index) => (one.name === name ? (parameters[index] ?? null) : null)),
  };
}

function split(text: string, mark: string): readonly [string, string | null] {
  const cut = text.indexOf(mark);
  return cut < 0 ? [text.trim(), null] : [text.slice(0, cut).trim(), text.slice(cut + 1).trim()];
}

/** Options are named by their decision instead. */
function happeningNamed({ happenings }: Scenario, path: string): number {
  const names = happenings.map((one) => (one.kind === 'option' ? '' : one.path));
  const place = names.indexOf(path);
  if (place >= 0 && path !== '') return place;
  const option = happenings.find((one) => one.kind === 'option' && one.path === path);
  if (option !== undefined) {
    throw usage(`\`${path}\` is an option: write \`${path.replace('.', '=')}\`.`);
  }
  return known(
    path,
    names.filter((name) => name !== ''),
    'transition or shock',
  );
}

function known(name: string, names: readonly string[], what: string): number {
  const place = names.indexOf(name);
  if (place >= 0) return place;
  const guess = didYouMean(name, names);
  const hint = guess === null ? `There are: ${names.join(', ')}.` : `Did you mean \`${guess}\`?`;
  throw usage(`There is no ${what} \`${name}\`.\n  ${hint}`);
}

const usage = (why: string): CommandError => new CommandError(EXIT.usage, why);
