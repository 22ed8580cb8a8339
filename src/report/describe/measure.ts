/** What a measure is, in words. */
import type { Measure, MeasureRule, Scenario } from '../../scenario/index.ts';
import { code, type Line, say } from '../document/index.ts';
import { called } from './entry.ts';

const OF: Readonly<Record<'final' | 'min' | 'max' | 'mean' | 'total' | 'day_of_max', string>> = {
  final: 'at the end of the run, ',
  min: 'the smallest of ',
  max: 'the largest of ',
  mean: 'the mean over the run of ',
  total: 'the sum over the days of the run of ',
  day_of_max: 'the first day of the largest of ',
};

/** The same of a yes or no. */
const WHETHER: Readonly<Partial<Record<MeasureRule['kind'], string>>> = {
  final: 'whether, at the end of the run, ',
  min: 'whether, at all times, ',
  max: 'whether, at any time, ',
  mean: 'the share of the run in which ',
  total: 'the days on which ',
};

export function measureLine(scenario: Scenario, { rule }: Pick<Measure, 'rule'>): Line {
  switch (rule.kind) {
    case 'final':
    case 'min':
    case 'max':
    case 'mean':
    case 'total':
    case 'day_of_max':
      return say`${(rule.expression.type === 'boolean' ? WHETHER[rule.kind] : undefined) ?? OF[rule.kind]}${code(rule.expression.text)}`;
    case 'total_days_in':
      return say`the days spent in ${called(scenario.stages[rule.stage]!)}`;
    case 'count':
      return say`how often ${called(scenario.happenings[rule.happening]!)} happened`;
    case 'first_day':
    case 'last_day': {
      const which = rule.kind === 'first_day' ? 'the first day' : 'the last day';
      switch (rule.of.kind) {
        case 'stage':
          return say`${which} in ${called(scenario.stages[rule.of.stage]!)}`;
        case 'happening':
          return say`${which} on which ${called(scenario.happenings[rule.of.happening]!)} happened`;
        case 'expression':
          return say`${which} on which ${code(rule.of.expression.text)}`;
        default:
          return rule.of satisfies never;
      }
    }
    default:
      return rule satisfies never;
  }
}
