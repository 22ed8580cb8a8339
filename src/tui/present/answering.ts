/** Brings up the futures behind a seminar's screen. The newest question alone is answered: who steps on does not wait. */
import {
  type AskSeminar,
  faultInWords,
  optionsOf,
  outlookAt,
  type Player,
  seminarScores,
  type Way,
  withChoices,
} from '../../experiment/index.ts';
import { RunFault } from '../../statechart/index.ts';
import type { Store } from '../state/store.ts';
import { decisionInHand, type PresentState } from './state.ts';

export interface AnsweringParts {
  readonly player: Player;
  readonly ask: AskSeminar;
  readonly store: Store<PresentState, Partial<PresentState>>;
  readonly say: (notice: string) => void;
}

export interface Answering {
  /** Asks for what the screen shows now. */
  readonly look: () => void;
  /** Does something when what is under way is done. What it fails with is said. */
  readonly after: (act: () => Promise<void>) => void;
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<void>;
}

export function createAnswering({ player, ask, store, say }: AnsweringParts): Answering {
  const { state } = store;
  let work: Promise<void> = Promise.resolve();
  let question = 0;

  const after = (act: () => Promise<void>): void => {
    work = work
      .then(act)
      .catch((error: unknown) =>
        say(error instanceof RunFault ? faultInWords(error) : (error as Error).message),
      );
  };
  const decisionAnswer = async (isNewest: () => boolean): Promise<void> => {
    const decision = decisionInHand(state());
    if (decision === null) return;
    const settled = withChoices(player.chart, state().moment.snapshot, choicesOf(state()));
    const options = await ask(settled, optionsOf(player, decision), 'asked');
    if (isNewest()) store.dispatch({ options });
  };
  const treeAnswer = async (isNewest: () => boolean): Promise<void> => {
    const { session } = state();
    const leaves: (Way | null)[] = [];
    for (const [way, { seen }] of session.ways.entries()) {
      if (!isNewest()) return;
      leaves.push(await outlookAt(player.moment(session.ways, { way, step: seen }), ask));
      store.dispatch({ leaves: [...leaves] });
    }
    const scores = await seminarScores(session, player, ask);
    if (isNewest()) store.dispatch({ scores });
  };
  const answer = async (isNewest: () => boolean): Promise<void> => {
    const { moment, page } = state();
    await decisionAnswer(isNewest);
    if (!isNewest()) return;
    if (state().outlook === null) {
      const outlook = await outlookAt(moment, ask);
      if (isNewest()) store.dispatch({ outlook });
    }
    if (page === 'tree') await treeAnswer(isNewest);
  };

  return {
    look() {
      question += 1;
      const mine = question;
      const isNewest = (): boolean => mine === question;
      after(async () => {
        if (isNewest()) await answer(isNewest);
      });
    },
    after,
    async settled() {
      // What is under way may bring more of it.
      for (let seen: Promise<void> | null = null; seen !== work; ) {
        seen = work;
        await seen;
      }
    },
  };
}

/** Of the decisions that wait here, what was chosen of those before the one in hand. */
const choicesOf = ({ asked, chosen }: PresentState) =>
  chosen.flatMap((option, at) => (option === null ? [] : [{ decision: asked[at]!.path, option }]));
