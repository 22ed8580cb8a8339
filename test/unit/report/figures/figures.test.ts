// Proves of every figure: Vega-Lite takes it without a warning, its SVG has the same bytes again, and no text of a
// scenario becomes an expression, markup or a link in it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SensitivityMethod } from '../../../../src/experiment/index.ts';
import {
  branchFigures,
  comparisonFigures,
  discoveryFigures,
  type FigureSpec,
  figureConfig,
  figureSvg,
  incidenceFigures,
  sensitivityFigures,
  simulationFigures,
  sweepFigures,
  thresholdFigures,
} from '../../../../src/report/index.ts';
import { startPool } from '../../../../src/runner/index.ts';
import type { Scenario } from '../../../../src/scenario/index.ts';
import {
  analysed,
  branched,
  cameBy,
  compared,
  discovered,
  fuelPrices,
  simulated,
  swept,
  tipped,
} from '../../../helpers/figure-answers.ts';

const pool = startPool({ workers: 0, now: () => performance.now() });
afterAll(() => pool.close());

type Draw = (scenario: Scenario, result: never) => readonly FigureSpec[];

/** An answer and what draws it: of a result with other words in it too. */
interface Drawn {
  readonly name: string;
  readonly result: unknown;
  readonly draw: Draw;
}

const METHODS: readonly SensitivityMethod[] = ['sobol', 'morris', 'given-data', 'luck', 'tornado'];
const all: Drawn[] = [];
const add = (name: string, result: unknown, draw: Draw): void => {
  all.push({ name, result, draw });
};

beforeAll(async () => {
  add('simulate', await simulated(pool), simulationFigures);
  add('compare', await compared(pool, ['baseline', 'loyal_police']), comparisonFigures);
  const sweeping: Draw = (scenario, result) => sweepFigures(scenario, result, 'government_falls');
  add('sweep', await swept(pool, ['loyalty'], 6), sweeping);
  add('sweep over names', await swept(pool, ['response'], 4), sweeping);
  add('sweep over two', await swept(pool, ['loyalty', 'response'], 4), sweeping);
  add('threshold', await tipped(pool), thresholdFigures);
  for (const method of METHODS)
    add(method, await analysed(pool, method), (_, result) => sensitivityFigures(result));
  add('discover', await discovered(pool), (_, result) => discoveryFigures(result));
  add('branch', await branched(pool), branchFigures);
  const coming: Draw = (scenario, result) => incidenceFigures(scenario, result, []);
  add('incidence', await cameBy(pool, ['baseline']), coming);
  add('incidence of sides', await cameBy(pool, ['baseline', 'loyal_police']), coming);
}, 60_000);

/** The first figures of each kind: one outcome's is like another's. */
const MOST = 3;
const figuresOf = (scenario: Scenario, { result, draw }: Drawn): readonly FigureSpec[] =>
  draw(scenario, result as never).slice(0, MOST);

async function compiled(
  spec: FigureSpec,
): Promise<{ readonly vega: unknown; readonly warned: readonly string[] }> {
  const { compile } = await import('vega-lite');
  const { logger, Warn } = await import('vega');
  const warned: string[] = [];
  const log = logger(Warn);
  log.warn = (...words: readonly unknown[]) => {
    warned.push(words.join(' '));
    return log;
  };
  // Vega-Lite begins names of its own with the specification's, which has letters, digits and `-` alone.
  const { name: _, ...rest } = spec;
  const whole = { ...rest, config: figureConfig('light') } as unknown as Parameters<typeof compile>[0];
  return { vega: compile(whole, { logger: log }).spec, warned };
}

describe('every figure', () => {
  test('is plain data that Vega-Lite takes without a warning', async () => {
    for (const drawn of all) {
      for (const spec of figuresOf(fuelPrices, drawn)) {
        expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
        const { warned } = await compiled(spec);
        expect(warned, `${drawn.name}: ${spec.name}`).toEqual([]);
      }
    }
  }, 60_000);

  test('has a name for a file of its own, a title and words for who does not see it', () => {
    for (const drawn of all) {
      const specs = figuresOf(fuelPrices, drawn);
      expect(specs.length, drawn.name).toBeGreaterThan(0);
      expect(new Set(specs.map(({ name }) => name)).size).toBe(specs.length);
      for (const { name, title, description } of specs) {
        expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(title.text.length).toBeGreaterThan(0);
        expect(description.length).toBeGreaterThan(30);
      }
    }
  });

  test('is the same bytes again, in a font of no name, and says its title and description', async () => {
    for (const drawn of all) {
      const [spec] = figuresOf(fuelPrices, drawn);
      const svg = await figureSvg(spec!);
      expect(await figureSvg(spec!)).toBe(svg);
      expect(new Set(svg.match(/font-family="[^"]*"/g))).toEqual(new Set(['font-family="sans-serif"']));
      expect(svg).toMatch(
        /^<svg [^>]*role="graphics-document document" aria-label="[^"]+"><title>[^<]+<\/title><desc>[^<]+<\/desc>/,
      );
      expect(/NaN|undefined|Infinity/.exec(svg)).toBeNull();
    }
  }, 60_000);

  test('is the same bytes among others that are asked for at once', async () => {
    const specs = all.slice(0, 5).map((drawn) => figuresOf(fuelPrices, drawn)[0]!);
    const alone: string[] = [];
    for (const spec of specs) alone.push(await figureSvg(spec));
    expect(await Promise.all(specs.map((spec) => figureSvg(spec)))).toEqual(alone);
  });

  test('is drawn for dark pages too', async () => {
    const [spec] = figuresOf(fuelPrices, all[0]!);
    const svg = await figureSvg(spec!, 'dark');
    expect(svg).toContain('fill="#14171c"');
    expect(svg).not.toContain('#ffffff');
  });
});

const HOSTILE = [
  `pwned"]</script><script>alert(1)</script>`,
  `pwned datum['x'] + signal("y")`,
  `pwned'; fetch("http://example.invalid/")`,
  `pwned <img src=x onerror=alert(1)> & "quotes" {{x}}`,
  `pwned javascript:alert(1)`,
  `\u202epwned دولة في أزمة`,
  `pwned${'x'.repeat(10_000)}`,
  `pwned \u0000\u001b[31m\ufffe`,
  `pwned[0].y\\.z`,
];
const WORDS = new Set(['label', 'title', 'target', 'unit', 'side', 'against', 'name', 'text']);

/** The same with hostile words wherever a reader is told something. */
function poisoned(value: unknown, place = { next: 0 }): unknown {
  if (Array.isArray(value)) return value.map((one) => poisoned(one, place));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (!WORDS.has(key) || typeof one !== 'string') return [key, poisoned(one, place)];
      place.next += 1;
      return [key, HOSTILE[place.next % HOSTILE.length]];
    }),
  );
}

const EXPRESSIONS = new Set([
  'signal',
  'expr',
  'test',
  'update',
  'init',
  'events',
  'as',
  'calculate',
  'filter',
]);

/** Every text of a Vega specification that is an expression, or names a field. */
function expressionsOf(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return EXPRESSIONS.has(key) || key === 'field' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => expressionsOf(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, one]) => expressionsOf(one, inner));
}

test('an answer without runs has no figures', () => {
  for (const drawn of all.filter(({ name }) => ['simulate', 'compare', 'sweep', 'branch'].includes(name))) {
    const result = { ...(drawn.result as object), runs: 0 };
    expect(figuresOf(fuelPrices, { ...drawn, result })).toEqual([]);
  }
});

describe('hostile words', () => {
  const hostile = poisoned({
    title: fuelPrices.title,
    outcomes: fuelPrices.outcomes,
    timeline: fuelPrices.timeline,
  }) as Pick<Scenario, 'title' | 'outcomes' | 'timeline'>;
  const scenario: Scenario = { ...fuelPrices, ...hostile };

  test('are never an expression or the name of a field', async () => {
    for (const drawn of all) {
      const result = poisoned(drawn.result);
      for (const spec of figuresOf(scenario, { ...drawn, result })) {
        const { vega, warned } = await compiled(spec);
        expect(JSON.stringify(vega).includes('pwned')).toBe(true);
        expect(warned, `${drawn.name}: ${spec.name}`).toEqual([]);
        const told = expressionsOf(vega).filter((text) => text.includes('pwned'));
        expect(
          told.map((text) => text.slice(0, 200)),
          `${drawn.name}: ${spec.name}`,
        ).toEqual([]);
      }
    }
  }, 60_000);

  test('are no markup and no link in the SVG', async () => {
    for (const drawn of all) {
      const [spec] = figuresOf(scenario, { ...drawn, result: poisoned(drawn.result) });
      const svg = await figureSvg(spec!);
      const tags = new Set(svg.match(/<\/?[a-z]+/gi));
      for (const tag of ['<script', '<img', '<a', '<image', '<foreignObject', '<style'])
        expect(tags).not.toContain(tag);
      const bare = svg.replace(/"[^"]*"/g, '""');
      expect(/<[^>]* (?:on[a-z]+|href|xlink:href)=/.test(bare)).toBe(false);
      // Half of a surrogate pair, control characters and U+FFFE have no place in XML 1.0.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(svg)).toBe(false);
      expect(svg.length).toBeLessThan(400_000);
    }
  }, 60_000);
});
