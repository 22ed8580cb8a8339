// Proves the wording and layout of the plain reports. A golden here can fail as text: colour only repeats it.
import { describe, expect, test } from 'vitest';
import {
  clean,
  type PromiseLine,
  promisesText,
  type Story,
  simulationText,
  storyText,
  textWidth,
} from '../../src/report/index.ts';
import { HOSTILE_WORDS, hostileResult } from '../helpers/hostile-result.ts';
import { crisisResult } from '../helpers/simulation-result.ts';

const START = '2022-01-02T00:00';
const golden = (name: string) => `./report/${name}.txt`;
const withoutColour = (text: string) =>
  text.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '');

describe('simulate', () => {
  test.each([60, 80, 120])('at %i columns', async (columns) => {
    const text = simulationText(crisisResult(2000), { columns, colour: false, start: START });
    await expect(text).toMatchFileSnapshot(golden(`simulation-${columns}`));
  });

  test('stopped early, with settings, faults and few runs', async () => {
    const result = crisisResult(40, 1000);
    const manifest = {
      ...result.manifest,
      variant: 'loyal_police',
      set: { loyalty: 0.95 },
      decide: { restore: 'negotiate' },
      without: ['oil_falls'],
      command: `${result.manifest.command} --variant loyal_police --set loyalty=0.95 --decide restore=negotiate --without oil_falls`,
    };
    const faults = [
      {
        run: 7,
        message: 'crowd is not finite on day 3.5',
        command: 'juncture run kazakhstan-2022 --run 7 --seed 2022',
      },
    ];
    const decisions = result.decisions.map((decision) => ({ ...decision, fixed_unavailable: 3 }));
    const text = simulationText({ ...result, manifest, faults, decisions }, { columns: 80, colour: false });
    await expect(text).toMatchFileSnapshot(golden('simulation-stopped'));
  });

  test('without any run', async () => {
    const text = simulationText(crisisResult(0, 1000), { columns: 80, colour: false, start: START });
    await expect(text).toMatchFileSnapshot(golden('simulation-none'));
  });

  test.each([60, 80])('in colour the words at %i columns are the same', (columns) => {
    const options = { columns, start: START };
    const plain = simulationText(crisisResult(500), { ...options, colour: false });
    const coloured = simulationText(crisisResult(500), { ...options, colour: true });
    expect(withoutColour(coloured).replace(/ +$/gm, '')).toBe(plain);
    expect(coloured).not.toBe(plain);
  });

  test.each([40, 60, 80, 133])('hostile names stay in their places at %i columns', (columns) => {
    const text = simulationText(hostileResult(), { columns, colour: false, start: START });
    expect(text).not.toMatch(/[^\n\P{Control}]|\p{Format}/u);
    // Commands alone are never cut: they are there to be copied.
    const { manifest, faults } = hostileResult();
    const commands = [manifest, ...faults].map(({ command }) => clean(command).slice(0, 30));
    for (const line of text.split('\n')) {
      if (commands.some((command) => line.trim().startsWith(command))) continue;
      expect(textWidth(line), line.slice(0, 200)).toBeLessThanOrEqual(columns);
    }
    expect(text).toContain('x'.repeat(10_000));
  });

  test('a result without measures, decisions, regions or parameters has no empty parts', () => {
    const result = {
      ...crisisResult(100),
      measures: [],
      decisions: [],
      happenings: [],
      regions: [],
      parameters: [],
    };
    const text = simulationText(result, { columns: 80, colour: false });
    expect(text).toContain('HOW IT ENDS');
    expect(text).not.toMatch(/MEASURES|DAY BY DAY|WHAT HAPPENED|DECISIONS|ASSUMPTIONS|\n\n\n/);
  });
});

describe('one run as a story', () => {
  const story: Story = {
    title: 'Run 4,182 · the regime falls on day 9 · seed 2022',
    entries: [
      { day: 0, date: '2 Jan', text: 'Protest over the price begins in the west.', why: null },
      {
        day: 2,
        date: '4 Jan',
        text: 'The president cuts the price.',
        why: 'He chose among three options; this one had odds of 0.72.',
      },
      {
        day: 2.25,
        date: '4 Jan',
        text: 'The crowd goes on: its demands are no longer about the price.',
        why: 'Risk had built up to 0.31 a day: price shock 2.4, grievance 0.62, organisation of the opposition 0.21.',
      },
      { day: 9, date: '11 Jan', text: 'The palace is stormed.', why: 'Police present: 38 of 100.' },
    ],
    ending: 'The regime falls on 11 January, day 9.',
    command: 'juncture run kazakhstan-2022 --run 4182 --seed 2022',
  };
  test.each([50, 80])('at %i columns', async (columns) => {
    await expect(storyText(story, { columns, colour: false })).toMatchFileSnapshot(
      golden(`story-${columns}`),
    );
  });
  test('hostile words', () => {
    const entries = HOSTILE_WORDS.map((text, day) => ({ day, date: text, text, why: text }));
    const text = storyText({ ...story, entries }, { columns: 60, colour: false });
    for (const line of text.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(60);
  });
});

describe('promises', () => {
  const promises: readonly PromiseLine[] = [
    {
      name: 'fall_is_rare',
      verdict: 'holds',
      runs: 10_000,
      claims: [
        {
          verdict: 'holds',
          text: 'The regime falls: 12 % (11.4 % to 12.6 %)',
          wanted: '2 % to 60 %',
        },
      ],
      warnings: [],
      because: 'it was seen in a minority of comparable cases',
    },
    {
      name: 'loyalty_counts',
      verdict: 'fails',
      runs: 20_000,
      claims: [
        {
          verdict: 'holds',
          text: 'The regime falls under loyal_police against bahrain-2011: -2 points (-3 to -1)',
          wanted: 'less likely than in bahrain-2011',
        },
        {
          verdict: 'fails',
          text: 'The regime falls under loyal_police against baseline: +2 points (+1 to +3), of 812 pairs selected',
          wanted: 'less likely than under baseline',
        },
      ],
      warnings: ['`given` holds on one side only in 3 % of the pairs.'],
      because: null,
    },
    {
      name: 'history_fits',
      verdict: 'not enough runs',
      runs: 64_000,
      claims: [
        {
          verdict: 'holds',
          text: 'concession, 2022-01-04: 80 % of 484 runs lie from 2022-01-03 to 2022-01-06; 83.26 % (76.23 % to 88.53 %) by then, 62.6 % (54.37 % to 70.16 %) not before',
          wanted: 'at least 10 % on either side',
        },
        {
          verdict: 'not enough runs',
          text: 'toll, 238 people: no run has it',
          wanted: 'at least 10 % on either side',
        },
      ],
      warnings: [],
      because: 'what happened is one draw',
    },
    {
      name: 'a_long_name_that_goes_on_and_on_beyond_all_bounds',
      verdict: 'not enough runs',
      runs: 1,
      claims: [
        {
          verdict: 'not enough runs',
          text: 'Mean of Deaths: no run has a value, `given` selects none of the runs',
          wanted: '3 to 4',
        },
      ],
      warnings: [],
      because: null,
    },
  ];
  test.each([50, 80])('at %i columns', async (columns) => {
    await expect(promisesText(promises, { columns, colour: false })).toMatchFileSnapshot(
      golden(`promises-${columns}`),
    );
  });
  test('a scenario without promises says so', () => {
    expect(promisesText([], { columns: 80, colour: false })).toBe(' The scenario makes no promises.\n');
  });
});
