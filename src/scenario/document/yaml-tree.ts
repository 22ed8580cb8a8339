/** From YAML nodes to the positioned tree: keys as text, aliases followed, everything bounded. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Range,
  type Scalar,
} from 'yaml';
import type { SourceText } from '../../diagnostics/index.ts';
import { MAX_ALIASED_NODES } from './limits.ts';
import type { DocumentNode, Entry, Origin, ScalarNode } from './node.ts';
import { offsetsOf, type ScalarStyle } from './offsets.ts';
import { lineAt, placeAt, type Report } from './report.ts';

/** The document's tree; null when a value in it cannot be had (an unknown alias), which is reported. */
export function treeOf(document: Document.Parsed, source: SourceText, report: Report): DocumentNode | null {
  const reader = new TreeReader(source, report);
  const tree = reader.read(document.contents);
  return reader.lostValue ? null : tree;
}

/** A node with how many nodes it holds, itself included and aliases followed. */
interface Anchored {
  readonly node: DocumentNode;
  readonly size: number;
}

const CORE_TAG = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;
const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Surrogate}/u;
const STYLES: ReadonlyMap<string | undefined, ScalarStyle> = new Map([
  ['QUOTE_DOUBLE', 'double'],
  ['QUOTE_SINGLE', 'single'],
  ['BLOCK_FOLDED', 'block'],
  ['BLOCK_LITERAL', 'block'],
]);

class TreeReader {
  private readonly source: SourceText;
  private readonly report: Report;
  private readonly anchors = new Map<string, Anchored>();
  private nodes = 0;
  private aliased = 0;
  /** A value could not be had: what its place lacks then says nothing of the author's intent. */
  lostValue = false;

  constructor(source: SourceText, report: Report) {
    this.source = source;
    this.report = report;
  }

  read(yaml: ParsedNode | null): DocumentNode | null {
    if (yaml === null) return null;
    if (isAlias(yaml)) return this.follow(yaml.source, this.placeOf(yaml.range));
    const before = this.nodes++;
    const node = this.checkTag(yaml) ? this.readPlain(yaml) : null;
    if (node === null) this.lostValue = true;
    if (node !== null && yaml.anchor !== undefined) {
      this.anchors.set(yaml.anchor, { node, size: this.nodes - before });
    }
    return node;
  }

  private readPlain(yaml: ParsedNode): DocumentNode | null {
    const origin = this.placeOf(yaml.range);
    if (isMap(yaml)) return { kind: 'map', entries: this.readEntries(yaml.items), origin };
    if (isSeq(yaml)) {
      const items = (yaml.items as readonly ParsedNode[]).map((item) => this.read(item));
      return { kind: 'list', items: items.filter((item) => item !== null), origin };
    }
    return isScalar(yaml) ? this.readScalar(yaml as Scalar.Parsed) : null;
  }

  private readEntries(pairs: readonly { key: unknown; value: unknown }[]): readonly Entry[] {
    const entries = new Map<string, Entry>();
    for (const pair of pairs) {
      const key = this.readKey(pair.key as ParsedNode);
      const value = this.read((pair.value ?? null) as ParsedNode | null);
      if (key === null) continue;
      const same = entries.get(key.text);
      if (same !== undefined) this.reportTwice(key, same);
      else
        entries.set(key.text, {
          key: key.text,
          keyOrigin: key.origin,
          value: value ?? this.empty(key.origin),
        });
    }
    return [...entries.values()];
  }

  private reportTwice(key: ScalarNode, same: Entry): void {
    const line = lineAt(this.source, same.keyOrigin.span.start);
    const message = `\`${key.text}\` already stands in line ${line}, in the same group of entries`;
    this.report('duplicate-key', key.origin, message, 'Keep one of them, or give one another name.');
  }

  private readKey(yaml: ParsedNode): ScalarNode | null {
    const key = this.read(yaml);
    if (key?.kind === 'scalar' && key.text !== '') return key;
    if (key === null) return null;
    const message = key.kind === 'scalar' ? 'a key is missing before the colon' : 'a key must be plain text';
    const mend =
      key.kind === 'scalar'
        ? 'Write `key: value`.'
        : 'If the key begins with `{` or `[`, put it in double quotes.';
    this.report('wrong-type', key.origin, message, mend);
    return null;
  }

  private readScalar(yaml: Scalar.Parsed): ScalarNode {
    const origin = this.placeOf(yaml.range);
    const text = yaml.source ?? '';
    const style = STYLES.get(yaml.type) ?? 'plain';
    const { start, end } = origin.span;
    const bad = UNPRINTABLE.exec(text);
    if (bad !== null) {
      const code = bad[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
      this.report(
        'yaml-feature',
        origin,
        `the text holds the control character U+${code}`,
        'Take the escape out.',
      );
    }
    const printable = bad === null ? text : text.replace(new RegExp(UNPRINTABLE, 'gu'), '\ufffd');
    const value = typeof yaml.value === 'string' ? printable : (yaml.value as number | boolean | null);
    const offsetAt = offsetsOf(text, { text: this.source.text, start, end, style });
    return { kind: 'scalar', value, text: printable, origin, offsetAt };
  }

  private empty(origin: Origin): ScalarNode {
    return { kind: 'scalar', value: null, text: '', origin, offsetAt: () => origin.span.end };
  }

  private checkTag(yaml: Exclude<ParsedNode, { source: string; items?: never; value?: never }>): boolean {
    if (!('tag' in yaml) || yaml.tag === undefined || CORE_TAG.test(yaml.tag)) return true;
    const message = `scenarios use no tags such as \`${yaml.tag}\``;
    this.report(
      'yaml-feature',
      this.placeOf(yaml.range),
      message,
      'Delete the tag; or, if it is text, put the whole value in double quotes.',
    );
    return false;
  }

  private follow(name: string, place: Origin): DocumentNode | null {
    const anchored = this.anchors.get(name);
    this.lostValue ||= anchored === undefined || this.aliased + anchored.size > MAX_ALIASED_NODES;
    if (anchored === undefined) {
      const message = `the alias \`*${name}\` repeats a value marked \`&${name}\`, and none stands before it`;
      this.report('yaml-syntax', place, message, 'Mark the value, or put the text in double quotes.');
      return null;
    }
    if (this.aliased > MAX_ALIASED_NODES) return null;
    this.aliased += anchored.size;
    this.nodes += anchored.size;
    if (this.aliased <= MAX_ALIASED_NODES) return anchored.node;
    const message = `aliases repeat more than ${MAX_ALIASED_NODES} values`;
    this.report(
      'alias-limit',
      place,
      message,
      'Write fewer aliases of aliases; `sets` make many like entries.',
    );
    return null;
  }

  private placeOf(range: Range): Origin {
    return placeAt(this.source, range[0], range[1]);
  }
}
