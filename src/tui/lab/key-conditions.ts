/** When a key means something. */
import type { LabState } from './state.ts';
import { isMoved, selectedItem } from './visible.ts';

export const always = () => true;
export const onItems = (state: LabState) => state.overlay === null;
const isOpen = ({ overlay }: LabState) => overlay !== null;
export const questionKind = ({ overlay }: LabState) =>
  overlay?.kind === 'question' ? overlay.question.kind : null;
/** Along a curve the assumption goes on being moved: its mark goes with it. */
export const movable = (state: LabState) => onItems(state) || questionKind(state) === 'curve';
export const selectedMoved = (state: LabState): boolean => {
  if (!movable(state)) return false;
  const item = selectedItem(state);
  return item !== null && (isMoved(state, item) || state.list.typed !== null);
};
export const isVariants = ({ overlay }: LabState) => overlay?.kind === 'variants';
export const isDraft = ({ overlay }: LabState) => overlay?.kind === 'draft';
/** A story is gone through entry by entry. */
export const scrolls = (state: LabState) =>
  isOpen(state) && !isVariants(state) && questionKind(state) !== 'story';
/** The stages day by day, on which a day can be marked. */
export const onDays = (state: LabState) => onItems(state) && state.tab === 'days';
export const hasFutures = (state: LabState): boolean => {
  const { overlay } = state;
  if (overlay?.kind !== 'question') return onDays(state) && state.now !== null;
  const { answer } = overlay;
  return answer !== null && (answer.kind === 'story' || answer.kind === 'drill');
};
export const asks = (kind: 'curve' | 'map' | 'tornado' | 'drill') => (state: LabState) =>
  onItems(state) || questionKind(state) === kind;
