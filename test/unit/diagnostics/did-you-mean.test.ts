// Proves which mistyped words are recognised, that unlike ones are not, and that the answer never depends on luck.
import { describe, expect, test } from 'vitest';
import { typingDistance } from '../../../src/diagnostics/did-you-mean.ts';
import { didYouMean } from '../../../src/diagnostics/index.ts';

const KEYS = [
  'hazard',
  'chance_per_day',
  'after',
  'every',
  'when',
  'while',
  'to',
  'set',
  'add',
  'label',
  'source',
  'decide',
];

describe('didYouMean', () => {
  test.each([
    ['hazrad', 'hazard'],
    ['Hazard', 'hazard'],
    ['HAZARD', 'hazard'],
    ['hazards', 'hazard'],
    ['afer', 'after'],
    ['afetr', 'after'],
    ['evry', 'every'],
    ['lable', 'label'],
    ['whlie', 'while'],
    ['ad', null],
    ['sett', 'set'],
    ['sat', 'set'],
    ['bet', null],
    ['TO', 'to'],
    ['t', null],
    ['chance-per-day', 'chance_per_day'],
    ['Chance per day', 'chance_per_day'],
    ['chance_perday', 'chance_per_day'],
    ['chance', 'chance_per_day'],
    ['probability', null],
    ['', null],
    ['x', null],
    ['constructor', null],
    ['__proto__', null],
  ])('%s → %s', (word, meant) => {
    expect(didYouMean(word, KEYS)).toBe(meant);
  });

  test('the nearest wins, then the one that begins alike, then the first', () => {
    expect(didYouMean('riott', ['riots', 'riot'])).toBe('riots');
    expect(didYouMean('riott', ['riot', 'riots'])).toBe('riot');
    expect(didYouMean('crowd', ['crowds', 'crowd'])).toBe('crowd');
    expect(didYouMean('stages', ['stager', 'atages'])).toBe('stager');
    expect(didYouMean('stages', ['atages', 'stager'])).toBe('stager');
    expect(didYouMean('loyal', ['loyax', 'loyay'])).toBe('loyax');
  });
  test('a beginning is continued only where that is clear', () => {
    expect(didYouMean('street', ['street.riot', 'palace.split'])).toBe('street.riot');
    expect(didYouMean('street', ['street.riot', 'street.talks'])).toBeNull();
  });
  test('very long words are not compared', () => {
    expect(didYouMean('a'.repeat(100_000), ['a'.repeat(99_999)])).toBeNull();
    expect(didYouMean('riot', ['riot'.repeat(100_000)])).toBeNull();
  });
});

describe('typing distance', () => {
  test.each([
    ['', '', 0],
    ['riot', 'riot', 0],
    ['riot', 'rio', 1],
    ['riot', 'riots', 1],
    ['riot', 'rivt', 1],
    ['riot', 'roit', 1],
    ['riot', 'tori', 4],
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%s to %s is %d', (from, to, distance) => {
    expect(typingDistance(from, to, 9)).toBe(distance);
    expect(typingDistance(to, from, 9)).toBe(distance);
  });
  test('beyond the limit it is the limit and one', () => {
    expect(typingDistance('kitten', 'sitting', 2)).toBe(3);
    expect(typingDistance('kitten', 'saturday', 2)).toBe(3);
    expect(typingDistance('a', 'abcdef', 2)).toBe(3);
  });
});
