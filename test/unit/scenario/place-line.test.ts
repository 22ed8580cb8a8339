// Proves that an entry known by its path of keys is found in the file that holds it, also where files extend another.
import { describe, expect, it } from 'vitest';
import { lineOfPlace } from '../../../src/scenario/index.ts';

const FILES: Readonly<Record<string, string>> = {
  'base.yaml': `juncture: 1
title: Base
time: { start: 2022-01-01, step: 1 day, horizon: 5 days }
parameters:
  pace: { baseline: 0.1 }
  loyalty:
    baseline: 0.5
regions:
  street:
    initial: calm
    stages:
      calm: { transitions: { stirs: { hazard: pace } } }
`,
  'over.yaml': `extends: ./base.yaml
parameters:
  pace: { baseline: 0.2 }
`,
};
const read = (path: string): Uint8Array | null => {
  const text = FILES[path];
  return text === undefined ? null : new TextEncoder().encode(text);
};

describe('lineOfPlace', () => {
  it('finds keys however deep, and the innermost that is there', () => {
    expect(lineOfPlace('base.yaml', read, 'parameters.loyalty')).toEqual({ file: 'base.yaml', line: 6 });
    const stirs = 'regions.street.stages.calm.transitions.stirs';
    expect(lineOfPlace('base.yaml', read, stirs)).toEqual({ file: 'base.yaml', line: 12 });
    expect(lineOfPlace('base.yaml', read, `${stirs}.every`)).toEqual({ file: 'base.yaml', line: 12 });
    expect(lineOfPlace('base.yaml', read, 'correlations')).toBeNull();
    expect(lineOfPlace('gone.yaml', read, 'parameters')).toBeNull();
  });

  it('names the file that an entry stands in', () => {
    expect(lineOfPlace('over.yaml', read, 'parameters.pace')).toEqual({ file: 'over.yaml', line: 3 });
    expect(lineOfPlace('over.yaml', read, 'parameters.loyalty')).toEqual({ file: 'base.yaml', line: 6 });
  });
});
