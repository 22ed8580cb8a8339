import type { PromiseRule } from '../../scenario/index.ts';

/** The rule of one kind of promise. */
export type Rule<Kind extends PromiseRule['kind']> = Extract<PromiseRule, { kind: Kind }>;
