/** The lab in lines of text: asks, and answers in sentences, for screen readers, pipes and slow lines. */
import type { LabAction } from './lab/action.ts';
import { createAnswerer } from './lab/answer.ts';
import { createClerk } from './lab/clerk.ts';
import type { LabEngine } from './lab/engine.ts';
import { createFollower } from './lab/follow.ts';
import {
  dayLines,
  endingLines,
  happenedLines,
  itemLines,
  measureLines,
  pageLines,
  questionLines,
} from './lab/lines/answers.ts';
import { LINE_FORMS, type LineRequest, type ReadLine, readLine } from './lab/lines/commands.ts';
import { isComplete } from './lab/questions.ts';
import { reduceLab } from './lab/reducer.ts';
import type { LabServices } from './lab/services.ts';
import { initialLab, type LabBeginning, type LabState } from './lab/state.ts';
import { holdDialogue, type LineMode } from './line-mode.ts';
import { createStore, type Store } from './state/store.ts';

export interface LabLines extends Omit<LabBeginning, 'colour' | 'draft'>, LineMode {
  readonly engine: () => LabEngine;
  readonly services: LabServices;
}

/** Runs behind each answer. */
const ANSWER_RUNS = 10_000;

/** Reads lines until `quit` or the end of the input. Resolves with what was set last. */
export async function openLabLines(
  options: LabLines,
): Promise<{ readonly state: LabState; readonly interrupted: boolean }> {
  const { scenario, named, seed, settings, point, interrupt } = options;
  const store = createStore(initialLab({ scenario, named, seed, settings, point, colour: false }), reduceLab);
  const engine = options.engine();
  const follower = createFollower(store, engine);
  const answerer = createAnswerer(store, engine, follower.isBusy);
  const clerk = createClerk(store, { ...options.services, remember: () => {} });
  try {
    await holdDialogue(options, {
      greet: async () => {
        await until(store, hasRuns, interrupt);
        return [
          `${scenario.title}. Seed ${seed}. help says what can be asked.`,
          ...endingLines(store.state()),
        ];
      },
      answer: async (line) => {
        const read = readLine(store.state(), line);
        return read.request.kind === 'quit' ? null : answerTo({ store, clerk, interrupt }, read);
      },
    });
    return { state: store.state(), interrupted: interrupt.aborted };
  } finally {
    clerk.stop();
    answerer.stop();
    follower.stop();
  }
}

type LabStore = Store<LabState, LabAction>;

interface Desk {
  readonly store: LabStore;
  readonly clerk: ReturnType<typeof createClerk>;
  readonly interrupt: AbortSignal;
}

/** Runs of what is set now. */
const hasRuns = ({ now, settings, before, broken }: LabState): boolean =>
  broken !== null ||
  (now !== null &&
    now.settings === settings &&
    now.picture.codes.runs >= ANSWER_RUNS &&
    before !== null &&
    before.picture.codes.runs >= ANSWER_RUNS);

/** Settles when the state is so, or the work is interrupted. */
function until(store: LabStore, isSo: (state: LabState) => boolean, interrupt: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isSo(store.state()) && !interrupt.aborted) return;
      end();
      interrupt.removeEventListener('abort', look);
      resolve();
    };
    const end = store.subscribe(look);
    interrupt.addEventListener('abort', look, { once: true });
    look();
  });
}

async function answerTo(desk: Desk, { request, items, focus }: ReadLine): Promise<readonly string[]> {
  const { store, interrupt } = desk;
  if (focus !== undefined) store.dispatch({ type: 'about', outcome: focus });
  const [item] = items;
  switch (request.kind) {
    case 'refused':
      return [request.why];
    case 'settings':
      store.dispatch({ type: 'settings', settings: request.settings });
      return changedLines(desk);
    case 'undo':
    case 'redo':
      store.dispatch({ type: request.kind });
      return changedLines(desk);
    case 'mark':
      store.dispatch({ type: 'mark' });
      return ['Marked: from now on changes are against this.'];
    case 'info':
      if (item !== undefined) store.dispatch({ type: 'go', to: item.id });
      return pageLines(store.state(), 'info');
    case 'compare':
      store.dispatch({ type: 'compare' });
      return pageLines(store.state(), 'compare');
    case 'ask':
      return askedLines(desk, { request, items });
    case 'story':
      return storyLines(desk);
    case 'futures':
      return futuresLines(desk, request);
    case 'moment':
      return momentLines(desk, request.by);
    case 'save':
    case 'export':
      if (request.kind === 'save') desk.clerk.save(request.name);
      else desk.clerk.exportFigure();
      await until(store, ({ notice }) => notice !== null, interrupt);
      return noticeLines(store.state());
    case 'show':
      return shownLines(store.state(), request, items);
    case 'quit':
      return [];
    default:
      return request satisfies never;
  }
}

const noticeLines = ({ notice }: LabState): readonly string[] => (notice === null ? [] : [notice]);

async function changedLines({ store, interrupt }: Desk): Promise<readonly string[]> {
  const { notice } = store.state();
  if (notice !== null) return [notice];
  await until(store, hasRuns, interrupt);
  const { broken } = store.state();
  return broken === null ? endingLines(store.state()) : [broken];
}

async function askedLines(
  desk: Desk,
  {
    request,
    items,
  }: { readonly request: Extract<LineRequest, { kind: 'ask' }>; readonly items: ReadLine['items'] },
): Promise<readonly string[]> {
  const { store } = desk;
  store.dispatch({ type: 'escape' });
  for (const item of items) {
    store.dispatch({ type: 'go', to: item.id });
    store.dispatch({ type: 'ask', kind: request.question });
  }
  if (items.length === 0) store.dispatch({ type: 'ask', kind: request.question });
  return answeredLines(desk);
}

async function storyLines(desk: Desk): Promise<readonly string[]> {
  closeFutures(desk);
  const { overlay } = desk.store.state();
  if (overlay?.kind !== 'question') return ['drill comes first: it finds the runs to tell.'];
  desk.store.dispatch({ type: 'story', by: 1 });
  return answeredLines(desk);
}

const openKind = ({ store }: Desk): string | null => {
  const { overlay } = store.state();
  return overlay?.kind === 'question' ? overlay.question.kind : null;
};

/** Back to the story or the drill that they were opened from. */
const closeFutures = (desk: Desk): void => {
  if (openKind(desk) === 'futures') desk.store.dispatch({ type: 'escape' });
};

async function futuresLines(
  desk: Desk,
  { entry, day }: Extract<LineRequest, { kind: 'futures' }>,
): Promise<readonly string[]> {
  const { store } = desk;
  if (day !== null) {
    store.dispatch({ type: 'futures', day });
    return answeredLines(desk);
  }
  closeFutures(desk);
  const { overlay } = store.state();
  if (entry !== null && overlay?.kind === 'question')
    store.dispatch({ type: 'entry', by: entry - 1 - overlay.entry });
  // Over a sweep or a page it is a typical run that is asked about.
  const isOfRun = ['story', 'drill'].includes(openKind(desk) ?? '');
  store.dispatch(isOfRun ? { type: 'futures' } : { type: 'futures', day: 0 });
  return answeredLines(desk);
}

async function momentLines(desk: Desk, by: 1 | -1): Promise<readonly string[]> {
  if (openKind(desk) !== 'futures') return ['futures comes first: it opens a moment of a run.'];
  desk.store.dispatch({ type: 'moment', by });
  const { notice } = desk.store.state();
  return notice === null ? answeredLines(desk) : [notice];
}

async function answeredLines({ store, interrupt }: Desk): Promise<readonly string[]> {
  const { overlay } = store.state();
  if (overlay?.kind !== 'question') return noticeLines(store.state());
  const open = (state: LabState) => (state.overlay?.kind === 'question' ? state.overlay : null);
  await until(
    store,
    (state) => open(state)?.failed !== null || isComplete(open(state)?.answer ?? null),
    interrupt,
  );
  const answered = open(store.state());
  if (answered === null || answered.answer === null) return [answered?.failed ?? 'It was interrupted.'];
  return questionLines(store.state(), answered.question, answered.answer);
}

function shownLines(
  state: LabState,
  { what }: Extract<LineRequest, { kind: 'show' }>,
  items: ReadLine['items'],
): readonly string[] {
  switch (what) {
    case 'ends':
      return endingLines(state);
    case 'list':
      return items.length === 0 ? ['Nothing is called so.'] : itemLines(state, items);
    case 'days':
      return dayLines(state);
    case 'measures':
      return measureLines(state);
    case 'happened':
      return happenedLines(state);
    case 'help':
      return LINE_FORMS.map(([form, help]) => `${form}: ${help}.`);
    default:
      return what satisfies never;
  }
}
