/** In which ways the clocks of a race may ring within one step, and how likely each is. */
import { exp, log } from '../../random/index.ts';

export interface Ringing {
  readonly probability: number;
  /** Clocks that ring, the earliest first; numbers are places in the list of risks. */
  readonly order: readonly number[];
}

/** Orders in which clocks ring grow with the factorial of their number: 1,957 for six. */
export const MOST_RACING = 6;

/**
 * Every order in which some of the clocks ring within a step in which clock i gathers the risk h·dt = `risks[i]`, the others
 * not. A clock that has not rung has no memory: what it gathered before says nothing of it (Anderson 2007). One of infinite
 * risk rings before all of finite risk, several of them in the order of the list. Probabilities add up to 1.
 */
export function ringings(risks: readonly number[]): readonly Ringing[] {
  const sure = risks.flatMap((risk, i) => (risk === Infinity ? [i] : []));
  const found: Ringing[] = [];
  const add = (order: readonly number[], left: readonly number[]): void => {
    found.push({ probability: orderProbability(risks, order, left), order: [...sure, ...order] });
    for (const next of left) {
      add(
        [...order, next],
        left.filter((other) => other !== next),
      );
    }
  };
  add(
    [],
    risks.flatMap((risk, i) => (risk > 0 && risk < Infinity ? [i] : [])),
  );
  return found;
}

/** Terms of the series beyond its mean that matter to the last bit. */
const TERMS_BEYOND = 60;

/**
 * Chance that exactly the clocks of `order` have rung by the step's end, one after the other. It is an entry of the
 * exponential of a chain that rings the next clock at its rate and dies with any other; by uniformisation (Jensen 1953),
 * whose terms are all positive, so that nothing cancels, however small or alike the risks.
 */
function orderProbability(
  risks: readonly number[],
  order: readonly number[],
  left: readonly number[],
): number {
  const silent = sum(risks, left);
  // Total risk of what has not rung, after so many have.
  const totals = order.map((_, rung) => silent + sum(risks, order.slice(rung)));
  totals.push(silent);
  const fastest = totals[0] as number;
  if (order.length === 0) return exp(-silent);
  const terms = Math.ceil(fastest + 12 * Math.sqrt(fastest)) + TERMS_BEYOND;
  let chain: readonly number[] = totals.map((_, rung) => (rung === 0 ? 1 : 0));
  let weight = 1;
  let result = 0;
  let logScale = -fastest;
  for (let term = 0; term <= terms; term += 1) {
    result += weight * (chain.at(-1) as number);
    chain = chain.map((mass, rung) => {
      const stays = mass * (1 - (totals[rung] as number) / fastest);
      const comes =
        rung === 0 ? 0 : ((chain[rung - 1] as number) * risks[order[rung - 1] as number]!) / fastest;
      return stays + comes;
    });
    weight *= fastest / (term + 1);
    if (weight > LARGE) {
      weight /= LARGE;
      result /= LARGE;
      logScale += log(LARGE);
    }
  }
  return result * exp(logScale);
}

const LARGE = 1e200;

const sum = (risks: readonly number[], of: readonly number[]): number =>
  of.reduce((total, i) => total + (risks[i] as number), 0);
