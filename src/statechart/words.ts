/** Triggers, delays and numbers in words, for stories and diagrams. */
import { type Delay, type Distribution, formatDate, type Scenario, type Trigger } from '../scenario/index.ts';

/** A number as people write it: three significant digits, no exponent where it can be helped. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'no value' : value > 0 ? 'infinite' : '-infinite';
  const rounded = Number(value.toPrecision(3));
  return String(rounded === 0 ? 0 : rounded);
}

/** `1 day`, `2.5 days`; whole hours below a day: `12 hours`. */
export function daysInWords(days: number): string {
  const hours = days * 24;
  if (days < 1 && days > 0 && Number.isInteger(hours)) return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return `${shortNumber(days)} ${days === 1 ? 'day' : 'days'}`;
}

/** Two decimals; what is possible is never 0.00. */
export const oddsInWords = (odds: number): string =>
  odds > 0 && odds < 0.005 ? 'under 0.01' : odds.toFixed(2);

/** Text from a scenario on one line, without characters that steer a terminal or the direction of writing. */
export const plainLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** With a capital letter in front. */
export function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}

/** `hazard 0.1 * anger`, `chance 0.1 a day, while crowd > 3`, `after 2 days`, `when anger < 0.4`. */
export function triggerInWords(scenario: Scenario, trigger: Trigger): string {
  const condition = trigger.kind === 'when' ? null : trigger.while;
  const meanwhile = condition === null ? '' : `, while ${plainLine(condition.text)}`;
  return `${dueInWords(scenario, trigger)}${meanwhile}`;
}

function dueInWords(scenario: Scenario, trigger: Trigger): string {
  switch (trigger.kind) {
    case 'hazard':
      return `hazard ${plainLine(trigger.hazard.text)}`;
    case 'chance':
      return `chance ${plainLine(trigger.chance.text)} a day`;
    case 'after':
      return `after ${delayInWords(trigger.delay)}`;
    case 'every':
      return `every ${delayInWords(trigger.gap)}`;
    case 'when':
      return `when ${plainLine(trigger.condition.text)}`;
    case 'date':
      return `on ${formatDate(scenario.time, trigger.day)}`;
    default:
      throw new Error(`not a trigger: ${JSON.stringify(trigger satisfies never)}`);
  }
}

function delayInWords(delay: Delay): string {
  switch (delay.kind) {
    case 'fixed':
      return daysInWords(delay.days);
    case 'expression':
      return `${plainLine(delay.expression.text)} days`;
    case 'distribution':
      return `${distributionInWords(delay.distribution)} days`;
    default:
      throw new Error(`not a delay: ${JSON.stringify(delay satisfies never)}`);
  }
}

function distributionInWords(distribution: Distribution): string {
  const { kind, ...numbers } = distribution;
  const words = Object.entries(numbers).map(([name, value]) => `${name} ${numbersInWords(value)}`);
  return `${kind} (${words.join(', ')})`;
}

const numbersInWords = (value: number | readonly number[]): string =>
  typeof value === 'number' ? shortNumber(value) : value.map(shortNumber).join('/');
