/** What makes something come, in a sentence and a formula. */
import { type Delay, expressionTex, type Scenario, type Trigger } from '../../scenario/index.ts';
import { type Block, code, formula, type Line, say } from '../document/index.ts';
import { distributionWords } from './distribution.ts';
import { dateWords, daysWords } from './figures.ts';

export interface TriggerWords {
  /** When, without subject, verb and full stop: `at a rate per day of`, `2 days after its stage was entered`. */
  readonly clause: Line;
  /** The formula that belongs to it, where there is one; a condition is part of it. */
  readonly formula: Block | null;
}

/** What delays are counted from: an entry of the stage, or the start of the run. */
export type CountedFrom = 'stage' | 'run';

const AFTER: Readonly<Record<CountedFrom, string>> = {
  stage: 'after its stage was entered',
  run: 'after the run began',
};

const FROM: Readonly<Record<CountedFrom, string>> = {
  stage: 'counted from the entry of its stage',
  run: 'counted from the start of the run',
};

export function triggerWords(scenario: Scenario, trigger: Trigger, from: CountedFrom): TriggerWords {
  const condition = trigger.kind === 'when' ? null : trigger.while;
  const meanwhile = condition === null ? '' : ` \\quad \\text{while } ${expressionTex(scenario, condition)}`;
  const given: Line = condition === null ? [] : say`, while ${code(condition.text)} holds`;
  switch (trigger.kind) {
    case 'hazard':
      return {
        clause: ['at a rate per day of'],
        formula: formula(`h = ${expressionTex(scenario, trigger.hazard)}${meanwhile}`),
      };
    case 'chance':
      return {
        clause: ['with a chance per day of q, as the rate'],
        formula: formula(
          `h = -\\ln(1 - q), \\quad q = ${expressionTex(scenario, trigger.chance)}${meanwhile}`,
        ),
      };
    case 'after': {
      const delay = delayWords(scenario, trigger.delay);
      return { clause: say`${delay.words} ${AFTER[from]}${given}`, formula: delay.formula };
    }
    case 'every': {
      const gap = delayWords(scenario, trigger.gap);
      return {
        clause: say`every ${gap.words === '1 day' ? 'day' : gap.words}, ${FROM[from]}${given}`,
        formula: gap.formula,
      };
    }
    case 'when':
      return {
        clause: ['in the first step at whose start it holds that'],
        formula: formula(expressionTex(scenario, trigger.condition)),
      };
    case 'date':
      return { clause: say`on ${dateWords(scenario.time, trigger.day)}${given}`, formula: null };
    default:
      return trigger satisfies never;
  }
}

function delayWords(
  scenario: Scenario,
  delay: Delay,
): { readonly words: string; readonly formula: Block | null } {
  switch (delay.kind) {
    case 'fixed':
      return { words: daysWords(delay.days), formula: null };
    case 'distribution':
      return {
        words: `a random number of days (${distributionWords(delay.distribution, null)})`,
        formula: null,
      };
    case 'expression':
      return {
        words: 'D days',
        formula: formula(`D = ${expressionTex(scenario, delay.expression)}`),
      };
    default:
      return delay satisfies never;
  }
}
