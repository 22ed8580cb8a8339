/** Proves that the words for a parameter tell how it was held or drawn. */
import { expect, test } from 'vitest';
import { treatments } from '../../../src/experiment/treatment.ts';
import { fromText, HEAD, pointOf } from './world.ts';

const scenario = fromText(`${HEAD}
time: { start: 2022-01-01, step: 1 day, horizon: 2 days }
parameters:
  even: { baseline: 0.5, range: [0, 1], distribution: { uniform: [0.25, 0.75] } }
  cut: { baseline: 0.2, range: [0, 1], distribution: { normal: { sd: 0.2 } } }
  below: { baseline: 0, distribution: { normal: { sd: 1 } } }
  bent: { baseline: 0.6, range: [0, 1], distribution: { beta: { sd: 0.15 } } }
  peaked: { baseline: 2, distribution: { triangular: [0, 2, 4] } }
  likely: { baseline: 2, distribution: { pert: [0, 2, 4] } }
  skewed: { baseline: 3, distribution: { lognormal: { median: 3, sigma: 0.5 } } }
  fixed: { baseline: 0.125 }
  sponsor: { one_of: { nobody: 5, gangs: 3, faction: 2 }, baseline: nobody }
  size: { baseline: 10, distribution: { choice: [{ value: 10, weight: 3 }, { value: 40, weight: 1 }] } }
regions: { r: { initial: a, stages: { a: { transitions: { x: { to: b, after: 1 day } } }, b: { outcome: end_b } } } }
outcomes: { end_b: {} }
`);

const words = (settings = {}) =>
  Object.fromEntries(
    treatments(scenario.parameters, pointOf(scenario, settings)).map(({ id, treatment, varied }) => [
      id,
      `${varied ? '~' : '='} ${treatment}`,
    ]),
  );

test('drawn: the kind, its centre and the 90 % range of what is drawn', () => {
  expect(words()).toEqual({
    even: '~ uniform, 0.25–0.75, 90 % within 0.275–0.725',
    // Below 0 lie Φ(-1) = 0.15866: 0.2 + 0.2 Φ⁻¹(0.15866 + 0.84131 u) = 0.0322, 0.5454 at u = 0.05, 0.95.
    cut: '~ normal, mean 0.2, 90 % within 0.0322–0.545',
    below: '~ normal, mean 0, 90 % within -1.64 to 1.64',
    // Quantiles of beta(5.8, 3.8667) and, for PERT, of 4 beta(3, 3), by quadrature and bisection.
    bent: '~ beta, mean 0.6, 90 % within 0.341–0.835',
    // 4 sqrt(0.05 / 2) = 0.632…
    peaked: '~ triangular, most likely 2, 90 % within 0.632–3.37',
    likely: '~ PERT, most likely 2, 90 % within 0.757–3.24',
    // 3 · exp(∓0.5 · 1.6449) = 1.318…, 6.828…
    skewed: '~ lognormal, median 3, 90 % within 1.32–6.83',
    fixed: '= held at 0.125',
    sponsor: '~ nobody 50 %, gangs 30 %, faction 20 %',
    size: '~ 10 75 %, 40 25 %',
  });
});

test('held: by the user, or all at their baselines', () => {
  const { even, sponsor } = words({ set: { even: 0.3, sponsor: 'gangs' } });
  expect([even, sponsor]).toEqual(['= held at 0.3', '= held at gangs']);
  const all = Object.values(words({ atBaseline: true }));
  expect(all.every((text) => text.startsWith('= held at '))).toBe(true);
});
