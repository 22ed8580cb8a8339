/** The keys of a long experiment's screen: footer and documentation are made of them, and so is what is asked for. */
import type { KeyRow } from '../key-table.ts';
import type { ExperimentState } from './state.ts';

export type ExperimentRequest = 'pause' | 'stop';

export const EXPERIMENT_KEYS: readonly KeyRow<ExperimentState, null, ExperimentRequest>[] = [
  {
    keys: ['p', 'space'],
    sign: 'p',
    word: 'pause',
    help: 'Pause the runs; again goes on. Also the space bar.',
    rank: 1,
    useful: ({ done, total }) => total === 0 || done < total,
    request: () => 'pause',
  },
  {
    keys: ['q', 'ctrl+c'],
    sign: 'q',
    word: 'stop, show and keep what is done',
    help: 'Stop; what is done is shown, and kept where the work has a folder. Also ctrl-c.',
    rank: 2,
    useful: () => true,
    request: () => 'stop',
  },
];
