/** Lines of things in their file, for messages that name two places. */
import { positionAt } from '../../diagnostics/index.ts';
import type { Origin } from '../document.ts';

export const lineOf = ({ source, span }: Origin): number => positionAt(source, span.start).line;

/** `line 12`, with the file where it is not the one the reader is in. */
export function placeSeenFrom(here: Origin, there: Origin): string {
  const line = `line ${lineOf(there)}`;
  return there.source === here.source ? line : `${line} of ${there.source.name}`;
}
