// Proves that outcomes and stages can be told apart without colour, and that a scenario's own colours are kept.
import { describe, expect, test } from 'vitest';
import { hueNamed, outcomeLooks, stageLooks } from '../../../../src/report/index.ts';

const uncoloured = (count: number) => Array.from({ length: count }, () => ({ colour: null }));

describe('outcomes', () => {
  test('each has a sign of its own, the last the ring of the unresolved', () => {
    const looks = outcomeLooks(uncoloured(20));
    expect(new Set(looks.map(({ sign }) => sign)).size).toBe(20);
    expect(looks[19]).toEqual({ sign: '○', hue: 'grey' });
  });

  test('a wished colour is kept and not given to others', () => {
    const hues = outcomeLooks([{ colour: null }, { colour: 'red' }, { colour: 'sky' }, { colour: null }]).map(
      ({ hue }) => hue,
    );
    expect(hues).toEqual(['orange', 'vermillion', 'sky', 'grey']);
  });

  test('an unknown colour is no colour', () => {
    expect(hueNamed('mauve')).toBeNull();
    expect(hueNamed('constructor')).toBeNull();
    expect(hueNamed(' Green ')).toBe('green');
  });
});

describe('stages', () => {
  const signs = (...labels: string[]) =>
    stageLooks(labels.map((label) => ({ label, outcome: null, leaf: true }))).map((one) => one.sign);

  test('letters come from their labels', () => {
    expect(signs('Protest', 'Violence', 'Purge', 'Split', 'Showdown')).toEqual(['P', 'V', 'U', 'S', 'H']);
  });
  test('no two stages share one, whatever they are called', () => {
    const letters = signs(...Array.from({ length: 30 }, () => 'aa'), '日本', '123', '');
    expect(new Set(letters).size).toBe(33);
  });
  test('ten stages without a colour of their own have ten; a stage with others inside takes none of them', () => {
    const stages = Array.from({ length: 11 }, (_, index) => ({ label: 'a', outcome: null, leaf: index > 0 }));
    const hues = stageLooks(stages).map(({ hue }) => hue);
    expect(new Set(hues).size).toBe(11);
    expect(hues[0]).toBe('grey');
  });
  test('a stage that ends the run has the hue of its outcome', () => {
    const [first, second] = stageLooks([
      { label: 'a', outcome: 'sky', leaf: true },
      { label: 'b', outcome: null, leaf: true },
    ]);
    expect(first?.hue).toBe('sky');
    expect(second?.hue).not.toBe('sky');
  });
});
