/**
 * Text in Markdown that stays text: CommonMark 0.31, GitHub's tables and autolinks, and the mathematics of GitHub and
 * GitLab. What could begin markup has a backslash, which CommonMark (section 2.4) takes back for any ASCII punctuation.
 */

/** Marks that mean something anywhere in a line. `!` only before a bracket, which is escaped. */
const MARKS = /[\\`*_[\]<>|~$#]/g;
/** The beginning of an entity. */
const ENTITY = /&(?=[#\w])/g;
/** Addresses that GitHub links without being asked (GFM 6.9): a scheme, `www.`, and the at of an e-mail address. */
const SCHEME = /:(?=\/\/)|(?<=\b(?:mailto|xmpp)):/gi;
const WWW = /(?<=\bwww)\./gi;
const AT = /@(?=[\w-])/g;
/** What makes a list, a heading or a rule where a line begins. */
const AT_START = /^(?:([-+=:])|(\d{1,9})([.)]))/;

/** Invisible, and no part of an address: it keeps an at from making one, which no backslash does. */
const WORD_JOINER = '\u2060';

/** @param isStart whether it begins a line. A line break in it is a fault of ours, and becomes a blank. */
export function escapeMarkdown(text: string, isStart: boolean): string {
  const escaped = text
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll(MARKS, '\\$&')
    .replaceAll(ENTITY, '\\&')
    .replaceAll(SCHEME, '\\:')
    .replaceAll(WWW, '\\.')
    .replaceAll(AT, `@${WORD_JOINER}`);
  return isStart ? escapeStart(escaped) : escaped;
}

const escapeStart = (text: string): string =>
  text
    .trimStart()
    .replace(AT_START, (whole, mark?: string, digits?: string, point?: string) =>
      mark === undefined ? (digits === undefined ? whole : `${digits}\\${point}`) : `\\${mark}`,
    );

/**
 * A code span whose fence is longer than any run of backticks in it. @param inTable where a bar would end the cell; one
 * behind a backslash always does, in some readers, so that the text then stands without a span.
 */
export function codeSpan(text: string, inTable: boolean): string {
  const line = text.replaceAll(/[\r\n]+/g, ' ');
  if (line.trim() === '') return '';
  if (inTable && line.includes('\\|')) return escapeMarkdown(line, false);
  const runs = line.match(/`+/g)?.map((run) => run.length) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${inTable ? line.replaceAll('|', '\\|') : line}${pad}${fence}`;
}
