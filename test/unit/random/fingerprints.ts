/** Hashes of many outputs of every function of random/: equal hashes on two machines mean equal bits. */
import { createHash } from 'node:crypto';
import {
  choleskyOf,
  cumulative,
  type DistributionSpec,
  exp,
  log,
  normalCdf,
  normalQuantile,
  pearsonOfRank,
  power,
  quantile,
  quantileMap,
  seedKey,
  siteOf,
  studentQuantile,
  uniformAt,
} from '../../../src/random/index.ts';

const COUNT = 100_000;
const KEY = seedKey('fingerprints');

/** Outputs of `value` at COUNT uniforms of their own. */
function outputs(site: number, value: (u: number, v: number) => number): Float64Array {
  return Float64Array.from({ length: COUNT }, (_, i) =>
    value(uniformAt(KEY, 0, site, i, 0), uniformAt(KEY, 0, site, i, 1)),
  );
}

function hashOf(values: Float64Array): string {
  const bytes = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((x, i) => {
    bytes.setFloat64(i * 8, Number.isNaN(x) ? NaN : x, true);
  });
  return createHash('sha256').update(bytes).digest('hex');
}

const whole = [-Infinity, Infinity] as const;
const SPECS: readonly (readonly [DistributionSpec, number, number])[] = [
  [{ kind: 'uniform', low: -1, high: 2 }, -0.5, 1.5],
  [{ kind: 'triangular', low: 0, mode: 2, high: 3 }, 0.5, 2.9],
  [{ kind: 'pert', low: 0, mode: 2, high: 3 }, ...whole],
  [{ kind: 'normal', mean: 1, sd: 2 }, 0, Infinity],
  [{ kind: 'lognormal', median: 4, sigma: 0.7 }, ...whole],
  [{ kind: 'beta', alpha: 2, beta: 5 }, 0.1, 0.9],
  [{ kind: 'beta', alpha: 0.4, beta: 0.2 }, ...whole],
  [{ kind: 'choice', values: [1, 2, 3], weights: [1, 1, 1] }, ...whole],
  [{ kind: 'exponential', mean: 3 }, ...whole],
  [{ kind: 'gamma', mean: 3, sd: 1 }, ...whole],
  [{ kind: 'gamma', mean: 1, sd: 3 }, 0.1, Infinity],
  [{ kind: 'weibull', shape: 1.5, scale: 2 }, ...whole],
];

/** Name of a function or distribution → SHA-256 of its outputs. */
export function fingerprints(): Record<string, string> {
  const prints: Record<string, string> = {
    uniformAt: hashOf(outputs(1, (u) => u)),
    exp: hashOf(outputs(2, (u) => exp(u * 1460 - 748))),
    log: hashOf(outputs(3, (u, v) => log(v * exp(u * 1400 - 700)))),
    power: hashOf(outputs(4, (u, v) => power(u * 4, v * 20 - 10))),
    wholePower: hashOf(outputs(5, (u, v) => power(u * 4 - 2, Math.floor(v * 40) - 20))),
    normalQuantile: hashOf(outputs(6, (u, v) => normalQuantile(v < 0.5 ? u : exp(-700 * u)))),
    normalCdf: hashOf(outputs(7, (u) => normalCdf(u * 60 - 40))),
    pearsonOfRank: hashOf(outputs(8, (u) => pearsonOfRank(2 * u - 1))),
    siteOf: hashOf(Float64Array.from({ length: COUNT }, (_, i) => siteOf(`region/happening ${i} é`))),
    seedKey: hashOf(
      Float64Array.from({ length: 1000 }, (_, i) => seedKey(`${i}`).key0 + seedKey(`${i}`).key1),
    ),
    studentQuantile: hashOf(Float64Array.from({ length: 500 }, (_, i) => studentQuantile(1 + i * i, 0.975))),
    choleskyOf: hashOf(Float64Array.from(cholesky())),
  };
  SPECS.forEach(([spec, low, high], i) => {
    const map = quantileMap(spec, low, high);
    prints[`${spec.kind} ${i}`] = hashOf(outputs(100 + i, (u) => quantile(map, u)));
    prints[`${spec.kind} ${i} cumulative`] = hashOf(
      Float64Array.from({ length: 500 }, (_, j) => cumulative(spec, j / 100)),
    );
  });
  return prints;
}

function cholesky(): number[] {
  const rank = Array.from({ length: 20 }, (_, i) =>
    Array.from({ length: 20 }, (_, j) => power(0.7, Math.abs(i - j))),
  );
  return (choleskyOf(rank) ?? []).flat();
}
