// Settings by name resolve to a point: the user over the variant over the file; what cannot be is said in words.
import { describe, expect, it } from 'vitest';
import { NO_SETTINGS, resolvePoint, type Settings } from '../../../src/scenario/index.ts';
import { soundScenario } from './check/scenario-text.ts';

const scenario = soundScenario(`parameters:
  loyalty: { baseline: 0.6, range: [0, 1], distribution: { uniform: [0.2, 0.8] } }
  pay: { baseline: 2, range: [0, 4] }
  sponsor: { one_of: { nobody: 1, gangs: 2 }, baseline: gangs }
decisions:
  response: { options: { shoot: {}, yield: {}, leave: {} } }
  press: { options: { admit: {}, expel: {} } }
shocks: { oil: { day: 2 } }
regions:
  street:
    initial: calm
    stages:
      calm: { transitions: { asks: { decide: response, after: 1 }, erupts: { to: riot, hazard: 1 } } }
      riot: { initial: small, stages: { small: {}, large: {} } }
  palace: { initial: united, stages: { united: {}, split: {} } }
variants:
  loyal:
    set: { loyalty: 0.9, sponsor: nobody }
    decide: { response: { option: yield, from: 2022-01-03, until: 2022-01-04 }, press: expel }
    without: [oil, response.shoot]
    initial: { street: riot, palace: split }
`);

const resolve = (settings: Partial<Settings>) => resolvePoint(scenario, { ...NO_SETTINGS, ...settings });
const pointOf = (settings: Partial<Settings>) => {
  const { point, diagnostics } = resolve(settings);
  expect(diagnostics).toEqual([]);
  return point!;
};
const removedIn = (settings: Partial<Settings>) =>
  pointOf(settings).removed.flatMap((removed, at) => (removed ? [scenario.happenings[at]!.path] : []));
const leavesIn = (settings: Partial<Settings>) =>
  pointOf(settings).initialLeaves.map((leaf) => scenario.stages[leaf]!.path);

describe('parameters', () => {
  it.each([
    ['drawn where there is a distribution', {}, [null, 2, null]],
    ['all at baseline', { atBaseline: true }, [0.6, 2, 1]],
    ['set by the user', { set: { loyalty: 0.1, sponsor: 'nobody' } }, [0.1, 2, 0]],
    ['set by the variant', { variant: 'loyal' }, [0.9, 2, 0]],
    ['the user over the variant', { variant: 'loyal', set: { loyalty: 0.3 } }, [0.3, 2, 0]],
    [
      'what is set stays at baseline runs',
      { variant: 'loyal', atBaseline: true, set: { pay: 4 } },
      [0.9, 4, 0],
    ],
    ['`baseline` is the file as it is', { variant: 'baseline' }, [null, 2, null]],
  ])('%s', (_, settings, expected) => expect(pointOf(settings).parameters).toEqual(expected));
});

describe('decisions', () => {
  it.each([
    ['free', {}, [null, null]],
    [
      'by the user, throughout',
      { decide: { response: 'leave' } },
      [{ option: 2, fromStep: 0, untilStep: 29 }, null],
    ],
    [
      'by the variant, in its days',
      { variant: 'loyal' },
      [
        { option: 1, fromStep: 1, untilStep: 2 },
        { option: 1, fromStep: 0, untilStep: 29 },
      ],
    ],
    [
      'the user over the variant, decision by decision',
      { variant: 'loyal', decide: { response: 'leave' } },
      [
        { option: 2, fromStep: 0, untilStep: 29 },
        { option: 1, fromStep: 0, untilStep: 29 },
      ],
    ],
  ])('%s', (_, settings, expected) => expect(pointOf(settings).decisions).toEqual(expected));
});

describe('what is taken away and where it starts', () => {
  it('nothing, in the initial leaves', () => {
    expect(removedIn({})).toEqual([]);
    expect(leavesIn({})).toEqual(['street.calm', 'palace.united']);
  });

  it('what the variant and the user take, together', () => {
    expect(removedIn({ variant: 'loyal', without: ['street.erupts'] })).toEqual([
      'street.erupts',
      'response.shoot',
      'oil',
    ]);
  });

  it('starts in the leaf below the stage of the variant', () => {
    expect(leavesIn({ variant: 'loyal' })).toEqual(['street.riot.small', 'palace.split']);
  });
});

describe('faults', () => {
  it.each([
    ['an unknown variant', { variant: 'loyl' }, 'unknown-name', /`loyl`.*Did you mean `loyal`/],
    ['an unknown parameter', { set: { loyality: 1 } }, 'unknown-name', /`loyality`.*Did you mean `loyalty`/],
    ['a value outside the range', { set: { pay: 5 } }, 'value-outside-range', /5.*`pay`, 0 to 4/],
    ['not a number', { set: { pay: Number.NaN } }, 'value-outside-range', /`pay`/],
    ['a text for a number', { set: { pay: 'high' } }, 'wrong-type', /`pay` takes a number, not `high`/],
    ['a choice that is none', { set: { sponsor: 'gang' } }, 'unknown-name', /`gang`.*Did you mean `gangs`/],
    ['a number for a choice', { set: { sponsor: 1 } }, 'unknown-name', /`sponsor` has no choice `1`/],
    [
      'an unknown decision',
      { decide: { respons: 'shoot' } },
      'unknown-name',
      /`respons`.*Did you mean `response`/,
    ],
    [
      'an unknown option',
      { decide: { response: 'shot' } },
      'unknown-name',
      /`response` has no option `shot`.*`shoot`/,
    ],
    [
      'an unknown path',
      { without: ['street.erupt'] },
      'unknown-name',
      /`street.erupt`.*Did you mean `street.erupts`/,
    ],
    [
      'every option, by the user alone',
      { without: ['press.admit', 'press.expel'] },
      'option-missing',
      /every option of `press`/i,
    ],
    [
      'every option, by the variant and the user together',
      { variant: 'loyal', without: ['response.yield', 'response.leave'] },
      'option-missing',
      /`response`/,
    ],
    [
      'names of every object',
      { set: { constructor: 1, toString: 2 } as Record<string, number> },
      'unknown-name',
      /`constructor`/,
    ],
  ])('%s', (_, settings, code, words) => {
    const { point, diagnostics } = resolve(settings);
    expect(point).toBeNull();
    expect(diagnostics[0]).toMatchObject({ code, severity: 'error', source: null, span: null });
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.mend}`).toMatch(words);
  });

  it('are all told in one go', () => {
    const { diagnostics } = resolve({
      variant: 'x',
      set: { pay: 9, y: 1 },
      decide: { response: 'z', w: 'v' },
      without: ['u'],
    });
    expect(diagnostics).toHaveLength(6);
  });
});
