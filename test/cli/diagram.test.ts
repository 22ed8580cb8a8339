/** Proves `juncture diagram` on the built program: every format and kind, chosen by name or by the file's ending. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { juncture } from '../helpers/command.ts';

const CASE = 'test/fixtures/fuel-prices.yaml';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'juncture-diagram-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FORMATS = [
  ['text', 'txt', '┌── street'],
  ['svg', 'svg', '<svg xmlns='],
  ['mermaid', 'mmd', 'stateDiagram-v2'],
  ['dot', 'dot', 'digraph scenario'],
  ['scxml', 'scxml', '<scxml xmlns='],
  ['xstate', 'json', '"type": "parallel"'],
] as const;

describe('juncture diagram', () => {
  it.each(FORMATS)('%s by name, and by the ending .%s', (format, ending, part) => {
    const { status, stdout } = juncture(['diagram', CASE, '--format', format]);
    expect(status).toBe(0);
    expect(stdout).toContain(part);
    const file = join(folder, `chart.${ending}`);
    expect(juncture(['diagram', CASE, '--out', file]).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(stdout);
  });

  it.each([
    ['text', '← fed by'],
    ['svg', '<svg xmlns='],
    ['mermaid', 'flowchart LR'],
    ['dot', 'digraph influence'],
    ['json', '"id": "parameter loyalty"'],
  ])('what feeds what as %s', (format, part) => {
    const { status, stdout } = juncture(['diagram', CASE, '--kind', 'influence', '--format', format]);
    expect(status).toBe(0);
    expect(stdout).toContain(part);
  });

  it('the ending .json is the chart for XState, or the graph of what feeds what', () => {
    const file = join(folder, 'graph.json');
    expect(juncture(['diagram', CASE, '--kind', 'influence', '--out', file]).status).toBe(0);
    const { nodes, edges } = JSON.parse(readFileSync(file, 'utf8'));
    const ids = nodes.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(edges).toContainEqual({
      from: 'parameter loyalty',
      to: 'transition street.turns_violent',
      kind: 'reads',
    });
    for (const { from, to } of edges) expect(ids).toEqual(expect.arrayContaining([from, to]));
  });

  it('a PNG, or what it lacks in words', () => {
    const file = join(folder, 'chart.png');
    const { status, stderr } = juncture(['diagram', CASE, '--out', file]);
    if (status === 0) expect([...readFileSync(file).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    else expect(stderr).toMatch(/npm install @resvg|No font was found/);
  });

  it('weighs arrows by runs, the same for any number of workers', () => {
    const draw = (workers: string): string => {
      const { status, stdout } = juncture([
        'diagram',
        CASE,
        '--format',
        'svg',
        '--runs',
        '500',
        '--set',
        'loyalty=0.4',
        '--workers',
        workers,
      ]);
      expect(status).toBe(0);
      return stdout;
    };
    const svg = draw('1');
    expect(svg).toContain('Per cent of 500 runs');
    expect(svg).toContain('loyalty = 0.4');
    expect(svg).toContain(
      `<desc>juncture diagram ${CASE} --format svg --runs 500 --seed 2022 --set loyalty=0.4</desc>`,
    );
    expect(svg).toMatch(/>\d+ %</);
    expect(draw('2')).toBe(svg);
  });

  it('guesses what was meant, and writes nothing', () => {
    const format = juncture(['diagram', CASE, '--format', 'mermade']);
    expect(format.status).toBe(2);
    expect(format.stderr).toContain("Did you mean 'mermaid'");
    const kind = juncture(['diagram', CASE, '--kind', 'influense']);
    expect(kind.status).toBe(2);
    expect(kind.stderr).toContain("Did you mean 'influence'");
    const file = join(folder, 'chart.jpeg');
    const ending = juncture(['diagram', CASE, '--out', file]);
    expect(ending.status).toBe(2);
    expect(ending.stderr).toContain('.svg');
    expect(existsSync(file)).toBe(false);
  });

  it('refuses what cannot be drawn', () => {
    expect(juncture(['diagram', CASE, '--kind', 'influence', '--format', 'scxml']).status).toBe(2);
    expect(juncture(['diagram', CASE, '--format', 'dot', '--runs', '100']).status).toBe(2);
    expect(juncture(['diagram', CASE, '--runs', '0', '--format', 'svg']).status).toBe(2);
  });
});
