/** What a fault of YAML syntax means to someone who has never heard of YAML: what is wrong, and what to do. */
import type { YAMLError } from 'yaml';

export interface Words {
  readonly message: string;
  readonly mend: string;
}

/** One row: errors of this code whose own text holds `has` are told in these words. The first that fits is taken. */
interface Row extends Words {
  readonly code: YAMLError['code'];
  readonly has?: string;
}

const QUOTE_IT = 'Put the whole value in double quotes.';
const ALIGN = 'Let all entries of one group begin in the same column, with blanks, not tabs.';

const ROWS: readonly Row[] = [
  {
    code: 'TAB_AS_INDENT',
    message: 'a tab stands where only blanks may indent',
    mend: 'Replace the tab by blanks.',
  },
  {
    code: 'BAD_INDENT',
    has: 'end with a ]',
    message: 'a list that began with `[` is not closed',
    mend: 'Close it with `]` before this line.',
  },
  {
    code: 'BAD_INDENT',
    has: 'end with a }',
    message: 'a mapping that began with `{` is not closed',
    mend: 'Close it with `}` before this line.',
  },
  { code: 'BAD_INDENT', message: 'this line is not indented like the ones it belongs to', mend: ALIGN },
  {
    code: 'MISSING_CHAR',
    has: 'closing "quote',
    message: 'a text that began with `"` is not closed',
    mend: 'Close it with `"`.',
  },
  {
    code: 'MISSING_CHAR',
    has: "closing 'quote",
    message: "a text that began with `'` is not closed",
    mend: "Close it with `'`.",
  },
  {
    code: 'MISSING_CHAR',
    has: 'space after :',
    message: 'a blank is missing after the colon',
    mend: 'Write `key: value`.',
  },
  {
    code: 'MISSING_CHAR',
    has: 'Missing ,',
    message: 'a comma is missing before this',
    mend: 'Separate the entries inside brackets by commas.',
  },
  {
    code: 'MISSING_CHAR',
    has: 'followed by map values',
    message: 'this is a key without a colon after it',
    mend: 'Write `key: value`; or delete the line.',
  },
  {
    code: 'MISSING_CHAR',
    has: 'Comments',
    message: 'a comment needs a blank before its `#`',
    mend: `Put a blank before \`#\`; or, if it is no comment: ${QUOTE_IT}`,
  },
  {
    code: 'MISSING_CHAR',
    has: 'without - ',
    message: 'a list entry needs a dash before it',
    mend: 'Begin the line with `- `.',
  },
  {
    code: 'MISSING_CHAR',
    has: 'directives-end',
    message: 'the mark `---` does not stand where it may',
    mend: 'Delete lines that begin with `%` or `---`.',
  },
  {
    code: 'BAD_DQ_ESCAPE',
    message: 'a backslash in double quotes begins an escape, and this is none',
    mend: 'Write the backslash twice, or use single quotes.',
  },
  { code: 'BAD_SCALAR_START', message: 'a value cannot begin with this character', mend: QUOTE_IT },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    message: 'a second colon on this line makes the value a mapping of its own',
    mend: `${QUOTE_IT} A mapping inside one line is written in braces: \`key: { inner: value }\`.`,
  },
  {
    code: 'BLOCK_IN_FLOW',
    message: 'inside brackets or braces, entries cannot be written with dashes or line by line',
    mend: 'Use commas inside the brackets, or write the whole without them.',
  },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    message: 'a key without a colon stands here',
    mend: 'Write `key: value` on one line.',
  },
  {
    code: 'KEY_OVER_1024_CHARS',
    message: 'a key is longer than 1024 characters',
    mend: 'Shorten it, or look for a quote or bracket that was never closed.',
  },
  { code: 'BAD_ALIAS', message: 'a `*` or `&` here names nothing', mend: QUOTE_IT },
  {
    code: 'ALIAS_PROPS',
    message: 'an alias (`*name`) cannot carry an anchor or a tag',
    mend: 'Write the alias alone.',
  },
  { code: 'MULTIPLE_ANCHORS', message: 'two anchors (`&name`) stand before one value', mend: 'Keep one.' },
  {
    code: 'MULTIPLE_TAGS',
    message: 'two tags (`!name`) stand before one value',
    mend: 'Delete them: scenarios need none.',
  },
  {
    code: 'TAG_RESOLVE_FAILED',
    message: 'a tag (`!name`) does not fit its value',
    mend: `Delete it; or, if it is text: ${QUOTE_IT}`,
  },
  {
    code: 'BAD_COLLECTION_TYPE',
    message: 'a tag (`!name`) does not fit its value',
    mend: 'Delete it: scenarios need none.',
  },
  {
    code: 'BAD_PROP_ORDER',
    message: 'an anchor or tag stands before a dash or colon',
    mend: 'Write it after.',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    has: 'block-seq-ind on same line',
    message: 'a list written with dashes must begin on its own line',
    mend: 'Put the dash on the next line, or write `[a, b]`.',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    has: 'Unexpected ,',
    message: 'there is a comma too many',
    mend: 'Delete it.',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    has: 'empty item',
    message: 'an entry between commas is empty',
    mend: 'Delete a comma, or fill it in.',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    has: 'header includes',
    message: 'after `|` or `>` the text begins on the next line',
    mend: `Move it there; or, if the value begins with this sign: ${QUOTE_IT}`,
  },
  {
    code: 'UNEXPECTED_TOKEN',
    has: 'at node end',
    message: 'the value is already complete before this',
    mend: `If it belongs to the value: ${QUOTE_IT.toLowerCase()} Inside quotes, write a quote twice or use the other kind.`,
  },
];

const OTHER: Words = {
  message: 'this does not follow the rules of YAML',
  mend: 'Compare with the lines around it: indentation, colons, quotes and brackets.',
};

/** A plain value or key that opens with a `{set}` reads as a mapping in braces. */
const PATTERN_BEFORE = /\{\s*[a-z][a-z0-9_]*\s*\}$/;

/** The words for one error of the parser in this text. */
export function syntaxWords(error: YAMLError, text: string): Words {
  const start = error.pos[0];
  if (error.code === 'UNEXPECTED_TOKEN' && PATTERN_BEFORE.test(text.slice(Math.max(0, start - 80), start))) {
    return {
      message: 'a key or value that begins with `{` is read as a mapping in braces',
      mend: 'Put it in double quotes, as in `"{service}_pay": 1`.',
    };
  }
  return ROWS.find((row) => row.code === error.code && error.message.includes(row.has ?? '')) ?? OTHER;
}
