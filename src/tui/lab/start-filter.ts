/** Which assumptions the list shows. */
import type { Scenario } from '../../scenario/index.ts';

/** All, those that the scenario shows first, those that were moved, those that matter most. */
export type FilterId = 'all' | 'first' | 'moved' | 'matter';

/** What the list shows at first: a few, where the scenario says which. */
export const startFilter = ({ show }: Scenario): FilterId => (show.parameters.length > 0 ? 'first' : 'all');
