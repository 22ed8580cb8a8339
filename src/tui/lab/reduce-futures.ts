/** From a story, a drill or a day to the futures there, on to the next moment of the run, and back. */
import type { StoryMoment } from '../../experiment/index.ts';
import { focusOf } from './figures.ts';
import type { FuturesQuestion } from './questions.ts';
import { withQuestion } from './reduce-questions.ts';
import type { LabState, Overlay } from './state.ts';

type OpenQuestion = Extract<Overlay, { kind: 'question' }>;

/** Opens the futures of what is marked. @param given a day, whatever lies open. */
export function futuresOpened(state: LabState, given: number | null = null): LabState {
  const { overlay, scenario, point, day } = state;
  if (overlay === null || given !== null) {
    const at = { kind: 'day', day: given ?? day ?? 0 } as const;
    return withQuestion(state, {
      kind: 'futures',
      scenario,
      point,
      run: null,
      outcome: focusOf(state),
      at,
      known: null,
    });
  }
  if (overlay.kind !== 'question') return state;
  const { question, answer, entry } = overlay;
  switch (question.kind) {
    case 'story':
      return withQuestion(state, futuresOf(question, question.examples[question.place]!, entry), overlay);
    case 'drill': {
      const [run] = answer?.kind === 'drill' ? answer.drill.examples : [];
      if (run === undefined) return { ...state, notice: 'None of the runs that were looked at ends so.' };
      return withQuestion(state, futuresOf(question, run, 0), overlay);
    }
    default:
      return state;
  }
}

const futuresOf = (
  { scenario, point, outcome }: Pick<FuturesQuestion, 'scenario' | 'point' | 'outcome'>,
  run: number,
  place: number,
): FuturesQuestion => ({
  kind: 'futures',
  scenario,
  point,
  outcome,
  run,
  at: { kind: 'place', place },
  known: null,
});

/** The next moment, once it is known which there are; also while the futures of this one are still dealt. */
export function momentMoved(state: LabState, by: 1 | -1): LabState {
  const { overlay } = state;
  if (overlay?.kind !== 'question' || overlay.question.kind !== 'futures') return state;
  const { question, answer } = overlay;
  const known = answer?.kind === 'futures' ? answer.futures : question.known;
  if (known === null) return state;
  const { moments, place, run } = known;
  if (moments[place + by] === undefined) {
    return { ...state, notice: by > 0 ? 'After this the run ends.' : 'This is where the run begins.' };
  }
  // A quiet day is no entry of the story: it stands there only while it is asked about.
  const isEntry = ({ sentence }: StoryMoment): boolean => sentence !== null;
  const entry = moments.slice(0, place + by).filter(isEntry).length;
  const next = { run, moments: moments.filter(isEntry), place: entry };
  return withQuestion(state, { ...futuresOf(question, run, entry), known: next }, overlay.from);
}

/** Marks another entry of the story. */
export function entryMarked(state: LabState, by: number): LabState {
  const { overlay } = state;
  if (overlay?.kind !== 'question' || overlay.answer?.kind !== 'story') return state;
  const last = overlay.answer.told.sentences.length - 1;
  const entry = Math.max(0, Math.min(last, overlay.entry + by));
  return entry === overlay.entry ? state : { ...state, overlay: { ...overlay, entry } };
}

/** What escape goes back to from futures: a story marks the entry that was asked about last. */
export function leftFutures({ from, question }: OpenQuestion): Overlay | null {
  if (from?.kind !== 'question' || from.question.kind !== 'story') return from;
  const isPlace = question.kind === 'futures' && question.at.kind === 'place';
  return isPlace ? { ...from, entry: question.at.place } : from;
}

/** Marks another day; the first key marks the start. */
export function dayMarked(state: LabState, by: 1 | -1): LabState {
  const { time } = state.scenario;
  const last = Math.ceil(time.horizonDays) - 1;
  const day = state.day === null ? 0 : Math.max(0, Math.min(last, state.day + by));
  return day === state.day ? state : { ...state, day };
}
