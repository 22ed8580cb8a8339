/** What stands on a link or in a box, short; the whole of it is in the tooltip. */
import type { Estimate } from '../../analysis/index.ts';
import {
  type Delay,
  formatDate,
  type Option,
  type Scenario,
  type Stage,
  type Trigger,
} from '../../scenario/index.ts';
import { daysInWords, triggerInWords } from '../../statechart/index.ts';
import { clean, cleanParagraph, perCent } from '../text/index.ts';
import type { TextLine } from './figure.ts';
import { type TextLook, widthOf, wrapped } from './text-size.ts';

/** Longer conditions are left to the tooltip, pixels. */
const WIDEST_CONDITION = 130;
const NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)$/;
const MIDNIGHT = 'T00:00';
const LONGEST_TOOLTIP = 600;

/** `after 2 days`, `10 % a day`, `when anger < 0.4`; null where only a formula would say it. */
export function shortTrigger(scenario: Scenario, trigger: Trigger): string | null {
  switch (trigger.kind) {
    case 'hazard':
      return NUMBER.test(trigger.hazard.text) ? `${trigger.hazard.text} a day` : null;
    case 'chance':
      return NUMBER.test(trigger.chance.text) ? `chance ${trigger.chance.text} a day` : null;
    case 'after':
      return delayed('after', trigger.delay);
    case 'every':
      return delayed('every', trigger.gap);
    case 'when': {
      const text = clean(`when ${trigger.condition.text}`);
      return widthOf(text, 'faint') <= WIDEST_CONDITION ? text : null;
    }
    case 'date':
      return `on ${formatDate(scenario.time, trigger.day).replace(MIDNIGHT, '')}`;
    default:
      return trigger satisfies never;
  }
}

function delayed(word: 'after' | 'every', delay: Delay): string | null {
  if (delay.kind === 'fixed') {
    const days = daysInWords(delay.days);
    return `${word} ${word === 'every' && days === '1 day' ? 'day' : days}`;
  }
  if (delay.kind === 'expression') return null;
  const { distribution } = delay;
  if ('low' in distribution) return `${word} ${distribution.low} to ${distribution.high} days`;
  return `${word} a random time`;
}

/** `Violence hijacks the protest: hazard 0.9 * gang_push`, with the entry's note below. */
export function tooltip(
  scenario: Scenario,
  entry: { readonly label: string; readonly note: string | null },
  trigger: Trigger | null,
): string {
  const due = trigger === null ? '' : `: ${triggerInWords(scenario, trigger)}`;
  const note = entry.note === null ? '' : `\n${cleanParagraph(entry.note)}`;
  return shortened(`${cleanParagraph(entry.label)}${due}${note}`);
}

/** `The palace: Open split`. */
export const placeInWords = (scenario: Scenario, stage: Stage): string =>
  clean(`${scenario.regions[stage.region]!.label}: ${stage.label}`);

/** The option with where it leads and what it depends on. */
export function optionTooltip(
  scenario: Scenario,
  { label, weight, available, note, targets }: Option,
): string {
  const leads = targets.map((target) => ` ⇒ ${placeInWords(scenario, scenario.stages[target]!)}`).join('');
  const conditions = [
    ...(weight === null ? [] : [`weight ${weight.text}`]),
    ...(available === null ? [] : [`if ${available.text}`]),
  ];
  const depends = conditions.length === 0 ? '' : `: ${conditions.join(', ')}`;
  const said = note === null ? '' : `\n${note}`;
  return shortened(`${label}${leads}${depends}${said}`.split('\n').map(cleanParagraph).join('\n'));
}

export const shortened = (text: string): string =>
  text.length <= LONGEST_TOOLTIP ? text : `${[...text].slice(0, LONGEST_TOOLTIP).join('')}…`;

/** A text wrapped into lines of one look. */
/** Widest label of an arrow, pixels. */
export const LABEL_WIDTH = 118;

export const linesOf = (text: string, look: TextLook, width: number, most: number): readonly TextLine[] =>
  wrapped(text, width, look, most).map((line) => ({ text: line, look }));

/** By path of a happening, the share of runs in which it happened; null without runs. */
export type Taken = ReadonlyMap<string, Estimate> | null;

/** A happening and how often runs had it. */
export interface Often {
  readonly path: string;
  readonly share: Estimate;
}

/** Null without runs. */
export function oftenOf(taken: Taken, path: string): Often | null {
  const share = taken?.get(path);
  return share === undefined ? null : { path, share };
}

/** `62 %`, as it stands on an arrow. */
export const oftenText = (share: Estimate): string => perCent(share, 1);

export const shareLine = (often: Often | null): readonly TextLine[] =>
  often === null ? [] : [{ text: oftenText(often.share), look: 'strong', happening: often.path }];
