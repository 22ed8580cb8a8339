/** From a file's bytes to its text: size, encoding, and whether it is text at all. */
import {
  type Diagnostic,
  type DiagnosticCode,
  diagnostic,
  type SourceText,
} from '../../diagnostics/index.ts';
import { MAX_BYTES } from './limits.ts';
import { firstBadByte } from './utf8.ts';

/** What YAML does not allow in a text: control characters, and a carriage return that ends no line. */
const CONTROL = /(?![\t\n\r])\p{Cc}|\r(?!\n)/u;
const EVERY_CONTROL = new RegExp(CONTROL, 'gu');

/** The text without its byte order mark, or why there is none. */
export function readText(name: string, bytes: Uint8Array): SourceText | Diagnostic {
  if (bytes.length > MAX_BYTES) return tooLarge(name, bytes.length);
  if (isUtf16(bytes))
    return notText(name, { code: 'not-utf8', message: 'the file is encoded as UTF-16', mend: SAVE_AS_UTF8 });
  if (bytes.includes(0))
    return notText(name, {
      code: 'binary-file',
      message: 'the file is not text: it holds zero bytes',
      mend: BINARY_MEND,
    });
  const bad = firstBadByte(bytes);
  if (bad !== -1) return notUtf8(name, bytes, bad);
  return withoutControls({ name, text: new TextDecoder('utf-8').decode(bytes) });
}

const SAVE_AS_UTF8 = 'Save it as UTF-8: every editor offers this under “Save as” or “Encoding”.';
const BINARY_MEND = 'Give the path of a scenario, a YAML text file.';

function tooLarge(name: string, length: number): Diagnostic {
  const megabytes = Math.floor(length / 10_000) / 100;
  const message = `the file has ${megabytes} MB; a scenario has at most ${MAX_BYTES / 1_000_000} MB`;
  return notText(name, {
    code: 'file-too-large',
    message,
    mend: 'Give the path of a scenario; keep data in files of their own.',
  });
}

/** The file as a whole is at fault: no place in its text, which is not kept. */
function notText(
  name: string,
  { code, message, mend }: { code: DiagnosticCode; message: string; mend: string },
): Diagnostic {
  return diagnostic(code, { message, mend, source: { name, text: '' }, span: null });
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function notUtf8(name: string, bytes: Uint8Array, bad: number): Diagnostic {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, bad)).length;
  const text = new TextDecoder('utf-8').decode(bytes).replace(EVERY_CONTROL, '\ufffd');
  const byte = bytes[bad]!.toString(16).toUpperCase().padStart(2, '0');
  return diagnostic('not-utf8', {
    message: `the byte 0x${byte} here is not UTF-8`,
    mend: SAVE_AS_UTF8,
    source: { name, text },
    span: { start, end: Math.min(start + 1, text.length) },
  });
}

/** Diagnostics print the line they point to, so a control character never stays in a text that they carry. */
function withoutControls(source: SourceText): SourceText | Diagnostic {
  const at = source.text.search(CONTROL);
  if (at === -1) return source;
  const code = source.text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return diagnostic('binary-file', {
    message: `the control character U+${code} here does not belong in a text`,
    mend: 'Delete it; lines end with a line feed, with or without a carriage return before it.',
    source: { name: source.name, text: source.text.replace(EVERY_CONTROL, '\ufffd') },
    span: { start: at, end: at + 1 },
  });
}
