/** A run told day by day: what happened, and why it could. */
import type { ValueRead } from '../expression/index.ts';
import { formatDate, type Scenario } from '../scenario/index.ts';
import type { Chart } from './chart.ts';
import type { Cause, DecisionRecord, HappeningRecord, Move, StepRecord } from './record.ts';
import { againInWords, decisionOf, type Repeat, type Repeats, repeatsOf } from './story-repeats.ts';
import { capitalised, daysInWords, oddsInWords, plainLine, shortNumber } from './words.ts';

export interface Sentence {
  /** Number of the state that the step led to in which it happened; 0 is the start. */
  readonly step: number;
  /** Days since the start: the end of that step. */
  readonly day: number;
  readonly date: string;
  /** What happened. */
  readonly text: string;
  /** Why it could; null where there is nothing to say. */
  readonly why: string | null;
  /** Path of the transition, the shock or the option that happened; null where the sentence tells of none. */
  readonly happening: string | null;
}

export interface StoryWords {
  /** Writes a day (since the start) as the reader knows it; ISO 8601 if not given. */
  readonly dateOf?: (day: number) => string;
  /** What is said of an option that was fixed, by the decision's name. */
  readonly fixedWords?: (decision: string) => string;
}

/**
 * The run that the records tell, in order; a day on which nothing happened has no sentence. A choice that changes nothing
 * and is made again and again is told once, with how often.
 */
export function tellStory(
  { scenario }: Chart,
  records: readonly StepRecord[],
  {
    dateOf = (day) => formatDate(scenario.time, day),
    fixedWords = () => 'fixed beforehand',
  }: StoryWords = {},
): readonly Sentence[] {
  const repeats = repeatsOf(scenario, records, dateOf);
  return records.flatMap((record) => {
    const date = dateOf(record.day);
    return sentencesOf(scenario, record, { repeats, fixedWords }).map(([text, why, happening = null]) => ({
      step: record.step,
      day: record.day,
      date,
      text,
      why,
      happening,
    }));
  });
}

type Told = readonly [text: string, why: string | null, happening?: string];

interface Telling {
  readonly repeats: Repeats;
  readonly fixedWords: (decision: string) => string;
}

function sentencesOf(
  scenario: Scenario,
  record: StepRecord,
  { repeats, fixedWords }: Telling,
): readonly Told[] {
  const tellOf = (happening: HappeningRecord): readonly Told[] => {
    if (happening.kind !== 'option') return [told(scenario, record, happening)];
    const decision = decisionOf(record, happening.path);
    return repeats.isRepeat(decision)
      ? []
      : [choice(scenario, record, { happening, decision, again: repeats.after(decision), fixedWords })];
  };
  return [
    ...(record.step === 0 ? [beginning(scenario, record)] : []),
    ...record.happenings.flatMap(tellOf),
    ...record.decisions.flatMap((decision) => untaken(scenario, decision)),
    ...record.dropped.map((path) => dropped(scenario, path)),
    ...(record.end === null ? [] : [ending(scenario, record.end)]),
  ];
}

/** `It begins. Street: peaceful protest. Palace: united.` */
function beginning(scenario: Scenario, { stages }: StepRecord): Told {
  const places = scenario.regions.map(
    ({ label }, region) => `${capitalised(label)}: ${stageLabel(scenario, stages[region]!)}.`,
  );
  return [plainLine(`It begins. ${places.join(' ')}`), null];
}

function told(scenario: Scenario, record: StepRecord, happening: HappeningRecord): Told {
  const label = capitalised(labelOf(scenario, happening.path));
  const moves = movesInWords(scenario, happening.moves);
  return [
    plainLine(moves === '' ? `${label}.` : `${label}: ${moves}.`),
    why(scenario, record, happening.cause),
    happening.path,
  ];
}

interface Choice {
  readonly happening: HappeningRecord;
  readonly decision: DecisionRecord;
  readonly again: Repeat | null;
  readonly fixedWords: (decision: string) => string;
}

/** `The president: order the police to fire (chosen with odds 0.72).` */
function choice(
  scenario: Scenario,
  record: StepRecord,
  { happening, decision, again, fixedWords }: Choice,
): Told {
  const { path, moves } = happening;
  const { actor, label, question, name } = scenario.decisions.find((one) => one.name === decision.path)!;
  const others = decision.options.filter(({ id, odds }) => id !== decision.option && odds !== null);
  const alone =
    others.length === 0 ? 'the only choice' : `chosen with odds ${oddsInWords(decision.odds ?? 0)}`;
  const odds = decision.fixed ? fixedWords(decision.path) : alone;
  const moved = movesInWords(scenario, moves);
  const text = `${capitalised(actor ?? label)}: ${labelOf(scenario, path)} (${odds}${againInWords(again)})${moved === '' ? '' : `: ${moved}`}.`;
  const named = others.map(
    ({ id, odds: its }) => `${labelOf(scenario, `${name}.${id}`)} ${oddsInWords(its ?? 0)}`,
  );
  const reasons = [
    ...(question === null ? [] : [closed(question)]),
    ...(decision.cause === null ? [] : [askedInWords(scenario, record, decision.cause)]),
    ...(named.length === 0 ? [] : [`It could have been: ${named.join(', ')}.`]),
    ...(decision.fixedUnavailable ? ['What was fixed beforehand was not available.'] : []),
  ];
  return [plainLine(text), reasons.length === 0 ? null : plainLine(reasons.join(' ')), path];
}

/** `Asked every 12 hours.` */
const askedInWords = (scenario: Scenario, record: StepRecord, cause: Cause): string =>
  cause.kind === 'every' ? `Asked every ${waitInWords(cause.gap, cause)}.` : why(scenario, record, cause);

/** A decision that came to nothing for want of an option. */
function untaken(scenario: Scenario, { path, option }: DecisionRecord): readonly Told[] {
  if (option !== null) return [];
  const { label } = scenario.decisions.find(({ name }) => name === path)!;
  return [[plainLine(`${capitalised(label)}: asked, but no option is available.`), null]];
}

const dropped = (scenario: Scenario, path: string): Told => [
  plainLine(`${capitalised(labelOf(scenario, path))} does not happen.`),
  'What it would have moved had already moved in this step.',
];

/** `Held alone, on day 12.5.`; of a run that has not come to its end, that it could not go on. */
export function endingInWords({ outcomes }: Scenario, records: readonly StepRecord[]): string {
  const last = records.at(-1);
  if (last?.end == null) return 'The run could not go on.';
  const label = outcomes.find(({ name }) => name === last.end?.outcome)?.label ?? '';
  return `${label}, on day ${Math.round(last.day * 100) / 100}.`;
}

function ending(scenario: Scenario, { outcome, by }: NonNullable<StepRecord['end']>): Told {
  const label = plainLine(scenario.outcomes.find(({ name }) => name === outcome)!.label);
  return [by === 'stage' ? `It ends: ${label}.` : `The horizon is reached: ${label}.`, null];
}

/** `peaceful protest → riot`, `riot begins anew`; regions are named where several move. */
const movesInWords = (scenario: Scenario, moves: readonly Move[]): string =>
  moves
    .map(({ region, from, to }) => {
      const where =
        moves.length > 1
          ? `${capitalised(scenario.regions.find(({ name }) => name === region)!.label)}: `
          : '';
      const there = stageLabel(scenario, to);
      return `${where}${from === to ? `${there} begins anew` : `${stageLabel(scenario, from)} → ${there}`}`;
    })
    .join('; ');

const stageLabel = (scenario: Scenario, path: string): string =>
  scenario.stages.find((stage) => stage.path === path)!.label;

const labelOf = (scenario: Scenario, path: string): string =>
  scenario.happenings.find((happening) => happening.path === path)!.label;

/** With a full stop, unless it has an end of its own. */
const closed = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** Why something was due, in a sentence or two. */
function why(scenario: Scenario, record: StepRecord, cause: Cause | null): string {
  if (cause === null) return '';
  switch (cause.kind) {
    case 'hazard':
    case 'chance':
      return plainLine(`${rateInWords(cause)} ${ringInWords(scenario, record, cause)}`);
    case 'when':
      return plainLine(`It held that ${cause.text}${valuesInWords(cause.values)}.`);
    case 'after':
      return `${waitInWords(cause.delay, cause)} had passed.`;
    case 'every':
      return `It comes every ${waitInWords(cause.gap, cause)}.`;
    case 'date':
      return `It was set for ${formatDate(scenario.time, cause.day)}.`;
    default:
      throw new Error(`not a cause: ${JSON.stringify(cause satisfies never)}`);
  }
}

type ClockCause = Extract<Cause, { kind: 'hazard' | 'chance' }>;

const rateInWords = ({ kind, text, rate, values }: ClockCause): string =>
  kind === 'hazard'
    ? `The hazard was ${shortNumber(rate)} a day (${text}${valuesInWords(values)}).`
    : `The chance was ${shortNumber(rate * 100)} % a day (${text}${valuesInWords(values)}).`;

/** How the clock came to ring; one that rang earlier lost to something else then. */
function ringInWords(
  scenario: Scenario,
  record: StepRecord,
  { risk, threshold, rungStep }: ClockCause,
): string {
  if (rungStep < record.step - 1) {
    return `It was due since ${formatDate(scenario.time, rungStep * scenario.time.stepDays)}, and something else came first.`;
  }
  if (!Number.isFinite(risk)) return 'It was certain.';
  return `The risk had built up to ${shortNumber(risk)}, past this run's threshold of ${shortNumber(threshold)}.`;
}

const waitInWords = (
  days: number,
  { text, drawn }: { readonly text: string | null; readonly drawn: boolean },
): string =>
  `${daysInWords(days)}${drawn ? ', as drawn for this run,' : text === null ? '' : ` (${plainLine(text)})`}`;

const valuesInWords = (values: readonly ValueRead[]): string =>
  values.length === 0
    ? ''
    : `: ${values.map(({ name, value }) => `${name} ${valueInWords(value)}`).join(', ')}`;

function valueInWords(value: ValueRead['value']): string {
  if (typeof value === 'number') return shortNumber(value);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}
