// Proves that a prepared seminar is read, and that whatever is wrong with one is said with its place and the mend.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createPlayer, plannedStops, scriptFaults } from '../../../src/experiment/index.ts';
import { seedKey } from '../../../src/random/index.ts';
import { readScript, type SeminarScript } from '../../../src/scenario/index.ts';
import { createChart } from '../../../src/statechart/index.ts';
import { pointOf, scenarioFromFile } from '../../helpers/build-scenario.ts';
import { seminarPlayer, seminarScenario, seminarSession } from '../../helpers/seminar.ts';

const HEAD = 'seminar: 1\nscenario: test\nrun: 0\nstops:\n';

function read(stops: string, head = HEAD): SeminarScript {
  const answer = readScript(head + stops, seminarScenario, 'talk.yaml');
  if ('faults' in answer) throw new Error(answer.faults.join('\n'));
  return answer.script;
}
const faults = (stops: string, head = HEAD): string => {
  const answer = readScript(head + stops, seminarScenario, 'talk.yaml');
  return 'faults' in answer ? answer.faults.join('\n') : '';
};

test('stops, questions, notes and what to reveal', () => {
  const { stops } = read(
    '  - { at: 2022-01-02, ask: How many?, reveal: history }\n  - { decision: response, minutes: 5, note: Wait., reveal: [history, model] }\n',
  );
  expect(stops).toMatchObject([
    { day: 1, decision: null, ask: 'How many?', note: null, reveal: ['history'] },
    { day: null, decision: 'response', minutes: 5, note: 'Wait.', reveal: ['history', 'model'] },
  ]);
});

describe('what is wrong is said with its place and the mend', () => {
  test.each([
    [
      '  - { at: 2022-01-02, askk: x }\n',
      'talk.yaml:5:23: `askk` is no key of a stop\n  Did you mean `ask`?',
    ],
    [
      '  - { decision: reponse }\n',
      'talk.yaml:5:17: there is no decision `reponse`\n  Did you mean `response`?',
    ],
    ['  - { at: 2022-03-01 }\n', 'talk.yaml:5:11: `at: 2022-03-01` is outside the scenario\n  It runs from'],
    ['  - { at: soon }\n', 'talk.yaml:5:11: `at` wants a date or days since the start'],
    ['  - { ask: x }\n', 'talk.yaml:5:5: a stop has either `at` or `decision`'],
    [
      '  - { at: 1, reveal: [histroy] }\n',
      'talk.yaml:5:23: `histroy` cannot be revealed\n  There are: history, model.',
    ],
    ['  - { at: 1, minutes: long }\n', 'talk.yaml:5:23: `minutes` wants a whole number'],
    ['  - 2022-01-02\n', 'a stop is a list of keys'],
    ['  - { at: [1 }\n', 'talk.yaml:5:'],
  ])('%s', (stops, said) => {
    expect(faults(stops)).toContain(said);
  });

  test('another scenario, with the command that opens it', () => {
    expect(faults('  - { at: 1 }\n', HEAD.replace('test', 'iran-2019'))).toContain(
      'juncture present iran-2019 --script talk.yaml',
    );
  });

  test('no seminar at all', () => {
    expect(faults('', 'hello')).toContain('this is no prepared seminar');
    expect(faults('', '')).toContain('this is no prepared seminar');
    expect(faults('', 'seminar: 2\nscenario: test\n')).toContain('Write seminar: 1 at the top.');
  });
});

describe('on a run', () => {
  const player = seminarPlayer();
  const { ways } = seminarSession();

  test('stops fall where they are dated or asked, each after the one before', () => {
    const planned = plannedStops(player, ways, 0, read('  - { at: 1 }\n  - { decision: response }\n'));
    expect(planned.map(({ step }) => step)).toEqual([2, 3]);
  });

  test('a decision that never comes, and a day past the end, are said with the mend', () => {
    const said = scriptFaults(player, ways, read('  - { at: 9.5 }\n  - { decision: response }\n')).join('\n');
    expect(said).toMatch(/talk\.yaml:5:5: run 0 ends on day [\d.]+, before this stop\n {2}Stop earlier/);
    const late = scriptFaults(player, ways, read('  - { at: 2.5 }\n  - { decision: response }\n')).join('\n');
    expect(late).toContain('response is not asked in run 0 after the stop before\n  The run asks: response.');
  });

  test('a decision that is held from the start is said to be, with the mend', () => {
    const point = pointOf(seminarScenario, { decide: { response: 'talk' } });
    const held = createPlayer(createChart(seminarScenario), point, { key: seedKey('1'), run: 0 });
    expect(scriptFaults(held, ways, read('  - { decision: response }\n'))).toEqual([
      'talk.yaml:5:5: response is held from the start, so nobody is asked\n  Leave it free, or take this stop out of the script.',
    ]);
  });
});

test('the seminar that ships fits its scenario and its run, and takes 75 minutes', () => {
  const scenario = scenarioFromFile('scenarios/kazakhstan-2022.yaml');
  const file = 'scenarios/seminars/kazakhstan-2022.yaml';
  const answer = readScript(readFileSync(file, 'utf8'), scenario, file);
  if ('faults' in answer) throw new Error(answer.faults.join('\n'));
  const { script } = answer;
  const player = createPlayer(createChart(scenario), pointOf(scenario), {
    key: seedKey('2022'),
    run: script.run,
  });
  expect(scriptFaults(player, seminarSession().ways, script)).toEqual([]);
  expect(script.stops.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBe(75);
});
