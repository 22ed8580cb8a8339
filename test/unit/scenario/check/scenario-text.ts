// Helpers of the checker's tests: small scenarios as text, and what is said of them.
import { type Diagnostic, positionAt } from '../../../../src/diagnostics/index.ts';
import { type LoadResult, loadScenario, type Scenario } from '../../../../src/scenario/index.ts';

/** A reader of files that exist only in memory. */
export const readFrom =
  (files: Readonly<Record<string, string>>) =>
  (path: string): Uint8Array | null => {
    const text = files[path];
    return text === undefined ? null : new TextEncoder().encode(text);
  };

/** What every scenario needs; sections given in a test come after. */
const HEAD = `juncture: 1
title: A test
time: { start: 2022-01-02, step: 1 day, horizon: 30 days }
`;

const REGIONS = `regions:
  street:
    initial: calm
    stages:
      calm: { transitions: { erupts: { to: riot, hazard: 0.1 } } }
      riot: { transitions: { ends: { to: calm, after: 2 days } } }
`;

/** A scenario of the given sections, with a clock, and with a region unless one is given. */
export function scenarioText(sections: string): string {
  const head = /^time:/m.test(sections) ? HEAD.replace(/^time:.*\n/m, '') : HEAD;
  return `${head}${/^regions:/m.test(sections) ? '' : REGIONS}${sections}\n`;
}

export const loadText = (text: string): LoadResult =>
  loadScenario('test.yaml', readFrom({ 'test.yaml': text }));

export const loadSections = (sections: string): LoadResult => loadText(scenarioText(sections));

/** The scenario of sections that have no error. */
export function soundScenario(sections: string): Scenario {
  const { scenario, diagnostics } = loadSections(sections);
  if (scenario === null) throw new Error(diagnostics.map(described).join('\n'));
  return scenario;
}

/** The text that a diagnostic points at. */
export const pointedAt = ({ source, span }: Diagnostic): string =>
  source === null || span === null ? '' : source.text.slice(span.start, span.end);

export const described = (diagnostic: Diagnostic): string =>
  `${diagnostic.code} at \`${pointedAt(diagnostic)}\` — ${diagnostic.message} | ${diagnostic.mend}`;

export const placeOf = ({ source, span }: Diagnostic): string => {
  if (source === null || span === null) return 'nowhere';
  const { line, column } = positionAt(source, span.start);
  return `${line}:${column}`;
};

export const errorsOf = ({ diagnostics }: LoadResult): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error');

export const warningsOf = ({ diagnostics }: LoadResult): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'warning');
