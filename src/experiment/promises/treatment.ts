/** Treatments: what runs are made of for the sides of promises. Equal sides are one treatment, run once. */
import {
  NO_SETTINGS,
  type Point,
  type PromiseSide,
  resolvePoint,
  type Scenario,
  type Settings,
} from '../../scenario/index.ts';

/** A parameter held beyond the side's variant. */
export interface Held {
  readonly parameter: number;
  readonly value: number;
}

export interface Treatment {
  /** Equal for equal treatments. */
  readonly key: string;
  /** Index in `compared`; null for the scenario itself. */
  readonly file: number | null;
  readonly point: Point;
  /** What a person types to get the same. */
  readonly settings: Settings;
}

export const fileOf = (scenario: Scenario, file: number | null): Scenario =>
  file === null ? scenario : (scenario.compared[file] as Scenario);

/** @throws Error where the side does not fit the scenario, which the check has ruled out. */
export function treatmentOfSide(
  scenario: Scenario,
  { scenario: file, variant, decide }: PromiseSide,
  held: Held | null = null,
): Treatment {
  const own = fileOf(scenario, file);
  const optionName = ({ decision, fixed }: PromiseSide['decide'][number]): readonly [string, string] => {
    const { name, options } = own.decisions[decision]!;
    return [name, options[fixed.option]!.name];
  };
  const settings: Settings = {
    ...NO_SETTINGS,
    variant,
    set: held === null ? {} : { [own.parameters[held.parameter]!.name]: held.value },
    decide: Object.fromEntries(decide.map(optionName)),
  };
  const { point, diagnostics } = resolvePoint(own, settings);
  if (point === null) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  const fixedIn = new Map(decide.map(({ decision, fixed }) => [decision, fixed]));
  const decisions = point.decisions.map((fixed, index) => fixedIn.get(index) ?? fixed);
  const key = JSON.stringify([file, variant, decide, held]);
  return { key, file, point: { ...point, decisions }, settings };
}
