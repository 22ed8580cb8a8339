/** Another version of the file under the same settings, and what a crash left. */
import { resolvePoint, type Scenario, type Settings } from '../../scenario/index.ts';
import { sameSettings } from './change-settings.ts';
import type { Draft, Reloaded } from './services.ts';
import { changed } from './settle.ts';
import type { LabState } from './state.ts';

/** The new version goes on with the same settings, beside the one before; a faulty one is told, and not taken. */
export function reloaded(state: LabState, given: Reloaded): LabState {
  if (given.kind === 'faults')
    return { ...state, overlay: { kind: 'faults', lines: given.lines }, scroll: 0 };
  const { scenario } = given;
  const isClosed = state.overlay?.kind === 'faults' || state.overlay?.kind === 'question';
  const overlay = isClosed ? null : state.overlay;
  if (scenario.hash === state.scenario.hash) return { ...state, overlay };
  const settings = fitting(scenario, state.settings);
  const home = fitting(scenario, state.home);
  const { point } = resolvePoint(scenario, settings);
  if (point === null) return state;
  const dropped = sameSettings(settings, state.settings)
    ? ''
    : ' Settings of what it no longer has were dropped.';
  return {
    ...state,
    scenario,
    settings,
    point,
    home,
    marked: settings,
    past: [],
    future: [],
    lastMove: null,
    // What stands there is of the version before: that is what the new one is compared with.
    before: state.now ?? state.before,
    first: null,
    now: null,
    pinned: [],
    focus: null,
    region: Math.min(state.region, scenario.regions.length - 1),
    day: null,
    overlay,
    broken: null,
    weights: {},
    notice: `The file was saved: "was" is the version before, with the same luck. B compares with the opening again.${dropped}`,
  };
}

/** Settings without what the scenario does not have. */
function fitting(scenario: Scenario, settings: Settings): Settings {
  const fits = (candidate: Settings): boolean => resolvePoint(scenario, candidate).point !== null;
  if (fits(settings)) return settings;
  const { set, decide, without, variant, ...rest } = settings;
  const alone = { ...rest, set: {}, decide: {}, without: [], variant: null };
  const kept = <Value>(record: Readonly<Record<string, Value>>, key: 'set' | 'decide') =>
    Object.fromEntries(
      Object.entries(record).filter(([name, value]) => fits({ ...alone, [key]: { [name]: value } })),
    );
  const merged = {
    ...rest,
    variant: fits({ ...alone, variant }) ? variant : null,
    set: kept(set, 'set'),
    decide: kept(decide, 'decide'),
    without: without.filter((path) => fits({ ...alone, without: [path] })),
  };
  return fits(merged) ? merged : { ...alone, atBaseline: rest.atBaseline };
}

/** The settings that were left, as one step that can be undone. */
export function takenUp(state: LabState, { settings, marked }: Draft): LabState {
  const closed = { ...state, overlay: null };
  const next = changed(closed, fitting(state.scenario, settings));
  const isMarked = !sameSettings(marked, state.home);
  return isMarked ? { ...next, marked: fitting(state.scenario, marked), before: null } : next;
}
