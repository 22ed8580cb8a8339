/** The functions of expressions, and what people write for those there are not. */
import type { FunctionName } from './tree.ts';

/** Functions of numbers: how they are written and how many arguments they take. */
export interface ArithmeticFunction {
  readonly name: FunctionName;
  readonly shape: string;
  readonly least: number;
  readonly most: number;
}

const ARITHMETIC: readonly ArithmeticFunction[] = [
  { name: 'min', shape: 'min(a, b, …)', least: 1, most: Number.POSITIVE_INFINITY },
  { name: 'max', shape: 'max(a, b, …)', least: 1, most: Number.POSITIVE_INFINITY },
  { name: 'abs', shape: 'abs(x)', least: 1, most: 1 },
  { name: 'exp', shape: 'exp(x)', least: 1, most: 1 },
  { name: 'log', shape: 'log(x)', least: 1, most: 1 },
  { name: 'sqrt', shape: 'sqrt(x)', least: 1, most: 1 },
  { name: 'floor', shape: 'floor(x)', least: 1, most: 1 },
  { name: 'clamp', shape: 'clamp(x, low, high)', least: 3, most: 3 },
  { name: 'logistic', shape: 'logistic(x)', least: 1, most: 1 },
  { name: 'ramp', shape: 'ramp(x, from, to)', least: 3, most: 3 },
];

/** Functions whose arguments are names or paths, not values. */
export type PathFunctionName = 'active' | 'days_in' | 'since' | 'times' | 'is' | 'outcome';

export interface PathFunction {
  readonly name: PathFunctionName;
  readonly shape: string;
  readonly arguments: number;
}

const PATHS: readonly PathFunction[] = [
  { name: 'active', shape: 'active(region.stage)', arguments: 1 },
  { name: 'days_in', shape: 'days_in(region.stage)', arguments: 1 },
  { name: 'since', shape: 'since(region.happening)', arguments: 1 },
  { name: 'times', shape: 'times(region.happening)', arguments: 1 },
  { name: 'is', shape: 'is(parameter, choice)', arguments: 2 },
  { name: 'outcome', shape: 'outcome(name)', arguments: 1 },
];

export const ARITHMETIC_FUNCTIONS: ReadonlyMap<string, ArithmeticFunction> = new Map(
  ARITHMETIC.map((row) => [row.name, row]),
);
export const PATH_FUNCTIONS: ReadonlyMap<string, PathFunction> = new Map(PATHS.map((row) => [row.name, row]));

/** Every function of the language, in the order in which the reference lists them; none may name an entry. */
export const FUNCTION_NAMES: readonly string[] = [...ARITHMETIC, ...PATHS].map(({ name }) => name);

/** How a function of the language is written, or null. */
export const shapeOf = (name: string): string | null =>
  (ARITHMETIC_FUNCTIONS.get(name) ?? PATH_FUNCTIONS.get(name))?.shape ?? null;

const NO_ANGLES =
  'there are no angles in this language; `ramp(x, from, to)` rises and `c ? a : b` alternates';

/** What to write for functions that other languages have. */
export const FOREIGN_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['pow', 'write a power as `x ^ y`'],
  ['power', 'write a power as `x ^ y`'],
  ['square', 'write `x ^ 2`'],
  ['round', 'write `floor(x + 0.5)`'],
  ['int', 'write `floor(x)`'],
  ['trunc', 'write `floor(x)`'],
  ['ceil', 'write `-floor(-x)`'],
  ['ceiling', 'write `-floor(-x)`'],
  ['ln', 'write `log(x)`: it is the natural logarithm'],
  ['log10', 'write `log(x) / log(10)`'],
  ['log2', 'write `log(x) / log(2)`'],
  ['sigmoid', 'write `logistic(x)`'],
  ['if', 'write a choice as `condition ? a : b`'],
  ['ifelse', 'write a choice as `condition ? a : b`'],
  ['iif', 'write a choice as `condition ? a : b`'],
  ['sum', 'write `a + b`; `sum(…)` runs over the members of a set, as in `sum(size_{service})`'],
  ['mean', 'write `(a + b) / 2`'],
  ['avg', 'write `(a + b) / 2`'],
  ['average', 'write `(a + b) / 2`'],
  ['sign', 'write `x > 0 ? 1 : x < 0 ? -1 : 0`'],
  ['random', 'luck comes in by hazards, chances, noise and distributions'],
  ['rand', 'luck comes in by hazards, chances, noise and distributions'],
  ['count', 'write `times(happening)`'],
  ['happened', 'write `times(happening) > 0`'],
  ['in_stage', 'write `active(path)`'],
  ['sin', NO_ANGLES],
  ['cos', NO_ANGLES],
  ['tan', NO_ANGLES],
  ['mod', 'write `x - y * floor(x / y)` for a remainder'],
]);

/** What to write for constants and clocks that other languages have. */
export const FOREIGN_VALUES: ReadonlyMap<string, string> = new Map([
  ['pi', 'write the number: 3.141592653589793'],
  ['e', 'write `exp(1)`'],
  ['t', 'write `day` for the days since the start'],
  ['time', 'write `day` for the days since the start'],
  ['today', 'write `day` for the days since the start'],
  ['step', 'write `dt` for the days in a step'],
]);
