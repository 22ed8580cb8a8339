/** The page's worker: keeps the kernel, answers the newest question in pictures that get finer. */
import { readPageModel } from '../report/index.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { openSimulation, type Simulation } from './simulation.ts';

/** The little of a worker's scope that is used here: the library of types for pages has it otherwise. */
interface Scope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}

const scope = globalThis as unknown as Scope;

/** Milliseconds of one step, about: a new question waits no longer. */
const STEP_MS = 60;
/** Runs of the first step, which is to be seen at once. */
const FIRST = 400;
/** A picture is made when there are so many times the runs of the one before, and at the end. */
const FINER = 4;

let simulation: Simulation | null = null;
let newest = 0;

scope.onmessage = ({ data }) => {
  try {
    switch (data.kind) {
      case 'open':
        simulation = openSimulation(readPageModel(data.model), () => performance.now());
        return;
      case 'ask':
        newest = data.number;
        answer(data);
        return;
      default:
        data satisfies never;
    }
  } catch (error) {
    broken(error);
  }
};

function answer({ number, question }: Extract<ToWorker, { kind: 'ask' }>): void {
  if (simulation === null) throw new Error('the worker was asked before it was opened');
  const asked = simulation(question);
  if ('refused' in asked) {
    scope.postMessage({ kind: 'refused', number, why: asked.refused });
    return;
  }
  let next = FIRST;
  const step = (runs: number): void => {
    if (number !== newest) return;
    try {
      const { done, pace } = asked.step(runs);
      const isDone = done >= question.runs;
      if (isDone || done >= next) {
        scope.postMessage({ kind: 'picture', number, picture: asked.picture() });
        next = done * FINER;
      }
      if (isDone) return;
      const more = Math.max(FIRST, Math.floor((pace * STEP_MS) / 1000));
      // Messages that came meanwhile are read first.
      setTimeout(() => step(more), 0);
    } catch (error) {
      broken(error);
    }
  };
  step(FIRST);
}

function broken(error: unknown): void {
  scope.postMessage({ kind: 'broken', why: error instanceof Error ? error.message : String(error) });
}
