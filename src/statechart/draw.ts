/** A run's draws for its triggers: each at the address of its armable. */
import { log, uniformAt } from '../random/index.ts';
import type { Armable } from './armable.ts';
import type { Luck, RunView } from './run-context.ts';

/** Who draws, and from where: the run's view with its key, and by armable how many draws it has used. */
export type DrawingView = RunView & Luck & { readonly armings: readonly number[] };

/** The uniform of an armable's n-th draw. */
export const drawAt = (armable: Armable, view: DrawingView, n: number): number =>
  uniformAt(view.key, view.future, armable.site, view.luck, n);

/** A standard exponential: the threshold of a clock. */
export const thresholdAt = (armable: Armable, view: DrawingView, n: number): number =>
  -log(1 - drawAt(armable, view, n));
