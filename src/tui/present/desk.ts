/** Leads a seminar: does what is asked for, keeps the session saved, and brings the futures up behind it. */
import {
  type AskSeminar,
  faultInWords,
  goTo,
  nextLuck,
  nextStop,
  type Player,
  plannedStops,
  predict,
  type SeminarSession,
  stopAhead,
  stopBefore,
  treeOrder,
  turnOff,
} from '../../experiment/index.ts';
import type { SeminarScript } from '../../scenario/index.ts';
import { RunFault } from '../../statechart/index.ts';
import { createStore, type Store } from '../state/store.ts';
import { createAnswering } from './answering.ts';
import { readHands } from './hands.ts';
import { nowhere, placed, prepared } from './place.ts';
import type { PresentRequest } from './request.ts';
import { decisionInHand, type PresentState } from './state.ts';

export interface PresentServices {
  /** Keeps the session; called after each step. @throws Error with what to tell. */
  readonly save: (session: SeminarSession) => void;
  /** Writes the handout. What it says is shown. @throws Error with what to tell. */
  readonly exportHandout: (session: SeminarSession) => Promise<string>;
}

export interface DeskParts {
  readonly player: Player;
  readonly session: SeminarSession;
  readonly ask: AskSeminar;
  readonly services: PresentServices;
  /** A prepared seminar. */
  readonly script: SeminarScript | null;
  /** Said first. */
  readonly greeting: string | null;
}

export interface Desk {
  readonly state: () => PresentState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly act: (request: PresentRequest) => void;
  /** Goes where another one has led the seminar. */
  readonly show: (session: SeminarSession) => void;
  /** Says something until the next step. */
  readonly say: (notice: string) => void;
  /** Resolves when no futures are under way. */
  readonly settled: () => Promise<void>;
}

/** @throws RunFault where the run cannot even come to where the session stands. */
export function createDesk({ player, session, ask, services, greeting, script }: DeskParts): Desk {
  const { scenario } = player.chart;
  const store: Store<PresentState, Partial<PresentState>> = createStore(
    {
      ...nowhere(scenario, session),
      ...placed(player, session),
      ...prepared(player, session, script),
      isPrepared: script !== null,
      notice: greeting,
    },
    (state, change) => ({ ...state, ...change }),
  );
  const state = store.state;

  const say = (notice: string): void => store.dispatch({ notice });
  const { look, after, settled } = createAnswering({ player, ask, store, say });
  const guarded = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      if (error instanceof RunFault) say(faultInWords(error));
      else throw error;
    }
  };
  const save = (): void => {
    try {
      services.save(state().session);
    } catch (error) {
      say((error as Error).message);
    }
  };
  const move = (next: SeminarSession, notice: string | null = null): void => {
    const { outlook } = state();
    store.dispatch({
      ...placed(player, next),
      ...prepared(player, next, script),
      outlookBefore: outlook,
      notice,
    });
    save();
    look();
  };
  const choose = (option: string | null): void => {
    const { asked, chosen, moment } = state();
    const now = [...chosen, option];
    if (now.length < asked.length) {
      store.dispatch({ chosen: now, options: null, about: null });
      look();
      return;
    }
    const choices = asked.flatMap(({ path, option: own }, at) => {
      const taken = now[at] ?? null;
      return taken === null || taken === own ? [] : [{ decision: path, option: taken }];
    });
    const { session: before } = state();
    if (choices.length > 0) move(turnOff(before, { kind: 'take', choices }));
    else {
      const isSame = now.some((taken) => taken !== null);
      const { way, step } = moment.place;
      move(goTo(before, { way, step: step + 1 }), isSame ? 'By this luck the actor chooses the same.' : null);
    }
  };
  const take = (number: number): void => {
    const decision = decisionInHand(state());
    if (decision === null) {
      say('No decision waits here. d goes to the next one.');
      return;
    }
    const option = decision.options[number - 1];
    if (option === undefined || option.odds === null) {
      const open = decision.options.flatMap(({ odds }, index) => (odds === null ? [] : [index + 1]));
      say(`There is no option ${number} here; there are ${open.join(', ')}.`);
      return;
    }
    choose(option.id);
  };
  const sayHands = (text: string): void => {
    const decision = decisionInHand(state());
    const count = decision === null ? scenario.outcomes.length : decision.options.length;
    const read = readHands(text, count);
    if ('refused' in read) {
      say(read.refused);
      return;
    }
    const next = predict(state().session, decision?.path ?? null, read.hands);
    store.dispatch({ session: next, typed: null, notice: null });
    save();
  };
  const on = (to: 'day' | 'happening' | 'decision'): void => {
    const { session: now, moment } = state();
    if (moment.next === null) {
      say('The run has ended. ← goes back, t shows the ways taken.');
      return;
    }
    const place = nextStop(player, now.ways, now.at, to);
    const found = player.moment(now.ways, place);
    const missed = to === 'decision' && found.next === null;
    move(goTo(now, place), missed ? 'No decision comes any more on this way.' : null);
  };
  const toStop = (): void => {
    const { session: now, moment } = state();
    if (script === null) return;
    const { way, step } = moment.place;
    const ahead = stopAhead(plannedStops(player, now.ways, now.at.way, script), step);
    if (ahead === null) say('No stop of the script comes any more on this way. t shows the others.');
    else move(goTo(now, { way, step: ahead }));
  };
  const enter = (): void => {
    const { typed, page, marked, session: now } = state();
    if (typed !== null) sayHands(typed);
    else if (page === 'tree') {
      store.dispatch({ page: null });
      move(goTo(now, { way: marked, step: now.ways[marked]!.seen }));
    }
  };
  const mark = (by: number): void => {
    const order = treeOrder(state().session).map(({ way }) => way);
    const at = order.indexOf(state().marked) + by;
    store.dispatch({ marked: order[Math.min(order.length - 1, Math.max(0, at))]! });
  };
  const exported = (): void => {
    say('Writing the handout …');
    after(async () => say(await services.exportHandout(state().session)));
  };

  const act = (request: PresentRequest): void => {
    const now = state();
    if (now.notice !== null) store.dispatch({ notice: null });
    switch (request.type) {
      case 'on':
        guarded(() => on(request.to));
        return;
      case 'take':
        guarded(() => take(request.number));
        return;
      case 'actor':
        if (decisionInHand(now) === null) {
          say('No decision waits here. d goes to the next one.');
          return;
        }
        guarded(() => choose(null));
        return;
      case 'luck':
        if (now.moment.next === null) {
          say('The run has ended: there is no luck left. ← goes back.');
          return;
        }
        guarded(() => move(turnOff(now.session, nextLuck(now.session)), 'Other luck from here on.'));
        return;
      case 'back': {
        if (now.chosen.length > 0) {
          store.dispatch({ chosen: now.chosen.slice(0, -1), options: null, about: null });
          look();
          return;
        }
        const place = stopBefore(player, now.session.ways, now.session.at);
        if (place === null) say('This is the start.');
        else guarded(() => move(goTo(now.session, place)));
        return;
      }
      case 'go':
        guarded(() => move(goTo(now.session, player.moment(now.session.ways, request.to).place)));
        return;
      case 'predict':
        sayHands(request.text);
        return;
      case 'script':
        guarded(toStop);
        return;
      case 'notes':
        store.dispatch({ showsNotes: !now.showsNotes });
        return;
      case 'history':
        store.dispatch({ showsHistory: !now.showsHistory });
        return;
      case 'model':
        store.dispatch({ showsModel: !now.showsModel });
        return;
      case 'about':
        store.dispatch({ about: ((now.about ?? -1) + 1) % scenario.outcomes.length });
        return;
      case 'page':
        store.dispatch({
          page: now.page === request.page ? null : request.page,
          scroll: 0,
          marked: now.session.at.way,
          leaves: [],
          scores: null,
        });
        look();
        return;
      case 'move':
        if (now.page === 'tree') {
          mark(request.by);
          return;
        }
        store.dispatch({ scroll: Math.min(request.limit, Math.max(0, now.scroll + request.by)) });
        return;
      case 'typing':
        store.dispatch({ typed: '' });
        return;
      case 'letter':
        store.dispatch({ typed: `${now.typed ?? ''}${request.letter}`.slice(0, 60) });
        return;
      case 'erase':
        store.dispatch({ typed: now.typed?.slice(0, -1) ?? null });
        return;
      case 'enter':
        guarded(enter);
        return;
      case 'escape':
        store.dispatch(now.typed === null ? { page: null } : { typed: null });
        return;
      case 'export':
        exported();
        return;
      case 'quit':
      case 'interrupt':
        return;
      default:
        throw new Error(`not a request: ${JSON.stringify(request satisfies never)}`);
    }
  };

  save();
  look();
  return {
    state,
    subscribe: store.subscribe,
    act,
    show: (next) => guarded(() => move(next)),
    say,
    settled,
  };
}
