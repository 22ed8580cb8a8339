/** Makes any text fit to print: a scenario's words must not move the cursor, hide, or write backwards. */

const ESCAPE = String.fromCharCode(0x1b);
const CSI = String.fromCharCode(0x9b);
const BELL = String.fromCharCode(0x07);
/** Control sequences (`ESC [ … m`), operating-system commands (`ESC ] … BEL`), and other two-character escapes. */
const SEQUENCES = new RegExp(
  `(?:${ESCAPE}\\[|${CSI})[0-?]*[ -/]*[@-~]?|${ESCAPE}\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?|${ESCAPE}.?`,
  'gsu',
);
const BLANKS = /[\t\n\v\f\r\u0085\p{Separator}]+/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Direction marks, joiners, tags, variation selectors, emoji skin tones and key caps: no column of their own. */
const UNSEEN = /[\p{Control}\p{Format}\p{Default_Ignorable_Code_Point}]|\p{Emoji_Modifier}|\u20e3/gu;
const LEADING = /^[\p{Mark} ]+/u;
const PILED_MARKS = /(\p{Mark}{3})\p{Mark}+/gu;
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Longest label looked at, in UTF-16 units: more than a screen is wide, and not so much that it slows one down. */
const LONGEST_LABEL = 400;
/** The same for paragraphs and commands. */
const LONGEST_PARAGRAPH = 20_000;

/** A label: one line without control characters, each blank run one space, in composed form (NFC). */
export const clean = (text: string): string => cleaned(text, LONGEST_LABEL);

/** The same for what may be long. */
export const cleanParagraph = (text: string): string => cleaned(text, LONGEST_PARAGRAPH);

function cleaned(text: string, longest: number): string {
  const start = text.length > longest ? text.slice(0, longest) : text;
  if (PLAIN.test(start)) return start;
  const shown = start
    .replace(SEQUENCES, '')
    .replace(BLANKS, ' ')
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(PILED_MARKS, '$1')
    .replace(BLANKS, ' ')
    .replace(LEADING, '');
  return shown.endsWith(' ') ? shown.slice(0, -1) : shown;
}
