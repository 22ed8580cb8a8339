/**
 * The one table of diagnostics. To add one: add a row in the group it belongs to, and a bad file of that name in
 * test/errors. The documentation page, the type `DiagnosticCode` and the severity all come from here.
 */

export type Severity = 'error' | 'warning';

export interface CodeRow {
  readonly severity: Severity;
  /** `file`: found by reading a scenario; `experiment`: an experiment's file; `run`: only the values of one run show it. */
  readonly found: 'file' | 'experiment' | 'run';
  /** One line for the documentation: what it means, without the particulars of a case. */
  readonly meaning: string;
}

const error = (meaning: string): CodeRow => ({ severity: 'error', found: 'file', meaning });
const warning = (meaning: string): CodeRow => ({ severity: 'warning', found: 'file', meaning });
const runFault = (meaning: string): CodeRow => ({ severity: 'error', found: 'run', meaning });

export const CODES = {
  // The file itself
  'file-missing': error('The file, or one that it extends, cannot be read.'),
  'file-too-large': error('The file is larger than a scenario may be.'),
  'binary-file': error('The file is not text.'),
  'not-utf8': error('The text is not encoded as UTF-8.'),
  'empty-file': error('There is nothing in the file.'),
  'yaml-syntax': error('The text does not follow the rules of YAML.'),
  'yaml-feature': error('A feature of YAML that scenarios do not use, such as a tag or a second document.'),
  'alias-limit': error('YAML aliases would repeat more text than is allowed.'),
  'too-deep': error('Entries are nested deeper than is allowed.'),
  'duplicate-key': error('The same key stands twice in one mapping.'),
  'language-version': error('The file does not say `juncture: 1`, or asks for a version this program lacks.'),

  // Files made of files
  'extends-cycle': error('Files extend each other in a circle.'),
  'extends-fault': error('`extends`, `before` or a removing `null` names something that is not there.'),
  'inherited-centre': error('A new baseline stands under an inherited distribution that has its own centre.'),

  // Sets
  'set-fault': error('A set is empty, too large, or not a list of names.'),
  'set-misplaced': error('A `{set}` stands where it has no meaning, or names no set.'),
  'set-order': error('An explicit key stands before the pattern that makes the same entry.'),

  // Shape
  'unknown-key': error('This place knows no such key.'),
  'missing-key': error('A key that this place needs is missing.'),
  'wrong-type': error('The value is of another kind than this place takes.'),
  'exclusive-keys': error('Keys that exclude each other stand together.'),
  'several-triggers': error('More than one trigger, where exactly one is wanted.'),
  'no-trigger': error('No trigger, where exactly one is wanted.'),
  'bad-name': error('A name is not made of lower-case letters, digits and underscores.'),
  'reserved-name': error('A name that YAML or the language uses for something else.'),
  'duplicate-name': error('Two entries that share a space of names have the same name.'),
  'bad-date': error('A date is not ISO 8601 without a zone, or does not exist.'),
  'bad-duration': error('A duration is not a number of hours, days or weeks, or is not positive.'),
  'bad-number': error('A number is not finite, or outside what this place takes.'),

  // Names and references
  'unknown-name': error('Nothing has this name.'),
  'ambiguous-name': error('Several things have this name.'),
  'unknown-target': error('No stage has this name or path.'),
  'source-not-listed': error('A source is cited that is not under `sources`.'),
  'site-collision': error('Two paths would draw the same luck; one of them needs another name.'),

  // Expressions
  'expression-syntax': error('An expression is incomplete or badly built.'),
  'expression-forbidden': error('An expression uses something outside the language of expressions.'),
  'expression-type': error('A number stands where a yes or no is wanted, or the other way round.'),
  'expression-arguments': error('A function has too few or too many arguments, or not the ones it takes.'),
  'expression-scope': error('A name or function that exists, but may not be read in this place.'),
  'expression-too-long': error('An expression is longer than is allowed.'),
  'expression-too-deep': error('An expression is nested deeper than is allowed.'),
  'auxiliary-cycle': error('Auxiliaries need each other in a circle.'),

  // Numbers that mean something
  'impossible-distribution': error('No distribution has these numbers, or it has no mass in the range.'),
  'baseline-outside-range': error('The baseline lies outside the range.'),
  'value-outside-range': error('A value is set outside the range of its parameter.'),
  'bad-range': error('A range or a bound has its ends the wrong way round.'),
  'bad-correlation': error('A correlation is not of two parameters, not within (-1, 1), or given twice.'),
  'correlation-not-positive-definite': error('The rank correlations contradict each other.'),
  'step-does-not-divide': error('The step does not divide the horizon.'),
  'date-outside-clock': error('A date lies before the start or not before the end.'),

  // What the chart means
  'several-targets': error('Two targets of one list lie in the same region.'),
  'outcome-at-start': error('An initial stage has an outcome: the run would end before it began.'),
  'effect-twice': error('One list of effects both sets and adds to a variable.'),
  'option-missing': error('A variant or a setting takes every option of a decision away.'),
  'bad-promise': error('A promise asks for something that cannot be checked.'),
  'unreachable-stage': warning('Nothing leads to this stage.'),
  'no-way-out': warning('A stage has no transition out of it and no outcome.'),
  'outcome-unreached': warning('No stage and no horizon gives this outcome.'),
  'outcome-shadowed': warning('An earlier `at_horizon` always takes the runs this outcome waits for.'),
  'options-all-unavailable': warning('All options of a decision can be unavailable at once.'),
  'correlation-without-effect': warning('A correlated parameter is not drawn.'),
  'since-without-times': warning(
    '`since(x) > c` also holds when x never happened; `times(x) > 0` is missing.',
  ),
  'next-without-dt': warning('A `next` that reads no `dt` changes its meaning with the step.'),
  'unread-name': warning('Nothing reads this entry; it is only reported.'),
  'decision-not-asked': warning('Nothing asks this decision.'),
  'sure-fault': warning('A constant is not what its place takes: every run that comes to it stops.'),
  unsourced: warning('A parameter, hazard or decision says nothing of where it comes from.'),

  // Found in an experiment's file
  'bad-experiment': {
    severity: 'error',
    found: 'experiment',
    meaning: 'An experiment asks for something that its question does not take.',
  },

  // Found in a run
  'not-finite': runFault('An expression, or a variable, became infinite or not a number.'),
  'negative-hazard': runFault('A hazard became negative.'),
  'chance-outside': runFault('A chance per day left the range from 0 to 1.'),
  'negative-weight': runFault('The weight of an option became negative.'),
  'zero-weights': runFault('The weights of all available options sum to 0.'),
  'gap-not-positive': runFault('The gap of an `every` was 0 or negative.'),
  'every-too-often': runFault('An `every` fell due more than 10,000 times in one step.'),
} as const satisfies Record<string, CodeRow>;

export type DiagnosticCode = keyof typeof CODES;
