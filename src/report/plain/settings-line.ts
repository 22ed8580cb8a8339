/** What the user changed for a result: `variant loyal_police · loyalty = 0.3 · restore: negotiate · without oil_falls`. */
import type { Manifest } from '../../experiment/index.ts';
import { clean } from '../text/index.ts';

type Settings = Pick<Manifest, 'variant' | 'set' | 'decide' | 'without' | 'at_baseline'>;

/** Empty where the scenario is as its file says. */
export function settingsLine({ variant, set, decide, without, at_baseline }: Settings): string {
  const parts = [
    ...(variant === null ? [] : [`variant ${variant}`]),
    ...(at_baseline ? ['all at the baseline'] : []),
    ...Object.entries(set).map(([name, value]) => `${name} = ${value}`),
    ...Object.entries(decide).map(([name, option]) => `${name}: ${option}`),
    ...without.map((path) => `without ${path}`),
  ];
  return parts.map(clean).join(' · ');
}

/** A seed of blanks is one like any other, and must not look like a line that broke off. */
export const seedWords = (seed: string): string =>
  `seed ${seed.trim() === '' ? `'${clean(seed)}'` : clean(seed)}`;
