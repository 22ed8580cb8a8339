/**
 * The positioned document: what stands between YAML text and the checked scenario. It is already merged
 * (`extends`, `before`, `null`), expanded (`sets`) and structurally valid: entries of a wrong shape were
 * reported and dropped, so the checker finds every entry either right in shape or absent.
 */
import type { SourceText, Span } from '../../diagnostics/index.ts';

export interface Origin {
  readonly source: SourceText;
  readonly span: Span;
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The scalar's content: what an expression parser reads (`0.1` for a number, without quotes for a string). */
  readonly text: string;
  readonly origin: Origin;
  /** Offset in the source of the content's i-th character; folded and escaped scalars map to the nearest place. */
  readonly offsetAt: (index: number) => number;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly DocumentNode[];
  readonly origin: Origin;
}

export interface Entry {
  readonly key: string;
  readonly keyOrigin: Origin;
  readonly value: DocumentNode;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
  readonly origin: Origin;
}

export type DocumentNode = ScalarNode | ListNode | MapNode;

/** The value under a key, or null. */
export function valueAt(map: MapNode, key: string): DocumentNode | null {
  return map.entries.find((entry) => entry.key === key)?.value ?? null;
}
