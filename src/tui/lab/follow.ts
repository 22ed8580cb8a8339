/** Lets runs follow the settings: each change aims the newest point; while keys rest the other side is refined. */
import { GOOD_RUNS, type Live } from '../../experiment/index.ts';
import { resolvePoint, type Scenario } from '../../scenario/index.ts';
import type { Store } from '../state/store.ts';
import type { LabAction } from './action.ts';
import { sameSettings } from './change-settings.ts';
import type { LabEngine } from './engine.ts';
import { isComplete } from './questions.ts';
import type { LabState, Shown } from './state.ts';

export interface Follower {
  /** True until the picture of the newest point is good: other work waits for it. */
  readonly isBusy: () => boolean;
  readonly stop: () => void;
}

export function createFollower(store: Store<LabState, LabAction>, engine: LabEngine): Follower {
  let live: { readonly scenario: Scenario; readonly now: Live; readonly before: Live } | null = null;
  let aimed: Pick<LabState, 'settings' | 'scenario'> | null = null;

  let isBusy = false;
  let gaveWay = false;

  const liveOf = (scenario: Scenario) => {
    if (live?.scenario === scenario) return live;
    live?.now.stop();
    live?.before.stop();
    live = { scenario, now: engine.live(scenario), before: engine.live(scenario) };
    return live;
  };

  /** A question takes the engines while it is answered; what is good enough is refined after that. */
  const giveWay = (): void => {
    const { overlay, now, settings } = store.state();
    const isAsked = overlay?.kind === 'question' && overlay.failed === null && !isComplete(overlay.answer);
    if (isAsked === gaveWay || live === null || isBusy) return;
    gaveWay = isAsked;
    if (isAsked) {
      live.now.stop();
      live.before.stop();
    } else if (now !== null && sameSettings(now.settings, settings)) aimAt(now);
  };

  const aim = (): void => {
    const { scenario, settings, before, first } = store.state();
    if (aimed?.settings === settings && aimed.scenario === scenario) return;
    aimed = { settings, scenario };
    liveOf(scenario).before.stop();
    isBusy = true;
    // What is known of these settings already is shown at once, and refined.
    const known = [before, first].find(
      (shown) =>
        shown !== null && shown.picture.scenario === scenario && sameSettings(shown.settings, settings),
    );
    if (known != null) store.dispatch({ type: 'picture', side: 'now', settings, picture: known.picture });
    aimAt(known ?? null);
  };

  /** Works on the present settings, from what is known of them. */
  const aimAt = (known: Shown | null): void => {
    const { scenario, settings, point } = store.state();
    liveOf(scenario).now.aim(
      point,
      {
        onPicture: (picture, isLast) => {
          if (picture.codes.runs >= GOOD_RUNS) isBusy = false;
          store.dispatch({ type: 'picture', side: 'now', settings, picture });
          if (picture.tally.faulted > 0) explainOnce();
          // A side that is missing is wanted sooner than the last digits of this one.
          if (isLast || (picture.codes.runs >= GOOD_RUNS && store.state().before === null)) refineBefore();
        },
        onBroken: (message) => {
          isBusy = false;
          store.dispatch({ type: 'broken', message });
        },
      },
      known?.picture,
    );
  };

  /** The other side gets as many runs, when there is time; also where it was never looked at. */
  const refineBefore = (): void => {
    const { scenario, before, now, marked } = store.state();
    if (now === null || (before !== null && before.picture.scenario !== scenario)) return;
    if (before !== null && before.picture.codes.runs >= now.picture.codes.runs) return;
    const settings = before?.settings ?? marked;
    const point = before?.picture.point ?? resolvePoint(scenario, settings).point;
    if (point === null) return;
    liveOf(scenario).before.aim(
      point,
      {
        onPicture: (next) => store.dispatch({ type: 'picture', side: 'before', settings, picture: next }),
        onBroken: (message) => store.dispatch({ type: 'broken', message }),
      },
      before?.picture,
    );
  };

  /** Asks once for each settings. */
  let explained: LabState['settings'] | null = null;
  const explainOnce = (): void => {
    const { scenario, settings, now } = store.state();
    const run = now?.picture.tally.faultedRuns[0];
    if (explained === settings || now === null || run === undefined) return;
    explained = settings;
    engine.explain(scenario, now.picture.point, run).then(
      (message) => store.dispatch({ type: 'fault', settings, message }),
      () => {},
    );
  };

  const end = store.subscribe(() => {
    aim();
    giveWay();
  });
  aim();
  return {
    isBusy: () => isBusy,
    stop: () => {
      end();
      live?.now.stop();
      live?.before.stop();
    },
  };
}
