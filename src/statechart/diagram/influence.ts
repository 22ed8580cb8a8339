/**
 * What feeds what in a scenario: parameters, variables, auxiliaries, transitions, decisions and shocks, and between them
 * what an expression reads and what a list of effects changes. Stages are not in it: the chart shows those.
 */
import { type CheckedExpression, references } from '../../expression/index.ts';
import {
  type Effect,
  type Happening,
  type Scenario,
  type Trigger,
  triggerExpressions,
  type Variable,
} from '../../scenario/index.ts';
import { plainLine, triggerInWords } from '../words.ts';

export type InfluenceKind = 'parameter' | 'variable' | 'auxiliary' | 'transition' | 'decision' | 'shock';

export interface InfluenceNode {
  /** `parameter_3`: unique, letters, digits and `_`. */
  readonly id: string;
  readonly kind: InfluenceKind;
  /** Its name, or a transition's path. */
  readonly path: string;
  readonly label: string;
  /** Its formula or what makes it due, in words; empty for none. */
  readonly formula: string;
}

export interface Influence {
  readonly from: string;
  readonly to: string;
  /** `reads`: an expression of `to` reads `from`; `changes`: `from` sets or adds to the variable `to`. */
  readonly kind: 'reads' | 'changes';
}

export interface InfluenceGraph {
  /** Parameters first, then variables, auxiliaries, transitions, decisions and shocks, each in document order. */
  readonly nodes: readonly InfluenceNode[];
  readonly edges: readonly Influence[];
}

/** Only what feeds something or is fed is in it. */
export function influenceGraph(scenario: Scenario): InfluenceGraph {
  const edges = distinct([
    ...valueEdges(scenario),
    ...happeningEdges(scenario),
    ...scenario.stages.flatMap(({ entry, exit }) => effectReads(scenario, [...entry, ...exit])),
  ]);
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return { nodes: allNodes(scenario).filter(({ id }) => linked.has(id)), edges };
}

const idOf = (kind: InfluenceKind, index: number): string => `${kind}_${index}`;

function allNodes(scenario: Scenario): readonly InfluenceNode[] {
  const { parameters, variables, auxiliaries, transitions, decisions, shocks } = scenario;
  const due = (trigger: Trigger | null): string =>
    trigger === null ? '' : triggerInWords(scenario, trigger);
  return [
    ...parameters.map((each) => node('parameter', each.name, each, '')),
    ...variables.map((each) => node('variable', each.name, each, ruleInWords(each))),
    ...auxiliaries.map((each) => node('auxiliary', each.name, each, plainLine(each.value.text))),
    ...transitions.map((each) => node('transition', each.path, each, due(each.trigger))),
    ...decisions.map((each) => node('decision', each.name, each, due(each.ask))),
    ...shocks.map((each) => node('shock', each.name, each, due(each.trigger))),
  ];
}

const ruleInWords = ({ rule }: Variable): string =>
  rule === null ? '' : `${rule.kind} ${plainLine(rule.expression.text)}`;

const node = (
  kind: InfluenceKind,
  path: string,
  { index, label }: { readonly index: number; readonly label: string },
  formula: string,
): InfluenceNode => ({ id: idOf(kind, index), kind, path, label: plainLine(label), formula });

function valueEdges(scenario: Scenario): readonly Influence[] {
  const { variables, auxiliaries, stages } = scenario;
  return [
    ...variables.flatMap(({ index, initial, rule, noise }) =>
      reads(scenario, [initial, rule?.expression, noise], idOf('variable', index)),
    ),
    ...auxiliaries.flatMap(({ index, value }) => reads(scenario, [value], idOf('auxiliary', index))),
    ...stages.flatMap((stage) => [
      ...stage.rules.flatMap(({ variable, rule }) =>
        reads(scenario, [rule.expression], idOf('variable', variable)),
      ),
      ...stage.auxiliaries.flatMap(({ auxiliary, value }) =>
        reads(scenario, [value], idOf('auxiliary', auxiliary)),
      ),
    ]),
  ];
}

function happeningEdges(scenario: Scenario): readonly Influence[] {
  const { transitions, decisions, shocks } = scenario;
  return [
    ...transitions.flatMap(({ index, trigger, effects, decision }) => {
      const id = idOf('transition', index);
      const asks =
        decision === null ? [] : [{ from: id, to: idOf('decision', decision), kind: 'reads' } as const];
      return [
        ...reads(scenario, triggerExpressions(trigger), id),
        ...asks,
        ...changes(scenario, id, effects),
      ];
    }),
    ...decisions.flatMap(({ index, ask, options }) => {
      const id = idOf('decision', index);
      return [
        ...reads(scenario, ask === null ? [] : triggerExpressions(ask), id),
        ...options.flatMap(({ weight, available, effects }) => [
          ...reads(scenario, [weight, available], id),
          ...changes(scenario, id, effects),
        ]),
      ];
    }),
    ...shocks.flatMap(({ index, trigger, effects }) => {
      const id = idOf('shock', index);
      return [...reads(scenario, triggerExpressions(trigger), id), ...changes(scenario, id, effects)];
    }),
  ];
}

/** The variables a list changes, fed also by what its expressions read. */
const changes = (scenario: Scenario, from: string, effects: readonly Effect[]): readonly Influence[] => [
  ...effects.map(({ variable }) => ({ from, to: idOf('variable', variable), kind: 'changes' }) as const),
  ...effectReads(scenario, effects),
];

const effectReads = (scenario: Scenario, effects: readonly Effect[]): readonly Influence[] =>
  effects.flatMap(({ variable, expression }) => reads(scenario, [expression], idOf('variable', variable)));

/** What expressions read, as edges to whom they belong. What it reads of itself is left out. */
function reads(
  scenario: Scenario,
  expressions: readonly (CheckedExpression | null | undefined)[],
  to: string,
): readonly Influence[] {
  return expressions.flatMap((expression) => {
    if (expression === null || expression === undefined) return [];
    const found = references(expression.tree);
    const from = [
      ...[...found.parameters].map((index) => idOf('parameter', index)),
      ...[...found.variables].map((index) => idOf('variable', index)),
      ...[...found.auxiliaries].map((index) => idOf('auxiliary', index)),
      ...[...found.happenings].map((index) => happeningId(scenario.happenings[index]!)),
    ];
    return from.filter((id) => id !== to).map((id) => ({ from: id, to, kind: 'reads' }) as const);
  });
}

function happeningId(happening: Happening): string {
  switch (happening.kind) {
    case 'transition':
      return idOf('transition', happening.transition);
    case 'option':
      return idOf('decision', happening.decision);
    case 'shock':
      return idOf('shock', happening.shock);
    default:
      throw new Error(`not a happening: ${JSON.stringify(happening satisfies never)}`);
  }
}

/** Each pair once: what changes something says more than what reads it. */
function distinct(edges: readonly Influence[]): readonly Influence[] {
  const found = new Map<string, Influence>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to}`;
    if (!found.has(key) || edge.kind === 'changes') found.set(key, edge);
  }
  return [...found.values()];
}
