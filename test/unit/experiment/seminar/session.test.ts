// Proves that a session is enough to play a seminar again, bit for bit, and that going back and turning off keep every way.
import { describe, expect, test } from 'vitest';
import {
  goTo,
  newSession,
  nextLuck,
  nextStop,
  openDecisions,
  predict,
  predictionAt,
  readSession,
  type SeminarSession,
  stopBefore,
  stopped,
  turnOff,
  wayName,
} from '../../../../src/experiment/index.ts';
import { seedKey } from '../../../../src/random/index.ts';
import { createChart, runToEnd } from '../../../../src/statechart/index.ts';
import { pointOf } from '../../../helpers/build-scenario.ts';
import { seminarPlayer, seminarScenario, seminarSession } from '../../../helpers/seminar.ts';

/** The state before the first decision: the question comes with the end of day 2. */
const ASKED = { way: 0, step: 3 };
const take = (option: string) => ({ kind: 'take', choices: [{ decision: 'response', option }] }) as const;

function branched(): SeminarSession {
  const asked = stopped(goTo(seminarSession(), ASKED));
  const fired = turnOff(asked, take('fire'));
  const talked = turnOff(goTo(fired, ASKED), take('talk'));
  return turnOff(goTo(talked, { way: 1, step: 4 }), nextLuck(talked));
}

describe('playing', () => {
  test('the first way is the run itself, to its last bit', () => {
    const luck = { key: seedKey('1'), draw: 0, luck: 0, future: 0 };
    const { records } = runToEnd(createChart(seminarScenario), pointOf(seminarScenario), luck);
    const played = seminarPlayer().moment(seminarSession().ways, { way: 0, step: 1_000 });
    expect(played.records).toEqual(records);
    expect(played.next).toBeNull();
  });

  test('a session that was written and read plays every way again bit for bit', () => {
    const session = branched();
    const read = readSession(JSON.stringify(session), seminarScenario, 'talk.json');
    if ('refused' in read) throw new Error(read.refused);
    expect(read.session).toEqual(session);
    const [first, second] = [seminarPlayer(), seminarPlayer()];
    for (const way of [0, 1, 2, 3]) {
      const end = { way, step: 20 };
      const again = second.moment(read.session.ways, end);
      expect(again.snapshot.context).toEqual(first.moment(session.ways, end).snapshot.context);
    }
  });

  test('an option that is taken is the one that comes, with all before it the same', () => {
    const player = seminarPlayer();
    const { ways } = branched();
    const parent = player.moment(ways, ASKED);
    for (const [way, option] of [
      [1, 'fire'],
      [2, 'talk'],
    ] as const) {
      const { records } = player.moment(ways, { way, step: 4 });
      expect(records.slice(0, 4)).toEqual(parent.records);
      expect(records[4]!.decisions[0]).toMatchObject({ path: 'response', option, fixed: true });
    }
  });

  test('other luck keeps the question that waits, and answers it by other dice', () => {
    const player = seminarPlayer();
    const answers = new Set<string | null>();
    let session = goTo(seminarSession(), ASKED);
    for (let luck = 0; luck < 20; luck += 1) {
      session = turnOff(goTo(session, ASKED), nextLuck(session));
      const decision = player.moment(session.ways, session.at).records[4]!.decisions[0]!;
      answers.add(decision.option);
    }
    // Each option has odds of a quarter or more: 20 lucks all without one of them, at most 3 (3/4)^20 = 1 %; the seed is fixed.
    expect([...answers].sort()).toEqual(['fire', 'talk', 'wait']);
  });
});

describe('the tree', () => {
  test('a way taken twice is one way; the state it turns from stays its parent’s', () => {
    const session = branched();
    expect(session.ways.map(({ parent, step }) => [parent, step])).toEqual([
      [null, 0],
      [0, 3],
      [0, 3],
      [1, 4],
    ]);
    const again = turnOff(goTo(session, ASKED), take('fire'));
    expect(again.ways).toEqual(session.ways);
    expect(again.at).toEqual({ way: 1, step: 4 });
    expect(goTo(again, { way: 1, step: 2 }).at).toEqual({ way: 0, step: 2 });
  });

  test('names go on after Z', () => {
    expect([0, 1, 25, 26, 27].map(wayName)).toEqual(['A', 'B', 'Z', 'A2', 'B2']);
  });

  test('what the room says again replaces what it said there', () => {
    const once = predict(goTo(seminarSession(), ASKED), 'response', [1, 2, 0]);
    const twice = predict(predict(once, null, [1, 0, 0, 0]), 'response', [0, 0, 5]);
    expect(twice.predictions).toHaveLength(2);
    expect(predictionAt(twice, ASKED, 'response')?.hands).toEqual([0, 0, 5]);
  });
});

describe('stops', () => {
  const player = seminarPlayer();
  const { ways } = seminarSession();
  const from = (step: number) => ({ way: 0, step });

  test('a day ends at midnight, or before a decision that is new', () => {
    expect(nextStop(player, ways, from(0), 'day').step).toBe(2);
    expect(nextStop(player, ways, from(2), 'day').step).toBe(3);
    expect(openDecisions(player.moment(ways, from(3)))[0]?.path).toBe('response');
  });

  test('the next decision; none that comes is the end', () => {
    expect(nextStop(player, ways, from(0), 'decision').step).toBe(3);
    const fired = branched();
    const end = nextStop(player, fired.ways, { way: 1, step: 4 }, 'decision');
    expect(player.moment(fired.ways, end).next).toBeNull();
  });

  test('a happening stops after it', () => {
    const { step } = nextStop(player, ways, from(3), 'happening');
    const { records, next } = player.moment(ways, from(step));
    expect(next === null || records[step]!.happenings.length > 0).toBe(true);
  });

  test('back goes to the stop before, and from the start nowhere', () => {
    expect(stopBefore(player, ways, from(3))?.step).toBe(2);
    expect(stopBefore(player, ways, from(0))).toBeNull();
    // The decision that a way turned at is there again, open.
    const { ways: more } = branched();
    const back = stopBefore(player, more, { way: 1, step: 4 })!;
    expect(openDecisions(player.moment(more, back))).toHaveLength(1);
  });
});

describe('a file that is not to be played', () => {
  const refused = (text: string): string => {
    const read = readSession(text, seminarScenario, 'talk.json');
    return 'refused' in read ? read.refused : '';
  };
  const changed = (change: object) => JSON.stringify({ ...branched(), ...change });

  test('another version of the scenario, with both and the mend', () => {
    const scenario = { ...seminarSession().scenario, hash: 'abcdef0123' };
    const said = refused(changed({ scenario }));
    expect(said).toContain('another version of A small crisis (abcdef01; this one is');
    expect(said).toContain('--new');
  });

  test('another scenario, with the command that opens it', () => {
    const other = newSession({ scenario: { id: 'iran', title: 'Iran', hash: 'x' }, seed: '1', run: 0 });
    expect(refused(JSON.stringify(other))).toContain('juncture present iran --session talk.json');
  });

  test('an option that does not exist, with those that do', () => {
    const ways = [
      ...seminarSession().ways,
      {
        parent: 0,
        step: 4,
        seen: 5,
        turn: { kind: 'take', choices: [{ decision: 'response', option: 'flee' }] },
      },
    ];
    const said = refused(changed({ ways, stops: [], at: ASKED, predictions: [] }));
    expect(said).toContain('response.flee');
    expect(said).toContain('wait, fire, talk');
  });

  test.each([
    ['no JSON', '{"format": 1,'],
    ['another format', changed({ format: 2 })],
    ['a place on a way that is not there', changed({ at: { way: 9, step: 0 } })],
    ['a way that turns off a later one', changed({ ways: [{ ...seminarSession().ways[0], parent: 3 }] })],
    [
      'hands that are no counts',
      changed({ predictions: [{ way: 0, step: 4, decision: null, hands: [-1] }] }),
    ],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(refused(text)).toContain('is not a seminar');
  });
});
