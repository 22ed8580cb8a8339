/** A prepared seminar from YAML: where to stop, what to ask, what to note, what to show when. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { didYouMean } from '../../diagnostics/index.ts';
import { dayOf, formatDate, parseDate } from '../clock.ts';
import type { Scenario } from '../model.ts';

const REVEALS = ['history', 'model'] as const;
export type Reveal = (typeof REVEALS)[number];

export interface ScriptStop {
  /** Days since the start; null where it stops before a decision. */
  readonly day: number | null;
  readonly decision: string | null;
  readonly minutes: number | null;
  /** For the room. */
  readonly ask: string | null;
  /** For the leader alone. */
  readonly note: string | null;
  /** What is shown from here on; the rest is hidden. */
  readonly reveal: readonly Reveal[];
  /** Where it stands in its file, for messages: `talk.yaml:7:5`. */
  readonly place: string;
}

export interface SeminarScript {
  readonly title: string;
  readonly run: number;
  readonly stops: readonly ScriptStop[];
}

export type ReadScript = { readonly script: SeminarScript } | { readonly faults: readonly string[] };

const TOP = ['seminar', 'scenario', 'title', 'run', 'stops'] as const;
const STOP = ['at', 'decision', 'minutes', 'ask', 'note', 'reveal'] as const;

/** @param file how the file is called in messages. */
export function readScript(text: string, scenario: Scenario, file: string): ReadScript {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core' });
  const faults: string[] = [];
  const placeAt = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const placeOf = (node: unknown): string => placeAt((node as Node | null)?.range?.[0] ?? 0);
  const fault = (node: unknown, what: string, mend: string): null => {
    faults.push(`${placeOf(node)}: ${what}\n  ${mend}`);
    return null;
  };

  /** Values by key; what is no key of `known` is a fault. */
  const fields = <Key extends string>(
    map: YAMLMap,
    known: readonly Key[],
    of: string,
  ): Partial<Record<Key, Node>> => {
    const found: Partial<Record<Key, Node>> = {};
    for (const { key, value } of map.items) {
      const name = String(isScalar(key) ? key.value : key);
      const at = known.find((one) => one === name);
      if (at !== undefined) found[at] = value as Node;
      else {
        const guess = didYouMean(name, known);
        fault(
          key,
          `\`${name}\` is no key of ${of}`,
          guess === null ? `There are: ${known.join(', ')}.` : `Did you mean \`${guess}\`?`,
        );
      }
    }
    return found;
  };
  const scalar = (node: Node | undefined): unknown => (isScalar(node) ? node.value : undefined);
  const words = (node: Node | undefined, key: string): string | null => {
    if (node === undefined) return null;
    const value = scalar(node);
    return typeof value === 'string' ? value : fault(node, `\`${key}\` wants words`, `Write ${key}: "…".`);
  };
  const count = (node: Node | undefined, key: string): number | null => {
    if (node === undefined) return null;
    const value = scalar(node);
    return typeof value === 'number' && Number.isInteger(value) && value >= 0
      ? value
      : fault(node, `\`${key}\` wants a whole number`, `Write ${key}: 10, for instance.`);
  };
  const dayAt = (node: Node | undefined): number | null => {
    if (node === undefined) return null;
    const { time } = scenario;
    const value = scalar(node);
    const moment = typeof value === 'string' ? parseDate(value) : null;
    const day = typeof value === 'number' ? value : moment === null ? null : dayOf(time, moment);
    if (day === null)
      return fault(
        node,
        '`at` wants a date or days since the start',
        'Write at: 2022-01-04T18:00, or at: 3.75.',
      );
    if (day >= 0 && day <= time.horizonDays) return day;
    return fault(
      node,
      `\`at: ${String(value)}\` is outside the scenario`,
      `It runs from ${formatDate(time, 0)} for ${time.horizonDays} days.`,
    );
  };
  const decisionIn = (node: Node | undefined): string | null => {
    const name = words(node, 'decision');
    const names = scenario.decisions.map((one) => one.name);
    if (name === null || names.includes(name)) return name;
    const guess = didYouMean(name, names);
    return fault(
      node,
      `there is no decision \`${name}\``,
      guess === null ? `There are: ${names.join(', ')}.` : `Did you mean \`${guess}\`?`,
    );
  };
  const reveals = (node: Node | undefined): readonly Reveal[] => {
    const listed = isSeq(node) ? (node.items as Node[]) : node === undefined ? [] : [node];
    return listed.flatMap((one) => {
      const value = scalar(one);
      const known = REVEALS.find((name) => name === value);
      if (known !== undefined) return [known];
      fault(one, `\`${String(value)}\` cannot be revealed`, `There are: ${REVEALS.join(', ')}.`);
      return [];
    });
  };
  const stopOf = (node: unknown): readonly ScriptStop[] => {
    if (!isMap(node)) {
      fault(node, 'a stop is a list of keys', 'Write - { at: 2022-01-04, ask: "…" }.');
      return [];
    }
    const { at, decision, minutes, ask, note, reveal } = fields(node, STOP, 'a stop');
    if ((at === undefined) === (decision === undefined)) {
      fault(
        node,
        'a stop has either `at` or `decision`',
        'Write at: with a date, or decision: with its name.',
      );
    }
    return [
      {
        day: dayAt(at),
        decision: decisionIn(decision),
        minutes: count(minutes, 'minutes'),
        ask: words(ask, 'ask'),
        note: words(note, 'note'),
        reveal: reveals(reveal),
        place: placeOf(node),
      },
    ];
  };

  for (const { message, pos } of document.errors)
    faults.push(`${placeAt(pos[0])}: ${message.split('\n')[0]}`);
  const { contents } = document;
  if (faults.length > 0) return { faults };
  if (!isMap(contents))
    return { faults: [`${file}:1:1: this is no prepared seminar\n  It begins with seminar: 1.`] };
  const { seminar, scenario: of, title, run, stops } = fields(contents, TOP, 'a prepared seminar');
  if (scalar(seminar) !== 1)
    fault(seminar ?? contents, 'it does not say `seminar: 1`', 'Write seminar: 1 at the top.');
  if (scalar(of) !== scenario.id) {
    fault(
      of ?? contents,
      `it is for ${String(scalar(of))}, not for ${scenario.id}`,
      `Open it with: juncture present ${String(scalar(of))} --script ${file}`,
    );
  }
  if (!isSeq(stops))
    fault(stops ?? contents, 'it has no list of `stops`', 'Write stops: and below it - at: 2022-01-04.');
  const script: SeminarScript = {
    title: words(title, 'title') ?? scenario.title,
    run: count(run, 'run') ?? 0,
    stops: isSeq(stops) ? stops.items.flatMap(stopOf) : [],
  };
  return faults.length > 0 ? { faults } : { script };
}
