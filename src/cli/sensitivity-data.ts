/** A sensitivity analysis as JSON and as a table. */
import type { Estimate } from '../analysis/index.ts';
import type { SensitivityOutput, SensitivityResult } from '../experiment/index.ts';
import { ESTIMATE_COLUMNS, estimateFields, type Field, type Table } from '../report/index.ts';
import { valueJson } from './estimate-json.ts';
import { faultsJson } from './limits-json.ts';

/** By factor: every index there is. */
function indicesOf(output: SensitivityOutput): Readonly<Record<string, readonly (Estimate | null)[]>> {
  switch (output.method) {
    case 'sobol':
      return { ...(output.first === null ? {} : { first: output.first }), total: output.total };
    case 'morris':
      return { mu_star: output.effects.map(({ meanSize }) => meanSize) };
    case 'given-data':
      return { pawn: output.pawn, prcc: output.rankCorrelation, src: output.regression };
    case 'luck':
    case 'tornado':
      return {};
    default:
      return output satisfies never;
  }
}

/** Numbers about factors that are no estimates. */
function numbersOf(output: SensitivityOutput): Readonly<Record<string, readonly number[]>> {
  switch (output.method) {
    case 'sobol':
      return {};
    case 'morris':
      return {
        mu: output.effects.map(({ mean }) => mean),
        sigma: output.effects.map(({ spread }) => spread),
        mu_star_by_luck: output.effects.map(({ byLuck }) => byLuck),
      };
    case 'given-data':
      return { pawn_by_chance: output.pawn.map(({ byChance }) => byChance) };
    case 'luck':
    case 'tornado':
      return {};
    default:
      return output satisfies never;
  }
}

/** What is not of a single factor. */
function restOf(output: SensitivityOutput, factors: SensitivityResult['factors']) {
  switch (output.method) {
    case 'sobol':
      return {
        luck: output.luck === null ? null : valueJson(output.luck),
        second:
          output.second?.map(({ factors: [one, other], index }) => ({
            factors: [factors[one]!.id, factors[other]!.id],
            ...valueJson(index),
          })) ?? null,
        convergence: output.convergence,
      };
    case 'morris':
      return {};
    case 'given-data':
      return { explained: output.explained };
    case 'luck':
      return {
        ignorance: valueJson(output.ignorance),
        luck: valueJson(output.luck),
        ignorance_share: valueJson(output.ignoranceShare),
      };
    case 'tornado':
      return {
        bars: output.bars.map(({ id, label, least, most, swing }) => ({
          id,
          label,
          least: {
            value: least.value,
            share: least.share.value,
            low: least.share.low,
            high: least.share.high,
          },
          most: { value: most.value, share: most.share.value, low: most.share.low, high: most.share.high },
          swing: valueJson(swing),
        })),
      };
    default:
      return output satisfies never;
  }
}

function outputJson(output: SensitivityOutput, factors: SensitivityResult['factors']) {
  const { id, label, kind, mean } = output;
  const [indices, numbers] = [indicesOf(output), numbersOf(output)];
  const extra = restOf(output, factors);
  return {
    id,
    label,
    kind,
    mean,
    factors: factors.map((factor, i) => ({
      ...factor,
      ...Object.fromEntries(Object.entries(indices).map(([name, all]) => [name, valueJson(all[i] ?? null)])),
      ...Object.fromEntries(Object.entries(numbers).map(([name, all]) => [name, all[i]])),
    })),
    ...extra,
  };
}

/** Every index by output and factor; numbers that do not exist are null. */
export function sensitivityJson({
  manifest,
  runs,
  factors,
  outputs,
  left,
  faults,
  interrupted,
}: SensitivityResult) {
  return {
    manifest,
    runs,
    interrupted,
    outputs: outputs.map((output) => outputJson(output, factors)),
    left,
    ...faultsJson(faults),
  };
}

/** The same as a table: an index of a factor for an output a row. */
export function sensitivityTable({ factors, outputs }: SensitivityResult): Table {
  return {
    columns: ['output', 'kind', 'index', 'factor', ...ESTIMATE_COLUMNS],
    rows: outputs.flatMap((output): readonly (readonly Field[])[] => [
      ...Object.entries(indicesOf(output)).flatMap(([index, all]) =>
        all.map((estimate, i) => [
          output.id,
          output.kind,
          index,
          factors[i]!.id,
          ...estimateFields(estimate),
        ]),
      ),
      ...Object.entries(numbersOf(output)).flatMap(([index, all]) =>
        all.map((value, i) => [output.id, output.kind, index, factors[i]!.id, value, null, null, null, null]),
      ),
      ...(output.method === 'sobol' && output.second !== null
        ? output.second.map(({ factors: [one, other], index }) => [
            output.id,
            output.kind,
            'second',
            `${factors[one]!.id}:${factors[other]!.id}`,
            ...estimateFields(index),
          ])
        : []),
      ...(output.method === 'sobol' && output.luck !== null
        ? [[output.id, output.kind, 'luck', null, ...estimateFields(output.luck)]]
        : []),
      ...(output.method === 'tornado'
        ? output.bars.map(({ id, swing }) => [output.id, output.kind, 'swing', id, ...estimateFields(swing)])
        : []),
      ...(output.method === 'luck'
        ? [
            [output.id, output.kind, 'ignorance_share', null, ...estimateFields(output.ignoranceShare)],
            [output.id, output.kind, 'ignorance_variance', null, ...estimateFields(output.ignorance)],
            [output.id, output.kind, 'luck_variance', null, ...estimateFields(output.luck)],
          ]
        : []),
    ]),
  };
}
