/** Makes any text fit to print: a scenario's words must not move the cursor, hide, or write backwards. */

const ESCAPE = String.fromCharCode(0x1b);
const CSI = String.fromCharCode(0x9b);
const BELL = String.fromCharCode(0x07);
/** Control sequences (`ESC [ … m`), operating-system commands (`ESC ] … BEL`), and other two-character escapes. */
const SEQUENCES = new RegExp(
  `(?:${ESCAPE}\\[|${CSI})[0-?]*[ -/]*[@-~]?|${ESCAPE}\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?|${ESCAPE}.?`,
  'gsu',
);
const BLANKS = /[\s\u0085\u2028\u2029]+/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Direction marks, joiners, tags, variation selectors, emoji skin tones and key caps: no column of their own. */
const UNSEEN = /[\p{Control}\p{Format}\p{Default_Ignorable_Code_Point}]|\p{Emoji_Modifier}|\u20e3/gu;
const LEADING_MARKS = /^\p{Mark}+/u;
const PILED_MARKS = /(\p{Mark}{3})\p{Mark}+/gu;
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Longest text looked at, in UTF-16 units: far over what a screen shows, far under what slows it down. */
const LONGEST = 4000;

/** One line without control characters, each blank run one space, in composed form (NFC). */
export function clean(text: string): string {
  const start = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  if (PLAIN.test(start)) return start;
  return start
    .replace(SEQUENCES, '')
    .replace(BLANKS, ' ')
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .trim()
    .replace(LEADING_MARKS, '')
    .replace(PILED_MARKS, '$1')
    .trim();
}
