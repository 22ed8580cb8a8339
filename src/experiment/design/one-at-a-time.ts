/** Each factor moved alone, for a tornado. It sees no interaction between factors. */
import { type OneAtATimeDesign, SUPPORTS } from './design.ts';

/**
 * The centre, then every factor at every level with the others at the centre.
 * @param centre where the other factors rest: the baseline.
 * @param levels places in [0, 1] that each factor is moved to, such as 0.05 and 0.95.
 */
export function oneAtATime(centre: readonly number[], levels: readonly number[]): OneAtATimeDesign {
  const moved = centre.flatMap((_, factor) => levels.map((level) => centre.with(factor, level)));
  return {
    kind: 'one-at-a-time',
    dimensions: centre.length,
    points: [centre, ...moved],
    supports: SUPPORTS['one-at-a-time'],
    levels,
  };
}
