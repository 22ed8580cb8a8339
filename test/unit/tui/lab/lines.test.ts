// Proves that the lab in lines of text reads what people type, and answers with the same functions as the screen.
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { labEngine } from '../../../../src/cli/lab/engine.ts';
import { NO_SETTINGS } from '../../../../src/scenario/index.ts';
import { type LineRequest, readLine } from '../../../../src/tui/lab/lines/commands.ts';
import { openLabLines } from '../../../../src/tui/open-lab-lines.ts';
import { labOf, movedLab, pointFor } from '../../../helpers/lab.ts';
import { fromFile, ownThread } from '../../experiment/world.ts';

const request = (line: string, state = labOf()): LineRequest => readLine(state, line).request;

describe('reading', () => {
  test('values, choices, options, on and off', () => {
    expect(request('set loyalty .3')).toMatchObject({ settings: { set: { loyalty: 0.3 } } });
    expect(request('set Security-force loyalty 0.3')).toMatchObject({ settings: { set: { loyalty: 0.3 } } });
    expect(request('set sponsor gangs')).toMatchObject({ settings: { set: { sponsor: 'gangs' } } });
    expect(request('set restore negotiate')).toMatchObject({
      settings: { decide: { restore: 'negotiate' } },
    });
    expect(request('set oil_falls off')).toMatchObject({ settings: { without: ['oil_falls'] } });
    expect(request('free loyalty', movedLab())).toMatchObject({ settings: { set: {} } });
  });

  test('what cannot be said is answered with what can', () => {
    expect(request('set sponsor nobody_else')).toMatchObject({
      why: expect.stringContaining('nobody, gangs, faction'),
    });
    expect(request('set restore x')).toMatchObject({ why: expect.stringContaining('own_forces') });
    expect(request('set loyalty much')).toMatchObject({ why: expect.stringContaining('no number') });
    expect(request('sweep zzz')).toMatchObject({ why: expect.stringContaining('loyalty') });
    expect(request('sweep p')).toMatchObject({ why: expect.stringContaining('police_pay or price_shock') });
    expect(request('sweep')).toMatchObject({ why: expect.stringContaining('name is missing') });
    expect(request('dance')).toMatchObject({ why: expect.stringContaining('help') });
  });

  test('two assumptions for a map, an outcome to be about', () => {
    expect(readLine(labOf(), 'map loyalty two centres').items.map(({ name }) => name)).toEqual([
      'loyalty',
      'two_centres',
    ]);
    expect(readLine(labOf(), 'about regime falls')).toMatchObject({ focus: 2 });
    expect(readLine(labOf(), 'list patron').items.map(({ name }) => name)).toEqual(['patron_will']);
  });
});

test('a session: every line is answered, the end of the input ends it', async () => {
  const scenario = fromFile('test/fixtures/fuel-prices.yaml');
  const pool = ownThread();
  const input = new PassThrough();
  const output = new PassThrough();
  let text = '';
  output.on('data', (chunk: Buffer) => {
    text += String(chunk);
  });
  const [parameter] = scenario.parameters;
  const { name } = parameter!;
  const value = parameter!.choices?.[0] ?? parameter!.low;
  const lines = [
    `set ${name} ${value}`,
    `sweep ${name}`,
    'matters',
    'drill',
    'story',
    'futures 1',
    'next',
    'futures 999',
    'futures day 1',
    'days',
    'measures',
    'happened',
    'compare',
    `info ${name}`,
    'undo',
    'mark',
    'help',
  ];
  input.end(`${lines.join('\n')}\n`);
  const { state } = await openLabLines({
    scenario,
    named: scenario.id,
    seed: '2022',
    settings: NO_SETTINGS,
    point: pointFor(scenario),
    engine: () => labEngine(pool, '2022'),
    services: {
      save: async () => '',
      exportFigure: async () => '',
      remember: () => {},
      watch: () => () => {},
    },
    input,
    output,
    interrupt: new AbortController().signal,
  });
  await pool.close();
  expect(state.settings).toEqual(NO_SETTINGS);
  const answers = text.split('\n> ');
  expect(answers).toHaveLength(lines.length + 2);
  expect(answers[1]).toMatch(/, was .*Both sides have the same luck/s);
  expect(answers[2]).toMatch(/4,000 runs each/);
  expect(answers[3]).toMatch(/What matters for/);
  expect(answers[5]).toMatch(/Run \d+\.\n.*It begins/);
  expect(answers[6]).toMatch(
    /Futures of run \d+ from .*, moment 1 of \d+\. In this run comes next: It begins/,
  );
  expect(answers[7]).toMatch(/moment 2 of/);
  expect(answers[8]).toMatch(/The story has entries 1 to \d+, not '999'/);
  expect(answers[9]).toMatch(/Futures of run \d+ from 3 Jan/);
  // No bars, no colours, no cursor: a reader says every sign.
  expect(text).not.toMatch(/[\u2580-\u259f]/);
  expect(text).not.toContain(String.fromCharCode(27));
});
