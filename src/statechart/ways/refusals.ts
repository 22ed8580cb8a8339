/** Why the states of a scenario cannot all be gone through: what in it has no end of possible values. */
import type { Point, Scenario, Trigger } from '../../scenario/index.ts';
import { placeOf } from '../armable.ts';
import type { Matters } from './matters.ts';

export interface NotFinite {
  /** A sentence without its full stop. */
  readonly why: string;
  /** Path of keys in the scenario. */
  readonly place: string;
  readonly file: string;
  /** 1-based; null where it is known by its keys alone. */
  readonly line: number | null;
}

/** Empty where every draw has finitely many results that matter: parameters that are drawn are choices. */
export function notFinite(scenario: Scenario, point: Point, matters: Matters): readonly NotFinite[] {
  return [
    ...noise(scenario, matters),
    ...gaps(scenario, point),
    ...parameters(scenario, point, matters),
    ...correlations(scenario, point, matters),
  ];
}

const isDrawn = ({ parameters: all }: Scenario, point: Point, index: number): boolean =>
  point.parameters[index] === null && all[index]!.distribution !== null;

function parameters(scenario: Scenario, point: Point, matters: Matters): readonly NotFinite[] {
  return scenario.parameters.flatMap(({ index, name, distribution }): readonly NotFinite[] => {
    if (!matters.parameters.has(index) || !isDrawn(scenario, point, index)) return [];
    if (distribution?.kind === 'choice') return [];
    return [
      {
        why: `the parameter \`${name}\` is drawn from a ${distribution?.kind} distribution; hold it with --set ${name}=… or --at-baseline`,
        place: `parameters.${name}`,
        file: scenario.file,
        line: null,
      },
    ];
  });
}

function correlations(scenario: Scenario, point: Point, matters: Matters): readonly NotFinite[] {
  return scenario.correlations.flatMap(({ first, second }): readonly NotFinite[] => {
    const both = [first, second].every(
      (index) =>
        matters.parameters.has(index) &&
        isDrawn(scenario, point, index) &&
        scenario.parameters[index]!.distribution?.kind === 'choice',
    );
    const names = [first, second].map((index) => scenario.parameters[index]!.name);
    return both
      ? [
          {
            why: `the parameters \`${names[0]}\` and \`${names[1]}\` are drawn together; hold one of them`,
            place: 'correlations',
            file: scenario.file,
            line: null,
          },
        ]
      : [];
  });
}

const noise = ({ variables }: Scenario, matters: Matters): readonly NotFinite[] =>
  variables.flatMap(({ index, name, noise: expression }): readonly NotFinite[] =>
    expression === null || !matters.variables.has(index)
      ? []
      : [
          {
            why: `the variable \`${name}\` has noise, so that it takes any value`,
            place: expression.place,
            file: expression.file,
            line: expression.line,
          },
        ],
  );

/** A drawn gap ends anywhere in a step, and the next one begins there. */
function gaps(scenario: Scenario, { removed }: Point): readonly NotFinite[] {
  const { transitions, shocks, decisions, file } = scenario;
  const drawn = (trigger: Trigger | null): boolean =>
    trigger?.kind === 'every' && trigger.gap.kind === 'distribution';
  const triggers = [
    ...transitions
      .filter(({ happening }) => !removed[happening])
      .map((one) => ({ name: one.path, place: placeOf(scenario, one), trigger: one.trigger })),
    ...shocks
      .filter(({ happening }) => !removed[happening])
      .map(({ name, trigger }) => ({ name, place: `shocks.${name}`, trigger })),
    ...decisions.map(({ name, ask }) => ({ name, place: `decisions.${name}.ask`, trigger: ask })),
  ];
  return triggers
    .filter(({ trigger }) => drawn(trigger))
    .map(({ name, place }) => ({
      why: `the gap of \`every\` of \`${name}\` is drawn from a distribution, and ends anywhere in a step; a fixed gap would do`,
      place,
      file,
      line: null,
    }));
}
