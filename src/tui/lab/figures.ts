/** What the pictures say, worked out when it is first asked for and kept as long as its pictures are. */
import type { Estimate } from '../../analysis/index.ts';
import {
  canTell,
  crossTable,
  type HappeningResult,
  happeningResults,
  type MeasurePair,
  measurePair,
  type OutcomeResult,
  outcomeResults,
  type Picture,
  pairedChanges,
  type RegionResult,
  recoded,
  regionResults,
} from '../../experiment/index.ts';
import type { ChangeLine } from '../../report/index.ts';
import { outcomeLooks } from '../../report/index.ts';
import type { LabState, Shown } from './state.ts';

/** The function, asked once for each key. */
function kept<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}

export const outcomesOf: (picture: Picture) => readonly OutcomeResult[] = kept(({ scenario, tally }) =>
  outcomeResults(scenario, tally),
);
export const regionsOf: (picture: Picture) => readonly RegionResult[] = kept(({ scenario, tally }) =>
  regionResults(scenario, tally),
);
export const happeningsOf: (picture: Picture) => readonly HappeningResult[] = kept(({ scenario, tally }) =>
  happeningResults(scenario, tally),
);

/** Shapes of a measure on both sides, in the same bins. */
const pairsOf = kept((_now: Picture) => new WeakMap<Picture, (MeasurePair | null)[]>());

export function measurePairOf(now: Picture, before: Picture, measure: number): MeasurePair | null {
  const ofNow = pairsOf(now);
  const pairs = ofNow.get(before) ?? [];
  ofNow.set(before, pairs);
  const found = pairs[measure];
  if (found !== undefined) return found;
  const pair = measurePair(before.tally, now.tally, measure);
  pairs[measure] = pair;
  return pair;
}

/** Codes of the before as the present scenario has its outcomes. */
const codesAs = kept((now: Picture) => {
  const ofBefore = new WeakMap<Picture, Picture['codes']>();
  return (before: Picture): Picture['codes'] => {
    if (before.scenario === now.scenario) return before.codes;
    const found = ofBefore.get(before) ?? recoded(before.codes, before.scenario, now.scenario);
    ofBefore.set(before, found);
    return found;
  };
});

const changesOf = kept((now: Picture) => {
  const ofBefore = new WeakMap<Picture, readonly Estimate[]>();
  return (before: Picture): readonly Estimate[] => {
    const found =
      ofBefore.get(before) ??
      pairedChanges(crossTable(codesAs(now)(before), now.codes, now.scenario.outcomes.length));
    ofBefore.set(before, found);
    return found;
  };
});

/** By outcome: now less before on the same luck; null where there is nothing to compare with. */
export function outcomeChanges(now: Shown | null, before: Shown | null): readonly Estimate[] | null {
  if (now === null || before === null || now.picture === before.picture) return null;
  return changesOf(now.picture)(before.picture);
}

/** What is shown as before; nothing where it is the same as now. */
export const comparedWith = ({ now, before }: LabState): Shown | null =>
  now !== null && before !== null && now.picture !== before.picture ? before : null;

/** The outcome that sentences and questions are about: the chosen one, else the one that changed most, else the likeliest. */
export function focusOf(state: LabState): number {
  if (state.focus !== null && state.focus < state.scenario.outcomes.length) return state.focus;
  const changes = outcomeChanges(state.now, comparedWith(state)) ?? [];
  const told = changes.map((change) => (canTell(change) ? Math.abs(change.value) : 0));
  const most = Math.max(0, ...told);
  if (most > 0) return told.indexOf(most);
  if (state.now === null) return 0;
  const shares = outcomesOf(state.now.picture).map(({ count }) => count);
  return Math.max(0, shares.indexOf(Math.max(...shares)));
}

export function changeLines(state: LabState): readonly ChangeLine[] {
  const { scenario, now } = state;
  const before = comparedWith(state);
  const changes = outcomeChanges(now, before);
  const looks = outcomeLooks(scenario.outcomes);
  const nowShares = now === null ? null : outcomesOf(now.picture);
  const oldShares = before === null ? null : outcomesOf(before.picture);
  return scenario.outcomes.map(({ name, label }, index) => ({
    label,
    short: name.replaceAll('_', ' '),
    hue: looks[index]!.hue,
    now: nowShares?.[index]?.share ?? null,
    before: oldShares?.find(({ id }) => id === name)?.share ?? null,
    change: changes?.[index] ?? null,
    isFocus: index === state.focus,
  }));
}
