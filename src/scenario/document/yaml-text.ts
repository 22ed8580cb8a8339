/** From a text to YAML nodes, within limits; faults of the syntax in plain words. The only file that runs the parser. */
import { Composer, CST, type Document, Lexer, Parser, type YAMLError } from 'yaml';
import type { SourceText } from '../../diagnostics/index.ts';
import { MAX_DEPTH, MAX_LEXEMES, MAX_SYNTAX_ERRORS } from './limits.ts';
import type { Origin } from './node.ts';
import { lineAt, placeAt, type Report } from './report.ts';
import { syntaxWords } from './yaml-words.ts';

/** The one YAML document of the text, or null when it has faults that leave nothing to check. */
export function parseYaml(source: SourceText, report: Report): Document.Parsed | null {
  const tokens = tokensOf(source, report);
  if (tokens === null || !isShallow(tokens, source, report) || !isPlainVersion(tokens, source, report))
    return null;
  const documents = compose(tokens, source, report);
  const first = documents?.[0];
  if (first === undefined || !isOnlyDocument(documents!, source, report)) return null;
  if (first.errors.length > 0) {
    reportErrors(first.errors, source, report);
    return null;
  }
  return first;
}

/** The concrete syntax. Parsed part by part, so that a text of a million brackets is left early. */
function tokensOf(source: SourceText, report: Report): readonly CST.Token[] | null {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  let brackets = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    if (lexeme === '[' || lexeme === '{') brackets++;
    else if (lexeme === ']' || lexeme === '}') brackets--;
    const here = placeAt(source, parser.offset, parser.offset + 1);
    if (brackets > MAX_DEPTH) {
      reportTooDeep(here, report);
      return null;
    }
    if (++lexemes > MAX_LEXEMES) {
      report('file-too-large', here, `the file has more than ${MAX_LEXEMES} words and signs`, SPLIT);
      return null;
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

function reportTooDeep(place: Origin, report: Report): void {
  const message = `entries are nested more than ${MAX_DEPTH} deep here`;
  report(
    'too-deep',
    place,
    message,
    'Write the inner entries further out, or look for a bracket that was never closed.',
  );
}

const SPLIT = 'Keep data in files of their own; a scenario is what a person can read.';

/** Composing recurses, so depth is measured first, without recursion. */
function isShallow(tokens: readonly CST.Token[], source: SourceText, report: Report): boolean {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) {
      reportTooDeep(placeAt(source, token.offset, token.offset + 1), report);
      return false;
    }
    for (const child of childrenOf(token)) open.push({ token: child, depth: depth + 1 });
  }
  return true;
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!CST.isCollection(token)) return [];
  return token.items.flatMap((item: CST.CollectionItem) =>
    [item.key, item.value].filter((part) => part != null),
  );
}

/** `%YAML 1.1` would give `yes` and `012` other meanings. */
function isPlainVersion(tokens: readonly CST.Token[], source: SourceText, report: Report): boolean {
  for (const token of tokens) {
    if (token.type !== 'directive' || /^%YAML[ \t]+1\.2[ \t]*(#.*)?$/.test(token.source.trimEnd())) continue;
    const message = 'scenarios are plain YAML 1.2, without other directives';
    report(
      'yaml-feature',
      placeAt(source, token.offset, token.offset + token.source.length),
      message,
      'Delete this line.',
    );
    return false;
  }
  return true;
}

function compose(tokens: readonly CST.Token[], source: SourceText, report: Report): Document.Parsed[] | null {
  // Duplicate keys are looked for by us: the parser compares each key with all before it.
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, merge: false });
  try {
    return [...composer.compose(tokens, true, source.text.length)] as Document.Parsed[];
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError || error instanceof Error)) throw error;
    const mend = 'Look for a bracket or quote that was never closed.';
    report('yaml-syntax', placeAt(source, 0, 1), 'the file cannot be read as YAML', mend);
    return null;
  }
}

function isOnlyDocument(documents: readonly Document.Parsed[], source: SourceText, report: Report): boolean {
  const second = documents[1];
  if (second === undefined) return true;
  const start = source.text.lastIndexOf('---', second.contents?.range[0] ?? second.range[0]);
  const at = start === -1 ? second.range[0] : start;
  const message = 'a second YAML document begins here; a scenario is one';
  report(
    'yaml-feature',
    placeAt(source, at, at + 3),
    message,
    'Delete this line, or move what follows to its own file.',
  );
  return false;
}

/** The first error of each line: the others mostly follow from it. */
function reportErrors(errors: readonly YAMLError[], source: SourceText, report: Report): void {
  const lines = new Set<number>();
  for (const error of errors) {
    const [start, end] = error.pos;
    const line = lineAt(source, start);
    if (lines.has(line) || lines.size === MAX_SYNTAX_ERRORS) continue;
    lines.add(line);
    const { message, mend } = syntaxWords(error, source.text);
    report('yaml-syntax', placeAt(source, start, Math.max(end, start + 1)), message, mend);
  }
}
