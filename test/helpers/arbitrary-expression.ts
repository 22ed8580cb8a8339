/** Random expressions in the language's own text, of every node, function and name it has. */

/** Where a random scenario's choices come from: a seed, or fast-check, which can shrink them. */
export interface Chooser {
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number;
}

export const chance = (c: Chooser, percent: number): boolean => c.int(0, 99) < percent;

export const pick = <T>(c: Chooser, list: readonly T[]): T => list[c.int(0, list.length - 1)] as T;

/** A number with three decimals. */
export const decimal = (c: Chooser, low: number, high: number): number =>
  c.int(Math.round(low * 1000), Math.round(high * 1000)) / 1000;

export const many = <T>(c: Chooser, low: number, high: number, make: (index: number) => T): T[] =>
  Array.from({ length: c.int(low, high) }, (_, index) => make(index));

/** What an expression may name. */
export interface Scope {
  readonly numbers: readonly string[];
  readonly booleans: readonly string[];
  /** `is(sponsor, gangs)` and the like. */
  readonly choices: readonly string[];
  /** Empty where only parameters may be read. */
  readonly stages: readonly string[];
  readonly happenings: readonly string[];
  readonly clock: boolean;
}

const literal = (c: Chooser): string =>
  pick(c, [
    '0',
    '1',
    '2',
    '0.5',
    '3',
    '10',
    String(decimal(c, 0, 2)),
    String(decimal(c, 0, 20)),
    '0.001',
    '1e3',
  ]);

function numberLeaf(c: Chooser, scope: Scope): string {
  const kinds: (() => string)[] = [() => literal(c)];
  if (scope.numbers.length > 0) {
    kinds.push(...Array.from({ length: 4 }, () => () => pick(c, scope.numbers)));
  }
  if (scope.clock)
    kinds.push(
      () => 'day',
      () => 'dt',
    );
  if (scope.stages.length > 0) kinds.push(() => `days_in(${pick(c, scope.stages)})`);
  if (scope.happenings.length > 0) {
    kinds.push(
      () => `since(${pick(c, scope.happenings)})`,
      () => `times(${pick(c, scope.happenings)})`,
    );
  }
  return pick(c, kinds)();
}

/** A number that may be anything: infinite now and then, which is part of the test. */
export function numberText(c: Chooser, scope: Scope, depth: number): string {
  if (depth <= 0) return numberLeaf(c, scope);
  const number = (): string => numberText(c, scope, depth - 1);
  const truth = (): string => booleanText(c, scope, depth - 1);
  const kinds: readonly (() => string)[] = [
    () => numberLeaf(c, scope),
    () => `(${number()} ${pick(c, ['+', '-', '*'])} ${number()})`,
    () => `(${number()} ${pick(c, ['+', '-', '*'])} ${number()})`,
    () => `(${number()} / (1 + abs(${number()})))`,
    () => `(${number()} * (${truth()}))`,
    () => `-(${number()})`,
    () => `(abs(${number()}) ^ ${pick(c, ['2', '3', '0.5', '0', '1.5', '-1', '-2', '5', '20', number()])})`,
    () => `(${number()} ^ ${pick(c, ['2', '3', '1', '4'])})`,
    () => `min(${number()}, ${number()})`,
    () => `max(${number()}, ${number()}, ${number()})`,
    () => `abs(${number()})`,
    () => `exp(-abs(${number()}))`,
    () => `exp(clamp(${number()}, -5, 3))`,
    () => `log(1 + abs(${number()}))`,
    () => `sqrt(abs(${number()}))`,
    () => `floor(${number()})`,
    () => `clamp(${number()}, ${pick(c, ['0', '-1', number()])}, ${pick(c, ['1', '2', number()])})`,
    () => `logistic(${number()})`,
    () => `ramp(${number()}, ${decimal(c, 0, 1)}, ${decimal(c, 1.5, 4)})`,
    () => `(${truth()} ? ${number()} : ${number()})`,
  ];
  return pick(c, kinds)();
}

export function booleanText(c: Chooser, scope: Scope, depth: number): string {
  const number = (): string => numberText(c, scope, Math.max(0, depth - 1));
  const comparison = (): string => pick(c, ['<', '<=', '>', '>=', '==', '!=']);
  const kinds: (() => string)[] = [
    () => `(${number()} ${comparison()} ${number()})`,
    () => `(${number()} ${comparison()} ${number()})`,
    () => pick(c, ['true', 'false']),
  ];
  if (scope.stages.length > 0)
    kinds.push(
      () => `active(${pick(c, scope.stages)})`,
      () => `active(${pick(c, scope.stages)})`,
    );
  if (scope.choices.length > 0) kinds.push(() => pick(c, scope.choices));
  if (scope.booleans.length > 0) kinds.push(() => pick(c, scope.booleans));
  if (depth > 0) {
    const truth = (): string => booleanText(c, scope, depth - 1);
    kinds.push(
      () => `(${number()} ${comparison()} ${number()} ${comparison()} ${number()})`,
      () => `(${truth()} and ${truth()})`,
      () => `(${truth()} or ${truth()})`,
      () => `(not (${truth()}))`,
      () => `(${truth()} ? ${truth()} : ${truth()})`,
    );
  }
  return pick(c, kinds)();
}

/** A number in a range, whatever it reads; rarely one that is not. */
export function boundedText(c: Chooser, scope: Scope, depth: number, low: number, high: number): string {
  if (chance(c, 2)) return numberText(c, scope, depth);
  if (chance(c, 20)) return String(decimal(c, low, high));
  return `clamp(${numberText(c, scope, depth)}, ${low}, ${decimal(c, (low + high) / 2, high)})`;
}
