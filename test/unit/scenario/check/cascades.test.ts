// One mistake gives one message: what follows from a fault that was told is not told again.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadScenario } from '../../../../src/scenario/index.ts';
import { changeAt } from '../../../helpers/document-mutations.ts';
import type { Json } from '../../../helpers/json-schema.ts';

const EXAMPLE = parse(readFileSync('test/fixtures/fuel-prices.yaml', 'utf8')) as Json;

function errorsWith(path: string, value: Json | undefined): readonly string[] {
  const text = stringify(changeAt(EXAMPLE, path.split('.'), () => value));
  const { diagnostics } = loadScenario('a.yaml', (name) =>
    name === 'a.yaml' ? new TextEncoder().encode(text) : null,
  );
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

describe('one mistake, one message', () => {
  it.each([
    'parameters',
    'variables',
    'auxiliaries',
    'regions',
    'decisions',
    'outcomes',
    'measures',
    'shocks',
    'sources',
    'variants',
    'parameters.sponsor',
    'parameters.sponsor.one_of',
    'regions.street',
    'regions.street.stages',
    'regions.street.stages.protest',
    'regions.street.stages.protest.transitions',
    'decisions.response',
    'decisions.response.options',
    'variants.loyal_police.set.loyalty',
  ])('%s is of a wrong kind', (path) => {
    for (const value of [3, 'oops', null, [] as Json]) {
      const codes = errorsWith(path, value);
      expect(codes.length, `${path}: ${JSON.stringify(value)} gives ${codes.join(', ')}`).toBeLessThan(2);
    }
  });

  it.each(['regions.street.stages', 'decisions.response.options'])('%s is empty or missing', (path) => {
    expect(errorsWith(path, {})).toEqual(['missing-key']);
    expect(errorsWith(path, undefined)).toEqual(['missing-key']);
  });

  it('a baseline that is missing, a text, or outside its range is not taken for 0', () => {
    expect(errorsWith('parameters.loyalty.baseline', undefined)).toEqual(['missing-key']);
    expect(errorsWith('parameters.loyalty.baseline', '0.6')).toEqual(['wrong-type']);
    expect(errorsWith('parameters.loyalty.baseline', null)).toEqual(['wrong-type']);
    expect(errorsWith('parameters.loyalty.baseline', -3)).toEqual(['baseline-outside-range']);
    expect(errorsWith('parameters.loyalty.range', [0.7, 1])).toEqual(['baseline-outside-range']);
  });

  it('what does not follow from the mistake is told all the same', () => {
    const twice = changeAt(EXAMPLE, ['variables'], () => 3);
    const text = stringify(
      changeAt(twice, ['auxiliaries', 'growth'], () => '0.3 * loyality + (1 + active(palace.splitt)'),
    );
    const { diagnostics } = loadScenario('a.yaml', () => new TextEncoder().encode(text));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code).sort()).toEqual([
      'expression-syntax',
      'unknown-name',
      'wrong-type',
    ]);
    expect(errors.find(({ code }) => code === 'unknown-name')?.mend).toBe('Did you mean `loyalty`?');
  });
});
