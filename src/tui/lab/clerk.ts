/** Files: saves and exports what is asked for, keeps the draft, and takes in what was saved elsewhere. */
import { clean } from '../../report/index.ts';
import type { Store } from '../state/store.ts';
import type { LabAction } from './action.ts';
import { sameSettings } from './change-settings.ts';
import { figureOf } from './figure.ts';
import type { LabServices } from './services.ts';
import type { LabState } from './state.ts';

export interface Clerk {
  readonly save: (name: string) => void;
  readonly exportFigure: () => void;
  /** Nothing is to be taken up again. */
  readonly forget: () => void;
  readonly stop: () => void;
}

const NAME = /^[a-z][a-z0-9_]*$/;
const DEFAULT_NAME = 'my_variant';

export function createClerk(store: Store<LabState, LabAction>, services: LabServices): Clerk {
  const say = (text: string): void => store.dispatch({ type: 'notice', text });
  const told = (work: Promise<string>): void => {
    work.then(say, (error: unknown) => say(error instanceof Error ? error.message : String(error)));
  };

  let kept: LabState['settings'] | null = null;
  let keptMark: LabState['settings'] | null = null;
  const keep = (): void => {
    const { settings, marked, home, overlay } = store.state();
    // What is being offered stays until it is taken or refused.
    if (overlay?.kind === 'draft' || (settings === kept && marked === keptMark)) return;
    const isFirst = kept === null;
    kept = settings;
    keptMark = marked;
    const isHome = sameSettings(settings, home) && sameSettings(marked, home);
    if (!(isFirst && isHome)) services.remember(isHome ? null : { settings, marked });
  };

  const endKeeping = store.subscribe(keep);
  keep();
  const endWatching = services.watch((reloaded) => store.dispatch({ type: 'reloaded', reloaded }));
  return {
    save(given) {
      const { scenario, settings } = store.state();
      const name = given.trim() === '' ? DEFAULT_NAME : given.trim().toLowerCase();
      if (!NAME.test(name)) {
        say(`'${clean(name)}' is no name: it wants a letter first, then letters, digits and underscores.`);
        return;
      }
      store.dispatch({ type: 'enter' });
      told(services.save({ scenario, settings, name }));
    },
    exportFigure: () => told(services.exportFigure(figureOf(store.state()))),
    forget: () => services.remember(null),
    stop: () => {
      endKeeping();
      endWatching();
    },
  };
}
