/** Text that remembers where each of its characters came from, so that a fault in what was made points to its source. */

export interface MappedText {
  readonly text: string;
  /** By character: its index in the text this one was made from. */
  readonly from: readonly number[];
}

export const wholeText = (text: string): MappedText => ({
  text,
  from: Array.from({ length: text.length }, (_, at) => at),
});

/** New characters that all stand for one place. */
export const madeAt = (text: string, place: number): MappedText => ({
  text,
  from: new Array<number>(text.length).fill(place),
});

export const slice = ({ text, from }: MappedText, start: number, end: number): MappedText => ({
  text: text.slice(start, end),
  from: from.slice(start, end),
});

export function join(parts: readonly MappedText[]): MappedText {
  const from: number[] = [];
  for (const part of parts) for (const place of part.from) from.push(place);
  return { text: parts.map((part) => part.text).join(''), from };
}
