/** Proves that a page's address says its question and nothing else: written, sent and read it is the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, sameQuestion, writeAddress } from '../../../src/page/address.ts';
import type { Question } from '../../../src/page/messages.ts';
import { NO_SETTINGS } from '../../../src/scenario/index.ts';

const USUAL: Question = { settings: NO_SETTINGS, seed: '2022', runs: 10_000 };

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const question: fc.Arbitrary<Question> = fc.record({
  settings: fc.record({
    variant: fc.option(name),
    set: fc.dictionary(
      name,
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
        name,
      ),
    ),
    decide: fc.dictionary(name, name),
    without: fc.array(fc.stringMatching(/^[a-z]{1,5}(?:\.[a-z]{1,5})?$/), { maxLength: 3 }),
    atBaseline: fc.boolean(),
  }),
  seed: fc.string({ minLength: 1 }),
  runs: fc.constantFrom(1000, 10_000, 12_345),
});

describe("a page's address", () => {
  it('is empty where nothing is asked', () => {
    expect(writeAddress(USUAL, USUAL)).toBe('');
    expect(readAddress('', USUAL)).toEqual(USUAL);
  });

  it('reads as it is meant', () => {
    const asked = readAddress(
      '#set.loyalty=0.30&set.sponsor=gangs&decide.response=shoot&without=oil_falls,a.b&seed=0',
      USUAL,
    );
    expect(asked).toEqual({
      settings: {
        variant: null,
        set: { loyalty: 0.3, sponsor: 'gangs' },
        decide: { response: 'shoot' },
        without: ['oil_falls', 'a.b'],
        atBaseline: false,
      },
      seed: '0',
      runs: 10_000,
    });
  });

  it('comes back the same, whatever is asked and whatever is usual', () => {
    fc.assert(
      fc.property(question, question, (asked, usual) => {
        const read = readAddress(`#${writeAddress(asked, usual)}`, usual);
        expect(sameQuestion(read, asked)).toBe(true);
        expect(read).toEqual(asked);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it('takes no runs that a page could not make', () => {
    for (const runs of ['-1', '1e9', 'NaN', '2.5', ''])
      expect(readAddress(`#runs=${runs}`, USUAL).runs).toBe(10_000);
  });

  it('knows a name that is a property of every object for what it is', () => {
    const asked = { ...USUAL, settings: { ...NO_SETTINGS, set: { constructor: 1 } } };
    expect(readAddress(`#${writeAddress(asked, USUAL)}`, USUAL)).toEqual(asked);
  });
});
