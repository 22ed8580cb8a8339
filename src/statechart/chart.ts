/** A chart: a scenario's machine with what its runs share. Make one per scenario and reuse it. */
import { type ActorScope, createActor, getNextTransitions, type SnapshotFrom } from 'xstate';
import type { Point, Scenario } from '../scenario/index.ts';
import { createRunMachine } from './machine.ts';
import { type Copula, copulaOf } from './parameters.ts';
import { compileProgram, type Program } from './program.ts';
import type { RunEvent } from './run-event.ts';

export type RunMachine = ReturnType<typeof createRunMachine>;

/** A run at the start of a step: XState's snapshot, whose context is the whole state. Immutable. */
export type RunSnapshot = SnapshotFrom<RunMachine>;

export interface Chart {
  readonly scenario: Scenario;
  /** The scenario as an XState machine, for whoever wants to look at it or draw it. */
  readonly machine: RunMachine;
  readonly program: Program;
  /** By region, the transitions that can happen next, in the order in which they are preferred. */
  readonly nextTransitions: (snapshot: RunSnapshot) => readonly (readonly number[])[];
  readonly copulaFor: (point: Point) => Copula;
  readonly send: (snapshot: RunSnapshot, event: RunEvent) => RunSnapshot;
}

/** Builds the chart of a checked scenario: its machine, and its expressions compiled. */
export function createChart(scenario: Scenario): Chart {
  const program = compileProgram(scenario);
  const machine = createRunMachine(program);
  const scope = inertScope(machine);
  return {
    scenario,
    machine,
    program,
    nextTransitions: transitionLookup(scenario),
    copulaFor: copulaLookup(scenario),
    send: (snapshot, event) => machine.transition(snapshot, event, scope),
  };
}

/**
 * Where a pure transition takes place: nowhere. XState's own `transition` makes such a scope, and an actor with it, for
 * each event; one is enough, since our actions only assign.
 */
function inertScope(machine: RunMachine): ActorScope<RunSnapshot, RunEvent> {
  const self = createActor(machine);
  const nothing = (): void => {};
  return {
    self,
    id: '',
    sessionId: '',
    system: self.system,
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  };
}

/** So many configurations are kept; a chart that has more begins again. */
const MOST_KEPT = 10_000;

/**
 * XState's `getNextTransitions` gives what each active leaf and its ancestors react to: leaf before ancestor, document
 * order within. Ours are those that carry our index. They depend on the active stages only, and are kept by them.
 */
function transitionLookup(scenario: Scenario): Chart['nextTransitions'] {
  const kept = new Map<string, readonly (readonly number[])[]>();
  return (snapshot) => {
    const key = JSON.stringify(snapshot.value);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = scenario.regions.map((): Set<number> => new Set());
    for (const { meta } of getNextTransitions(snapshot)) {
      const index: unknown = meta?.transition;
      if (typeof index === 'number') found[scenario.transitions[index]!.region]!.add(index);
    }
    const byRegion = found.map((indexes) => [...indexes]);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, byRegion);
    return byRegion;
  };
}

/** A point's copula, worked out once as long as the point is in use. */
function copulaLookup(scenario: Scenario): Chart['copulaFor'] {
  const kept = new WeakMap<Point, Copula>();
  return (point) => {
    const known = kept.get(point);
    if (known !== undefined) return known;
    const copula = copulaOf(scenario, point);
    kept.set(point, copula);
    return copula;
  };
}
