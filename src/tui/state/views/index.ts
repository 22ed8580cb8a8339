/** Which rows the present view has. */
import type { State } from '../state.ts';
import { assumptionsBody } from './assumptions.ts';
import type { Body, BodySize } from './body.ts';
import { daysBody } from './days.ts';
import { endingBody } from './ending.ts';
import { happenedBody } from './happened.ts';
import { helpBody } from './help.ts';
import { measuresBody } from './measures.ts';

export function bodyOf(state: State, size: BodySize): Body {
  if (state.help) return helpBody(size);
  switch (state.view) {
    case 'ending':
      return endingBody(state, size);
    case 'days':
      return daysBody(state, { ...size, colour: state.colour });
    case 'measures':
      return measuresBody(state, size);
    case 'happened':
      return happenedBody(state, size);
    case 'assumptions':
      return assumptionsBody(state, size);
    default:
      return state.view satisfies never;
  }
}
