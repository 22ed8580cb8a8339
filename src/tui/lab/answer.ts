/** Answers the question that lies open; a newer one, or none, ends the work on it. */
import type { Store } from '../state/store.ts';
import type { LabAction } from './action.ts';
import type { LabEngine, Work } from './engine.ts';
import { type Answer, QUESTION_RUNS, type Question } from './questions.ts';
import type { LabState } from './state.ts';

export interface Answerer {
  readonly stop: () => void;
}

/** @param isHeld whether the live distribution needs the engines now. */
export function createAnswerer(
  store: Store<LabState, LabAction>,
  engine: LabEngine,
  isHeld: () => boolean,
): Answerer {
  let open: Question | null = null;
  let work = new AbortController();

  const look = (): void => {
    const { overlay } = store.state();
    const question = overlay?.kind === 'question' ? overlay.question : null;
    if (question === open) return;
    work.abort();
    open = question;
    if (question === null || (overlay?.kind === 'question' && overlay.answer !== null)) return;
    work = new AbortController();
    const { signal } = work;
    const say = (answer: Answer): void => {
      if (!signal.aborted) store.dispatch({ type: 'answer', to: question, answer });
    };
    answer(engine, question, { signal, isHeld }, say).catch((error: unknown) => {
      if (signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      store.dispatch({ type: 'unanswered', to: question, message });
    });
  };

  const end = store.subscribe(look);
  return {
    stop: () => {
      end();
      work.abort();
    },
  };
}

async function answer(
  engine: LabEngine,
  question: Question,
  work: Omit<Work<never>, 'onPass'>,
  say: (answer: Answer) => void,
): Promise<void> {
  const { scenario, point } = question;
  switch (question.kind) {
    case 'curve':
    case 'map':
    case 'tornado': {
      const { kind, points } = question;
      const onPass = (at: Extract<Answer, { kind: 'curve' | 'map' | 'tornado' }>['at']) => say({ kind, at });
      await engine.outcomesAt(scenario, points, QUESTION_RUNS[kind], { ...work, onPass });
      return;
    }
    case 'drill': {
      const { outcome } = question;
      await engine.drill(
        { scenario, point, outcome, runs: QUESTION_RUNS.drill },
        { ...work, onPass: (drill) => say({ kind: 'drill', drill }) },
      );
      return;
    }
    case 'story': {
      const run = question.examples[question.place]!;
      say({ kind: 'story', told: await engine.tell(scenario, point, run) });
      return;
    }
    case 'futures': {
      const futures = await engine.futures({ ...question, futures: QUESTION_RUNS.futures }, work.signal);
      if (futures !== null) say({ kind: 'futures', futures });
      else if (!work.signal.aborted) throw new Error('None of the runs that were looked at ends so.');
      return;
    }
    default:
      question satisfies never;
  }
}
