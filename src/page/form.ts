/** The form of assumptions: what it says, and how it is made to say a question. */
import type { SimulationResult } from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { numberOrName } from './address.ts';
import type { Question } from './messages.ts';

type Field = HTMLInputElement | HTMLSelectElement;

const all = <Element extends HTMLElement>(form: HTMLElement, data: string): readonly Element[] => [
  ...form.querySelectorAll<Element>(`[data-${data}]`),
];

const optional = <Element extends HTMLElement>(id: string): Element | null =>
  document.getElementById(id) as Element | null;

/** What the form says. */
export function readForm(form: HTMLElement): Question {
  const entries = (data: 'set' | 'decide'): readonly (readonly [string, string])[] =>
    all<Field>(form, data)
      .filter(({ value }) => value !== '')
      .map((field) => [field.dataset[data]!, field.value]);
  return {
    settings: {
      variant: optional<HTMLSelectElement>('variant')?.value || null,
      set: Object.fromEntries(entries('set').map(([name, value]) => [name, numberOrName(value)])),
      decide: Object.fromEntries(entries('decide')),
      without: all<HTMLInputElement>(form, 'without')
        .filter(({ checked }) => !checked)
        .map(({ dataset }) => dataset.without!)
        .concat((form.dataset.kept ?? '').split(',').filter((path) => path !== '')),
      atBaseline: optional<HTMLInputElement>('at-baseline')?.checked ?? false,
    },
    seed: optional<HTMLInputElement>('seed')!.value,
    runs: Number(optional<HTMLSelectElement>('runs')!.value),
  };
}

/** Makes the form say a question. */
export function writeForm(form: HTMLElement, scenario: Scenario, { settings, seed, runs }: Question): void {
  const variant = optional<HTMLSelectElement>('variant');
  if (variant !== null) variant.value = settings.variant ?? '';
  const baseline = optional<HTMLInputElement>('at-baseline');
  if (baseline !== null) baseline.checked = settings.atBaseline;
  for (const field of all<Field>(form, 'set')) {
    const value = settings.set[field.dataset.set!];
    field.value = value === undefined ? '' : String(value);
  }
  for (const field of all<Field>(form, 'decide')) field.value = settings.decide[field.dataset.decide!] ?? '';
  const shocks = new Set(scenario.shocks.map(({ name }) => name));
  for (const field of all<HTMLInputElement>(form, 'without'))
    field.checked = !settings.without.includes(field.dataset.without!);
  // Transitions and options that are left out have no box of their own.
  form.dataset.kept = settings.without.filter((path) => !shocks.has(path)).join(',');
  optional<HTMLInputElement>('seed')!.value = seed;
  const counts = optional<HTMLSelectElement>('runs')!;
  if (![...counts.options].some(({ value }) => value === String(runs)))
    counts.add(new Option(String(runs), String(runs)));
  counts.value = String(runs);
  followSliders(form, scenario, settings.variant);
}

/** Sliders stand where their value is: the one set, else the variant's, else the baseline. */
export function followSliders(form: HTMLElement, scenario: Scenario, variant: string | null): void {
  const set = scenario.variants.find(({ name }) => name === variant)?.set ?? [];
  for (const slider of all<HTMLInputElement>(form, 'slide')) {
    const parameter = scenario.parameters.find(({ name }) => name === slider.dataset.slide);
    if (parameter === undefined) continue;
    const typed = fieldOf(form, parameter.name)?.value ?? '';
    const held = set.find((entry) => entry.parameter === parameter.index)?.value ?? parameter.baseline;
    slider.value = typed === '' ? String(held) : typed;
  }
  for (const field of all<Field>(form, 'set')) {
    const isSet = field.value !== '';
    field.closest('.assumption')?.classList.toggle('set', isSet);
    const button = form.querySelector<HTMLButtonElement>(`[data-free="${field.dataset.set}"]`);
    if (button !== null) button.hidden = !isSet;
  }
}

export const fieldOf = (form: HTMLElement, parameter: string): Field | null =>
  form.querySelector<Field>(`[data-set="${parameter}"]`);

/** Says how each assumption is treated now. */
export function showTreatments(form: HTMLElement, { parameters }: SimulationResult): void {
  for (const { id, treatment } of parameters) {
    const place = form.querySelector(`[data-treatment="${id}"]`);
    if (place !== null) place.textContent = treatment;
  }
}
