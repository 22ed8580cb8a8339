/** One manner for all messages, wherever they were worded. */

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Begins with a capital and ends with a full stop, as a mend is printed. A name in backticks stays as it is. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  return /[.?!:]$/.test(trimmed) ? capital(trimmed) : `${capital(trimmed)}.`;
}

/** Begins with a capital and has no full stop at its end, as a message is printed. */
export const asHeadline = (text: string): string => capital(text.trim().replace(/\.$/, ''));
