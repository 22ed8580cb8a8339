/** Words of scenarios as labels of figures: cleaned, short, and no two the same. */
import { clean, cutToEms } from '../text/index.ts';

/** Widest label beside a plot, in heights of its letters. */
export const LABEL_EMS = 21;

/** As a label, cleaned and short. */
export const short = (text: string, ems = LABEL_EMS): string => {
  const label = cutToEms(clean(text), ems);
  return label === '' ? '(no name)' : label;
};

/** Labels that a scale can take for names: the second of two that look alike gets a number. */
export function distinctLabels(texts: readonly string[], ems = LABEL_EMS): readonly string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const label = short(text, ems);
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    return times === 1 ? label : `${label} (${times})`;
  });
}

/** `First, second and third`; long lists end in how many more. */
export function listed(texts: readonly string[], most = 4): string {
  const shown = texts.slice(0, most);
  const rest = texts.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
