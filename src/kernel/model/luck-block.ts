/** Where a run's draws stand in the block that keeps them (see `luck.ts`). */

/** Groups of four exponentials, in the order in which the run draws them, and of four normals of each noisy variable. */
export const KEPT_EXPONENTIALS = 48;
export const KEPT_NORMALS = 24;
/** Places that are looked at for an exponential: a run at another point leaves some out. */
export const LOOKS = 3;

export const GROUP_BYTES = 32;
/** Words of a block's head: whether its run has been run, and its groups of normals; the tags come after it. */
export const BLOCK_HEAD = { known: 0, normals: 4 } as const;
export const TAGS_FROM = 16;

/** In bytes. */
export interface LuckBlock {
  readonly values: number;
  readonly parameters: number;
  readonly normals: number;
  readonly bytes: number;
}

export function luckBlockOf(sizes: { readonly parameters: number; readonly noisy: number }): LuckBlock {
  const tags = TAGS_FROM + 4 * (KEPT_EXPONENTIALS + LOOKS);
  const values = 16 * Math.ceil(tags / 16);
  const parameters = values + GROUP_BYTES * KEPT_EXPONENTIALS;
  const normals = parameters + 16 * Math.ceil((8 * sizes.parameters) / 16);
  return { values, parameters, normals, bytes: normals + GROUP_BYTES * KEPT_NORMALS * sizes.noisy };
}
