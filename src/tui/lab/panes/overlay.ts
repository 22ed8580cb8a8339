/** The page that lies over the screen. */
import type { Row } from '../../../report/index.ts';
import type { LabState } from '../state.ts';
import { helpPage } from './help.ts';
import { infoPage } from './info.ts';
import type { PaneSize } from './list.ts';

export function overlayPage(state: LabState, { columns }: PaneSize): readonly Row[] {
  const { overlay } = state;
  if (overlay === null) return [];
  switch (overlay.kind) {
    case 'help':
      return helpPage(columns);
    case 'info':
      return infoPage(state, columns);
    default:
      return overlay satisfies never;
  }
}
