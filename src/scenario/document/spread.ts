/** Entries whose key holds a `{set}` become one entry a member; `sum`, `min` and `max` run over members. Text, before any check. */
import { MAX_SET_CHARACTERS, MAX_SET_NODES } from './limits.ts';
import { wholeText } from './mapped-text.ts';
import { mergeEntry } from './merge.ts';
import type { DocumentNode, Entry, MapNode, ScalarNode } from './node.ts';
import { setsIn } from './patterns.ts';
import type { Report } from './report.ts';
import {
  combinationCount,
  combinations,
  type Members,
  type Misuse,
  replaceSets,
  type Sets,
  spreadCalls,
} from './set-text.ts';
import {
  listOf,
  type MapShape,
  mappingOf,
  type Shape,
  type StructShape,
  valueShape,
} from './shapes/shape.ts';
import { withText } from './with-text.ts';

interface Spreading {
  readonly sets: Sets;
  readonly report: Report;
}

/** The tree with every set spread. Shapes tell how an explicit entry merges over one that a pattern made. */
export function spreadSets(root: MapNode, shape: StructShape, { sets, report }: Spreading): MapNode {
  return sets.size === 0 ? root : new Spreader(sets, report).map(root, shape);
}

/** An entry of the spread mapping: written by the author, or made from a pattern key. */
interface Made {
  readonly entry: Entry;
  readonly pattern: string | null;
}

class Spreader {
  private readonly sets: Sets;
  private readonly report: Report;
  private nodes = 0;
  private characters = 0;

  constructor(sets: Sets, report: Report) {
    this.sets = sets;
    this.report = report;
  }

  map(node: MapNode, shape: MapShape | StructShape | null): MapNode {
    const made = new Map<string, Made>();
    for (const entry of node.entries) {
      const names = setsIn(entry.key).filter((name) => this.sets.has(name));
      if (names.length === 0) this.addExplicit(made, entry, shape);
      else this.addPattern(made, entry, { names, shape });
    }
    return { ...node, entries: [...made.values()].map(({ entry }) => entry) };
  }

  private addExplicit(made: Map<string, Made>, entry: Entry, shape: MapShape | StructShape | null): void {
    const value = this.node(entry.value, valueShape(shape, entry.key));
    const below = made.get(entry.key);
    const over = { ...entry, value };
    if (below === undefined) made.set(entry.key, { entry: over, pattern: null });
    else if (value.kind === 'scalar' && value.value === null) made.delete(entry.key);
    else
      made.set(entry.key, {
        entry: mergeEntry(below.entry, over, { shape, report: this.report }),
        pattern: null,
      });
  }

  private addPattern(
    made: Map<string, Made>,
    entry: Entry,
    { names, shape }: { names: readonly string[]; shape: MapShape | StructShape | null },
  ): void {
    if (combinationCount(names, this.sets) > MAX_SET_NODES) {
      this.reportTooMuch(entry);
      return;
    }
    for (const members of combinations(names, this.sets)) {
      if (this.isSpent(entry)) return;
      const key = replaceSets(wholeText(entry.key), members).text;
      const same = made.get(key);
      if (same !== undefined) {
        this.reportSame(entry, same);
        continue;
      }
      const value = this.node(this.substitute(entry.value, members), valueShape(shape, key));
      made.set(key, { entry: { ...entry, key, value }, pattern: entry.key });
    }
  }

  private node(node: DocumentNode, shape: Shape | null): DocumentNode {
    if (node.kind === 'map') return this.map(node, mappingOf(shape));
    if (node.kind === 'scalar') return this.scalar(node);
    const item = listOf(shape)?.item ?? null;
    return { ...node, items: node.items.map((one) => this.node(one, item)) };
  }

  /** Expressions that run over a set; what stands elsewhere is told, and takes the first member. */
  private scalar(node: ScalarNode): ScalarNode {
    if (typeof node.value !== 'string' || !setsIn(node.text).some((name) => this.sets.has(name))) return node;
    const { text, misuses } = spreadCalls(wholeText(node.text), this.sets);
    for (const misuse of misuses) this.reportMisuse(node, misuse);
    this.characters += text.text.length;
    return withText(node, text, { asNumber: false });
  }

  /** The node with members in place of sets, in keys and texts. What holds no set is shared, not copied. */
  private substitute(node: DocumentNode, members: Members): DocumentNode {
    this.nodes++;
    if (node.kind === 'scalar') {
      if (typeof node.value !== 'string' || !node.text.includes('{')) return node;
      this.characters += node.text.length;
      return withText(node, replaceSets(wholeText(node.text), members), { asNumber: true });
    }
    if (node.kind === 'list')
      return { ...node, items: node.items.map((item) => this.substitute(item, members)) };
    const entries = node.entries.map((entry) => {
      const key = replaceSets(wholeText(entry.key), members).text;
      return { ...entry, key, value: this.substitute(entry.value, members) };
    });
    return { ...node, entries: this.withoutTwins(entries) };
  }

  /** Two keys can become one: `{a}_x` beside `police_x`, inside an entry that has a member for `a`. */
  private withoutTwins(entries: readonly Entry[]): readonly Entry[] {
    const byKey = new Map<string, Entry>();
    for (const entry of entries) {
      const same = byKey.get(entry.key);
      if (same === undefined) byKey.set(entry.key, entry);
      else this.reportSame(entry, { entry: same, pattern: entry.key });
    }
    return byKey.size === entries.length ? entries : [...byKey.values()];
  }

  private isSpent(entry: Entry): boolean {
    if (this.nodes <= MAX_SET_NODES && this.characters <= MAX_SET_CHARACTERS) return false;
    this.reportTooMuch(entry);
    return true;
  }

  private reportTooMuch({ key, keyOrigin }: Entry): void {
    const message = `\`${key}\` makes more entries than a scenario may have`;
    this.report('set-fault', keyOrigin, message, 'Write smaller sets, or fewer sets in one key.');
  }

  private reportSame(pattern: Entry, { entry, pattern: other }: Made): void {
    if (other === null) {
      const message = `\`${entry.key}\` stands before the pattern \`${pattern.key}\` that makes an entry of this name`;
      this.report(
        'set-order',
        entry.keyOrigin,
        message,
        `Move it below \`${pattern.key}\`: what comes later is laid over.`,
      );
      return;
    }
    const message = `\`${pattern.key}\` and \`${other}\` both make \`${entry.key}\``;
    this.report('duplicate-key', pattern.keyOrigin, message, 'Change one of the two keys.');
  }

  private reportMisuse(node: ScalarNode, { index, kind, set }: Misuse): void {
    const start = node.offsetAt(index);
    const origin = { source: node.origin.source, span: { start, end: start + set.length + 2 } };
    const { code, message, mend } = MISUSES[kind];
    this.report(code, origin, `\`{${set}}\` ${message}`, mend);
  }
}

const MISUSES = {
  outside: {
    code: 'set-misplaced',
    message: 'stands neither in an entry whose key holds it, nor inside `sum(…)`, `min(…)` or `max(…)`',
    mend: 'Write one member, or put `sum(…)`, `min(…)` or `max(…)` around it.',
  },
  'several-arguments': {
    code: 'set-misplaced',
    message: 'stands in a `sum` with several arguments; it takes one',
    mend: 'Write one `sum(…)` for each and add them.',
  },
  'too-long': {
    code: 'set-fault',
    message: 'makes this text longer than a text may be',
    mend: 'Name parts of it under `auxiliaries`.',
  },
} as const;
