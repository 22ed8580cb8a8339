/** Student's t, for intervals of means. */
import { betaDensity } from './beta-gamma.ts';
import { panelsOf } from './log-concave.ts';
import { placeOfShare } from './log-concave-quantile.ts';
import { expMinusOne } from './near-zero.ts';
import { normalQuantile } from './normal-quantile.ts';

/** With more degrees of freedom t is normal to all digits. */
const NORMAL_FROM = 1e16;

/**
 * The quantile of Student's t with `freedom` > 0 degrees of freedom at u in (0, 1), to about 1e-12 (relative).
 * When Y is beta(ν/2, ν/2), √ν·sinh(logit(Y)/2) has the t distribution with ν degrees of freedom.
 */
export function studentQuantile(freedom: number, u: number): number {
  if (u === 0.5) return 0;
  if (!(freedom < NORMAL_FROM)) return normalQuantile(u);
  const panels = panelsOf(betaDensity(freedom / 2, freedom / 2).density);
  const logit = placeOfShare(panels, 'below', u < 0.5 ? u : 1 - u);
  const grown = expMinusOne(logit / 2);
  const t = (Math.sqrt(freedom) * (grown + grown / (1 + grown))) / 2;
  return u < 0.5 ? t : -t;
}
