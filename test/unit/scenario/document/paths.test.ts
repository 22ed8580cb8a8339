// Proves: a base is looked for beside the file that extends it, on every system.
import { expect, test } from 'vitest';
import { resolvePath } from '../../../../src/scenario/document/paths.ts';

test.each([
  ['a.yaml', './b.yaml', 'b.yaml'],
  ['a.yaml', 'b.yaml', 'b.yaml'],
  ['x/a.yaml', './b.yaml', 'x/b.yaml'],
  ['x/y/a.yaml', '../b.yaml', 'x/b.yaml'],
  ['x/a.yaml', '../../b.yaml', '../b.yaml'],
  ['../a.yaml', '../b.yaml', '../../b.yaml'],
  ['./x/a.yaml', './/y/./b.yaml', 'x/y/b.yaml'],
  ['/x/a.yaml', 'b.yaml', '/x/b.yaml'],
  ['/a.yaml', '../../b.yaml', '/b.yaml'],
  ['x/a.yaml', '/b.yaml', '/b.yaml'],
  ['C:\\x\\a.yaml', '..\\b.yaml', 'C:/b.yaml'],
  ['a.yaml', 'C:\\b.yaml', 'C:/b.yaml'],
])('%s extends %s: %s', (from, to, expected) => {
  expect(resolvePath(from, to)).toBe(expected);
});
