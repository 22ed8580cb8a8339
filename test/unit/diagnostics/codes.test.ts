// Proves the manner of the table of codes, and that a diagnostic takes its severity from it.
import { expect, test } from 'vitest';
import { CODES, diagnostic } from '../../../src/diagnostics/index.ts';

test.each(Object.entries(CODES))('%s', (code, { severity, meaning }) => {
  expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
  expect(['error', 'warning']).toContain(severity);
  expect(meaning).toMatch(/^[A-Z`].*\.$/);
  expect(meaning).not.toContain('\n');
});

test('a diagnostic has the severity of its code', () => {
  const finding = { message: 'm', mend: 'n', source: null, span: null };
  expect(diagnostic('unknown-name', finding)).toEqual({
    code: 'unknown-name',
    severity: 'error',
    ...finding,
  });
  expect(diagnostic('unreachable-stage', finding).severity).toBe('warning');
});
