/** The clock: start, step and horizon. */
import { formatMoment, parseDate } from '../clock.ts';
import type { MapNode, ScalarNode } from '../document.ts';
import type { Time } from '../model.ts';
import { readDuration } from './duration.ts';
import { nodeAt, scalarAt } from './node.ts';
import type { Report } from './report.ts';

/** More steps than this are a slip of units, and would not fit in memory as a history. */
const MOST_STEPS = 200_000;

/** Stands in for a clock that could not be read. */
export const NO_CLOCK: Time = { start: '2000-01-01T00:00', stepDays: 1, steps: 1, horizonDays: 1 };

function readStart(node: ScalarNode | null, report: Report): string | null {
  if (node === null) return null;
  const moment = parseDate(node.text);
  if (moment !== null) return formatMoment(moment.minutes);
  report.add(node.origin, {
    code: 'bad-date',
    message: `\`${node.text}\` is not a date`,
    mend: 'Write year-month-day, such as 2022-01-04 or 2022-01-04T18:00, without a zone.',
  });
  return null;
}

/** Steps in a horizon; the tolerance is for thirds and tenths of days, which binary numbers only approach. */
function countSteps(stepDays: number, horizonDays: number): number | null {
  const steps = Math.round(horizonDays / stepDays);
  return steps >= 1 && Math.abs(steps * stepDays - horizonDays) <= 1e-9 * horizonDays ? steps : null;
}

/** The clock; null after a fault. */
export function checkTime(root: MapNode, report: Report): Time | null {
  const node = nodeAt(root, 'time');
  const step = scalarAt(node, 'step');
  const horizon = scalarAt(node, 'horizon');
  const start = readStart(scalarAt(node, 'start'), report);
  const stepDays = readDuration(step, report);
  const horizonDays = readDuration(horizon, report);
  if (start === null || stepDays === null || horizonDays === null || !step || !horizon) return null;
  const steps = countSteps(stepDays, horizonDays);
  if (steps === null) {
    report.add(horizon.origin, {
      code: 'step-does-not-divide',
      message: `the step (${step.text}) does not divide the horizon (${horizon.text}): it fits ${Number((horizonDays / stepDays).toFixed(3))} times`,
      mend: 'Change one of them so that the horizon is a whole number of steps.',
    });
    return null;
  }
  if (steps > MOST_STEPS) {
    report.add(step.origin, {
      code: 'bad-duration',
      message: `a step of ${step.text} cuts ${horizon.text} into ${steps} steps`,
      mend: 'Use a longer step or a shorter horizon: 200,000 steps are the most.',
    });
    return null;
  }
  return { start, stepDays, steps, horizonDays };
}
