/** Proves that the commands of the pages on diagrams, on comparing versions and on reports work, in the order they stand there. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { juncture } from '../helpers/command.ts';

describe.each(['docs/diagrams.md', 'docs/diff.md', 'docs/report.md', 'docs/report-forms.md'])(
  '%s',
  (page) => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'juncture-page-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const lines = [...readFileSync(page, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
      .flatMap(([, block]) => (block as string).split('\n'))
      .filter((line) => line !== '');

    it.each(lines)('%s', (line) => {
      expect(line).toMatch(/^juncture /);
      const { status, stderr } = juncture(line.split(' ').slice(1), { cwd: folder });
      expect(stderr.replace(/^Wrote .+\.\n/, '')).toBe('');
      expect(status).toBe(0);
    });
  },
);
