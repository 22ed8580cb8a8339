/** Settings as a scenario file of their own: a variant that extends the scenario it was built on. */
import {
  type FixedOption,
  formatDate,
  type Scenario,
  type Settings,
  type Variant,
} from '../scenario/index.ts';

export interface VariantFile {
  readonly scenario: Scenario;
  readonly settings: Settings;
  /** Path of the scenario's file as seen from where this one will lie. */
  readonly base: string;
  /** Name of the variant: letters, digits and underscores. */
  readonly name: string;
  readonly label: string;
}

/** A scalar that any YAML reader takes for what it is: numbers bare, everything else as JSON writes it. */
const scalar = (value: number | string): string =>
  typeof value === 'number' ? String(value) : JSON.stringify(value);

/** The YAML text. What the settings' own variant says is taken in, so that the new one stands alone. */
export function variantFile({ scenario, settings, base, name, label }: VariantFile): string {
  const from = scenario.variants.find((variant) => variant.name === settings.variant) ?? null;
  const set = { ...heldAtBaseline(scenario, settings), ...variantSet(scenario, from), ...settings.set };
  const decide = { ...variantDecisions(scenario, from), ...ownDecisions(settings) };
  const left = [
    ...new Set([
      ...(from?.without ?? []).map((index) => scenario.happenings[index]!.path),
      ...settings.without,
    ]),
  ];
  const initial = (from?.initial ?? []).map(({ region, stage }): [string, string] => {
    const { name: regionName } = scenario.regions[region]!;
    return [regionName, scenario.stages[stage]!.path.slice(regionName.length + 1)];
  });
  const section = (key: string, entries: readonly (readonly [string, string])[]): string =>
    entries.length === 0
      ? ''
      : `    ${key}:\n${entries.map(([entry, value]) => `      ${entry}: ${value}\n`).join('')}`;
  const parts = [
    section(
      'set',
      Object.entries(set).map(([entry, value]) => [entry, scalar(value)]),
    ),
    section('decide', Object.entries(decide)),
    left.length === 0 ? '' : `    without: [${left.map(scalar).join(', ')}]\n`,
    section(
      'initial',
      initial.map(([region, stage]) => [region, scalar(stage)]),
    ),
  ].join('');
  return `# A variant of ${scenario.id}, built in the lab. Everything else is as in the file it extends.
juncture: 1
extends: ${scalar(base)}
variants:
  ${name}:
    label: ${scalar(label)}
${parts}`;
}

type Held = Readonly<Record<string, number | string>>;

const said = (scenario: Scenario, parameter: number, value: number): number | string =>
  scenario.parameters[parameter]!.choices?.[value] ?? value;

const heldAtBaseline = (scenario: Scenario, { atBaseline }: Settings): Held =>
  atBaseline
    ? Object.fromEntries(
        scenario.parameters.map(({ name, index, baseline }) => [name, said(scenario, index, baseline)]),
      )
    : {};

const variantSet = (scenario: Scenario, variant: Variant | null): Held =>
  Object.fromEntries(
    (variant?.set ?? []).map(({ parameter, value }) => [
      scenario.parameters[parameter]!.name,
      said(scenario, parameter, value),
    ]),
  );

const ownDecisions = ({ decide }: Settings): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(decide).map(([decision, option]) => [decision, scalar(option)]));

function variantDecisions(scenario: Scenario, variant: Variant | null): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (variant?.decide ?? []).map(({ decision, fixed }) => {
      const { name, options } = scenario.decisions[decision]!;
      return [name, fixedText(scenario, options[fixed.option]!.name, fixed)];
    }),
  );
}

/** The option, with the dates it is fixed between where they are not the whole run. */
function fixedText({ time }: Scenario, option: string, { fromStep, untilStep }: FixedOption): string {
  const date = (step: number): string => {
    const text = formatDate(time, step * time.stepDays);
    // A date alone would be the whole day, also where a day has several steps.
    return text.includes('T') ? text : `${text}T00:00`;
  };
  const parts = [
    `option: ${scalar(option)}`,
    ...(fromStep > 0 ? [`from: ${date(fromStep)}`] : []),
    ...(untilStep < time.steps - 1 ? [`until: ${date(untilStep)}`] : []),
  ];
  return parts.length === 1 ? scalar(option) : `{ ${parts.join(', ')} }`;
}
