/** A small crisis that a room plays, with futures on this thread. */
import {
  type AskSeminar,
  askFutures,
  createPlayer,
  goTo,
  newSession,
  nextLuck,
  type Player,
  predict,
  type SeminarSession,
  seminarSheet,
  stopped,
  turnOff,
} from '../../src/experiment/index.ts';
import { seedKey } from '../../src/random/index.ts';
import type { Handout } from '../../src/report/index.ts';
import type { Pool } from '../../src/runner/index.ts';
import type { Scenario, SeminarScript } from '../../src/scenario/index.ts';
import { createChart } from '../../src/statechart/index.ts';
import { createDesk } from '../../src/tui/present/desk.ts';
import { storyOf } from '../../src/tui/present/place.ts';
import { pointOf, scenarioOf } from './build-scenario.ts';

/** The police waver from day 2 on; the question comes every day until it is answered otherwise. */
export const SEMINAR_YAML = `juncture: 1
title: A small crisis
summary: A president who may fire.
sources: { book: "A. Author (2011). A book." }
time: { start: 2022-01-01, step: 12 hours, horizon: 10 days }
parameters:
  loyalty: { label: Loyalty, baseline: 0.5, range: [0, 1], distribution: { uniform: [0.2, 0.8] }, source: assumption, note: It is contested. }
variables:
  crowd: { label: The crowd, initial: 10, per_day: "5 - 5 * active(street.cleared)" }
regions:
  street:
    label: The street
    initial: protest
    stages:
      protest:
        label: Protest
        transitions:
          is_asked: { label: The crowd swells, decide: response, after: 2 days }
          calms: { label: The crowd goes home, to: calm, hazard: 0.05, source: assumption }
      firing: { label: Shots, transitions: { is_cleared: { label: The square is cleared, to: cleared, hazard: "0.6 * loyalty", source: assumption }, topples: { label: The palace is taken, to: fallen, hazard: "0.6 * (1 - loyalty)", source: assumption } } }
      talking: { label: Talks, transitions: { agrees: { label: They agree, to: calm, hazard: 0.4, source: assumption }, gives_in: { label: The president gives in, to: fallen, hazard: 0.05, source: assumption } } }
      calm: { label: Calm, outcome: calm }
      cleared: { label: Cleared, outcome: cleared }
      fallen: { label: Fallen, outcome: falls }
decisions:
  response: { label: The answer, actor: The president, question: "The square is full. What now?", sees: [crowd], source: assumption, options: { wait: { label: Wait, weight: 2, to: street.protest }, fire: { label: Order the police to fire, weight: 1, to: street.firing }, talk: { label: Talk, weight: 1, to: street.talking } } }
outcomes: { calm: { label: It calms down }, cleared: { label: The square is cleared }, falls: { label: The government falls } }
timeline:
  fills: { date: 2022-01-02, what: The square fills., source: book }
  shots: { date: [2022-01-03, 2022-01-04], what: The police fire., happening: response.fire, contested: true, source: book }
  empty: { date: 2022-01-06, what: The square is empty., happening: street.is_cleared, source: book }
show: { parameters: [loyalty] }
`;

export const seminarScenario = scenarioOf(SEMINAR_YAML);

/** The same crisis, every label and question of it written by somebody who means harm. */
export const HOSTILE = `</text></svg><script>globalThis.owned = 1</script><img src=x onerror='globalThis.owned = 1'>"'& ${'x'.repeat(300)} \u202eأزمة`;
export const hostileSeminar = (): Scenario =>
  scenarioOf(
    SEMINAR_YAML.replace(
      /(title|label|what|actor|question): ("[^"]*"|[^,}\n]+)/g,
      `$1: ${JSON.stringify(HOSTILE)}`,
    ),
  );
const chart = createChart(seminarScenario);

export const seminarPlayer = (run = 0): Player =>
  createPlayer(chart, pointOf(seminarScenario), { key: seedKey('1'), run });

export const seminarSession = (run = 0): SeminarSession => {
  const { id, title, hash } = seminarScenario;
  return newSession({ scenario: { id, title, hash }, seed: '1', run });
};

export const seminarAsk =
  (pool: Pool, futures = 400): AskSeminar =>
  (snapshot, alternatives, moment) =>
    askFutures({ chart, snapshot, alternatives, moment, futures }, pool);

/** A desk on which the small crisis is played, with what it saved and wrote. */
export function seminarDesk(pool: Pool, session = seminarSession(), script: SeminarScript | null = null) {
  const saved: SeminarSession[] = [];
  const player = seminarPlayer(session.run);
  const desk = createDesk({
    player,
    session,
    ask: seminarAsk(pool),
    services: {
      save: (now) => void saved.push(now),
      exportHandout: async ({ ways }) => `Wrote a handout of ${ways.length} ways.`,
    },
    greeting: null,
    script,
  });
  return { desk, player, saved };
}

/** The handout of a seminar on a scenario made of the small crisis: a prediction, two ways from a decision, other luck. */
export async function seminarHandout(scenario: Scenario, pool: Pool): Promise<Handout> {
  const own = createChart(scenario);
  const player = createPlayer(own, pointOf(scenario), { key: seedKey('1'), run: 0 });
  const ask: AskSeminar = (snapshot, alternatives, moment) =>
    askFutures({ chart: own, snapshot, alternatives, moment, futures: 200 }, pool);
  const { id, title, hash } = scenario;
  const asked = stopped(
    goTo(newSession({ scenario: { id, title, hash }, seed: '1', run: 0 }), { way: 0, step: 3 }),
  );
  const said = predict(predict(asked, 'response', [9, 14, 2]), null, [4, 1, 2, 0]);
  const fired = turnOff(said, { kind: 'take', choices: [{ decision: 'response', option: 'fire' }] });
  const session = turnOff(goTo(fired, { way: 0, step: 3 }), nextLuck(fired));
  const sheet = await seminarSheet(session, player, ask);
  return {
    scenario,
    sheet,
    storyOf: (moment) => storyOf(player, moment),
    futures: 200,
    command: 'juncture present small',
  };
}
