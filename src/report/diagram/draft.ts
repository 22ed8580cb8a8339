/** A figure in the making: boxes and links added one by one, each with an id of its own. */
import type { Box, Figure, Group, Link, TextLine } from './figure.ts';
import type { Often } from './words.ts';

export interface Draft {
  box(box: Omit<Box, 'id'> & { readonly id?: string }): string;
  link(link: Pick<Link, 'from' | 'to'> & Partial<Link>): void;
  group(group: Group): void;
  readonly figure: () => Figure;
}

export function openDraft(): Draft {
  const boxes: Box[] = [];
  const links: Link[] = [];
  const groups: Group[] = [];
  return {
    box(box) {
      const id = box.id ?? `box_${boxes.length}`;
      boxes.push({ ...box, id });
      return id;
    },
    link: (link) => {
      links.push({ dashed: false, head: true, back: false, share: null, happening: null, ...link });
    },
    group: (group) => {
      groups.push(group);
    },
    figure: () => ({ boxes, links, groups }),
  };
}

/** An end of a link: a box, and the group whose border stands for it. */
export interface End {
  readonly box: string;
  readonly group?: string | undefined;
}

export interface Labelled {
  readonly lines: readonly TextLine[];
  readonly tooltip: string;
  readonly dashed: boolean;
  readonly back: boolean;
  readonly often: Often | null;
  /** The group the label stands in. */
  readonly group: string | null;
}

/** What a link says of how often it was taken. */
export const linkShare = (often: Often | null): Pick<Link, 'share' | 'happening'> => ({
  share: often?.share.value ?? null,
  happening: often?.path ?? null,
});

/** A link whose label stands on it, so that nobody need guess which is whose: two links with the label's box between. */
export function linkThrough(draft: Draft, from: End, to: End, labelled: Labelled): string {
  const { lines, tooltip, dashed, back, often, group } = labelled;
  const label = draft.box({ kind: 'label', lines, tooltip, hue: null, group });
  const common = { dashed, back, ...linkShare(often) };
  draft.link({ ...common, from: from.box, fromGroup: from.group, to: label, head: false });
  draft.link({ ...common, from: label, to: to.box, toGroup: to.group });
  return label;
}
