/** What a promise says, in a sentence without its reason. */
import type {
  Bound,
  OutcomeSet,
  PromiseRule,
  PromiseSide,
  Scenario,
  ScenarioPromise,
} from '../../scenario/index.ts';
import { code, emphasis, joined, type Line, listed, say } from '../document/index.ts';
import { called } from './entry.ts';
import { counted, daysWords, figure, percentage } from './figures.ts';

/** `1 % to 15 % of the runs end in *Removed by insiders*.` */
export function promiseLine(scenario: Scenario, { rule, given }: ScenarioPromise): Line {
  const selected: Line = given === null ? [] : say`, among the runs with ${code(given.text)}`;
  return say`${ruleLine(scenario, rule)}${selected}.`;
}

const boundWords = (bound: Bound, write: (value: number) => string): string => {
  if (bound.kind === 'equals') return `${write(bound.value)} (to within ${write(bound.within)})`;
  if (bound.high === Infinity) return `at least ${write(bound.low)}`;
  if (bound.low === -Infinity) return `at most ${write(bound.high)}`;
  return `${write(bound.low)} to ${write(bound.high)}`;
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `*Held alone* or *The regime falls*`, `an outcome other than *Held alone*`. */
function ofOutcomes({ outcomes: all }: Scenario, { outcomes, negated }: OutcomeSet): Line {
  if (!negated)
    return listed(
      outcomes.map((index) => called(all[index]!)),
      'or',
    );
  const left = all.filter(({ index }) => !outcomes.includes(index));
  return say`an outcome other than ${listed(left.map(called), 'or')}`;
}

/** `under the variant *No foreign troops*`; nothing for the file as it is. */
function atLine(scenario: Scenario, { scenario: file, variant, decide }: PromiseSide): Line {
  const own = file === null ? scenario : scenario.compared[file]!;
  const found = own.variants.find(({ name }) => name === variant);
  const under: Line[] = [
    ...(variant === null ? [] : [say`the variant ${emphasis(found?.label ?? variant)}`]),
    ...decide.map(({ decision, fixed }): Line => {
      const { label, options } = own.decisions[decision]!;
      return say`the decision ${emphasis(label)} fixed as ${emphasis(options[fixed.option]!.label)}`;
    }),
  ];
  const parts = [
    ...(file === null ? [] : [say`in the scenario ${code(own.id)}`]),
    ...(under.length === 0 ? [] : [say`under ${listed(under)}`]),
  ];
  return joined(parts, ' ');
}

/** The same with a blank before it, where there is something. */
function underLine(scenario: Scenario, side: PromiseSide): Line {
  const at = atLine(scenario, side);
  return at.length === 0 ? [] : [' ', ...at];
}

/** The same where nothing is said of the file as it is. */
function sideLine(scenario: Scenario, side: PromiseSide): Line {
  const at = atLine(scenario, side);
  return at.length === 0 ? ['in the scenario as it is'] : at;
}

function ruleLine(scenario: Scenario, rule: PromiseRule): Line {
  switch (rule.kind) {
    case 'outcome':
      return say`${capital(boundWords(rule.bound, percentage))} of the runs${underLine(scenario, rule.side)} end in ${ofOutcomes(scenario, rule.of)}`;
    case 'contrast': {
      const than = listed(rule.than.map(({ side }) => sideLine(scenario, side)));
      return say`It is ${rule.direction} likely that a run ends in ${ofOutcomes(scenario, rule.of)} ${sideLine(scenario, rule.side)} than ${than}`;
    }
    case 'mean': {
      const measure = scenario.measures[rule.measure]!;
      if (measure.boolean) {
        return say`In ${boundWords(rule.bound, percentage)} of the runs${underLine(scenario, rule.side)} it holds that: ${called(measure)}`;
      }
      return say`The mean of ${called(measure)}${underLine(scenario, rule.side)} is ${boundWords(rule.bound, figure)}`;
    }
    case 'quantiles': {
      const levels = rule.quantiles.map(
        ({ level, low, high }): Line => [`${percentage(level)} in ${figure(low)} to ${figure(high)}`],
      );
      return say`The quantiles of ${called(scenario.measures[rule.measure]!)}${underLine(scenario, rule.side)} lie at ${listed(levels)}`;
    }
    case 'near': {
      const happening = called(scenario.happenings[rule.happening]!);
      const other = called(scenario.happenings[rule.other]!);
      return say`In ${boundWords(rule.bound, percentage)} of the runs${underLine(scenario, rule.side)}, ${happening} comes within ${daysWords(rule.days)} of ${other}`;
    }
    case 'timeline':
      return say`Each of ${counted(rule.entries.length, 'entry', 'entries')} of the timeline lies in the central ${percentage(rule.inside)} of the runs${underLine(scenario, rule.side)} that have it`;
    case 'log_odds': {
      const parameter = scenario.parameters[rule.parameter]!;
      return say`The log-odds of ${ofOutcomes(scenario, rule.of)}${underLine(scenario, rule.side)} change by ${boundWords(rule.bound, figure)} per unit of ${called(parameter)}, between ${figure(rule.from)} and ${figure(rule.to)}`;
    }
    case 'odds_ratio':
      return say`The odds of ${ofOutcomes(scenario, rule.of)} ${sideLine(scenario, rule.side)} over those ${sideLine(scenario, rule.against.side)} are ${boundWords(rule.bound, figure)}`;
    default:
      return rule satisfies never;
  }
}
