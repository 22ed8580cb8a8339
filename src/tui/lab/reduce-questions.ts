/** Questions are asked, answered and left; pages that are chosen from. */
import { tornadoBars } from '../../experiment/index.ts';
import type { LabAction } from './action.ts';
import { sameSettings } from './change-settings.ts';
import { focusOf } from './figures.ts';
import {
  curveQuestion,
  type DrillQuestion,
  mapQuestion,
  type Question,
  type StoryQuestion,
  tornadoQuestion,
} from './questions.ts';
import { changed } from './settle.ts';
import type { LabState, Overlay } from './state.ts';
import { selectedItem } from './visible.ts';

type AskAction = Extract<LabAction, { type: 'ask' }>;

/** The state with a question open that has no answer yet; `from` is what escape goes back to. */
export const withQuestion = (state: LabState, question: Question, from: Overlay | null = null): LabState => ({
  ...state,
  overlay: { kind: 'question', question, answer: null, failed: null, from, entry: 0 },
  pairWith: null,
  scroll: 0,
});

export function asked(state: LabState, { kind }: AskAction): LabState {
  const { scenario, point } = state;
  const isOpen = state.overlay?.kind === 'question' && state.overlay.question.kind === kind;
  if (isOpen) return { ...state, overlay: null, scroll: 0 };
  switch (kind) {
    case 'curve':
    case 'map': {
      const item = selectedItem(state);
      if (item?.kind !== 'parameter')
        return { ...state, notice: 'Choose a parameter first: a decision has no range to sweep.' };
      return kind === 'curve'
        ? withQuestion(state, curveQuestion({ scenario, point }, item.parameter))
        : mapped(state, item.parameter.name);
    }
    case 'tornado': {
      const question = tornadoQuestion({ scenario, point });
      if (question.points.length === 0)
        return { ...state, notice: 'Nothing varies between runs, so there is nothing to compare.' };
      return withQuestion(state, question);
    }
    case 'drill':
      return withQuestion(state, { kind: 'drill', scenario, point, outcome: focusOf(state) });
    default:
      return kind satisfies never;
  }
}

/** The first G keeps the parameter, the second draws the map of both. */
function mapped(state: LabState, name: string): LabState {
  const { scenario, point, pairWith } = state;
  if (pairWith === null || pairWith === name) {
    return {
      ...state,
      pairWith: name,
      notice: `Now choose a second assumption with ↑ ↓ and press G again: the map of both is drawn.`,
    };
  }
  const named = (wanted: string) => scenario.parameters.find((parameter) => parameter.name === wanted)!;
  return withQuestion(state, mapQuestion({ scenario, point }, named(pairWith), named(name)));
}

export function answered(state: LabState, { to, answer }: Extract<LabAction, { type: 'answer' }>): LabState {
  const { overlay } = state;
  if (overlay?.kind !== 'question' || overlay.question !== to) return state;
  const next = { ...state, overlay: { ...overlay, answer } };
  if (to.kind !== 'tornado' || answer.kind !== 'tornado') return next;
  const bars = tornadoBars(to.scenario, to.plan, answer.at, focusOf(state));
  return {
    ...next,
    weights: Object.fromEntries(bars.map(({ parameter, swing }) => [parameter.name, swing.value])),
  };
}

export function unanswered(
  state: LabState,
  { to, message }: Extract<LabAction, { type: 'unanswered' }>,
): LabState {
  const { overlay } = state;
  if (overlay?.kind !== 'question' || overlay.question !== to) return state;
  return { ...state, overlay: { ...overlay, failed: message } };
}

/** From a drill to the first of its runs; from a story to the next one, round and round. */
export function storied(state: LabState, by: 1 | -1): LabState {
  const { overlay } = state;
  if (overlay?.kind !== 'question') return state;
  const { question, answer } = overlay;
  if (question.kind === 'story') {
    const { examples, place } = question;
    const next: StoryQuestion = { ...question, place: (place + by + examples.length) % examples.length };
    return withQuestion(state, next, overlay.from);
  }
  if (question.kind !== 'drill' || answer?.kind !== 'drill') return state;
  const { examples } = answer.drill;
  if (examples.length === 0) return { ...state, notice: 'None of the runs that were looked at ends so.' };
  return withQuestion(state, storyOf(question, examples), overlay);
}

const storyOf = (
  { scenario, point, outcome }: DrillQuestion,
  examples: readonly number[],
): StoryQuestion => ({
  kind: 'story',
  scenario,
  point,
  outcome,
  examples,
  place: 0,
});

/** Another outcome; an open drill is asked anew of it, the other pages only show it. */
export function refocused(state: LabState): LabState {
  const { overlay } = state;
  if (overlay?.kind !== 'question' || overlay.question.kind !== 'drill') return state;
  return withQuestion(state, { ...overlay.question, outcome: focusOf(state) });
}

/** Sides that fit beside what the lab was opened with. */
const MOST_PINNED = 3;

export function compared(state: LabState): LabState {
  const { now, home, pinned, settings } = state;
  if (now === null) return state;
  const isHome = sameSettings(settings, home);
  const others = pinned.filter((side) => !sameSettings(side.settings, settings));
  const isThere = others.length < pinned.length || isHome;
  if (!isThere && pinned.length === MOST_PINNED)
    return {
      ...state,
      overlay: { kind: 'compare' },
      notice: 'Four sides are compared already; C begins anew.',
    };
  const sides = isThere ? pinned : [...pinned, now];
  return { ...state, pinned: sides, overlay: { kind: 'compare' }, scroll: 0 };
}

/** On the page of variants: the cursor, and what enter takes. */
export function picked(state: LabState, by: number): LabState {
  const { overlay, scenario } = state;
  if (overlay?.kind !== 'variants') return state;
  const place = Math.max(0, Math.min(scenario.variants.length, overlay.place + by));
  return place === overlay.place ? state : { ...state, overlay: { ...overlay, place } };
}

export function variantTaken(state: LabState): LabState {
  const { overlay, scenario, settings } = state;
  if (overlay?.kind !== 'variants') return state;
  const variant = overlay.place === 0 ? null : (scenario.variants[overlay.place - 1]?.name ?? null);
  const closed = { ...state, overlay: null };
  return variant === settings.variant ? closed : changed(closed, { ...settings, variant });
}
