/** Tables of short texts: the first column at the left, the others flush right under their heads. */
import {
  atLeft,
  atRight,
  type Cell,
  cell,
  clean,
  EMPTY_ROW,
  FAINT,
  gap,
  type Row,
  STRONG,
  type Style,
  textWidth,
} from '../text/index.ts';

export interface PlainTable {
  /** The first stands over the labels. */
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly string[];
    /** How the cells are written; the label is plain. */
    readonly style?: Style;
  }[];
}

const MARGIN = 1;
const BETWEEN = 2;
/** Labels keep at least this much of the page. */
const LEAST_LABEL = 16;

/** Nothing without rows. A table that is too wide is cut into several, one below the other, each with the labels. */
export function tableRows({ head, rows }: PlainTable, columns: number): readonly Row[] {
  if (rows.length === 0) return [];
  const [title = '', ...heads] = head.map(clean);
  const body = rows.map(({ label, cells, style = {} }) => ({
    label: clean(label),
    cells: heads.map((_, i) => clean(cells[i] ?? '')),
    style,
  }));
  const widths = heads.map((one, i) =>
    Math.max(textWidth(one), ...body.map(({ cells }) => textWidth(cells[i] as string))),
  );
  const wanted = Math.max(textWidth(title), ...body.map(({ label }) => textWidth(label)));
  const least = Math.min(wanted, Math.max(LEAST_LABEL, Math.floor(columns * 0.3)));
  const groups = grouped(widths, columns - MARGIN - least);
  return groups.flatMap((group, index): readonly Row[] => {
    const taken = group.reduce((sum, i) => sum + BETWEEN + (widths[i] as number), 0);
    const label = Math.min(wanted, columns - MARGIN - taken);
    const line = (first: string, texts: readonly string[], [left, right]: readonly [Style, Style]): Row => [
      gap(MARGIN),
      cell(atLeft(first, label), left),
      ...group.flatMap((i): readonly Cell[] => [
        gap(BETWEEN),
        cell(atRight(texts[i] as string, widths[i] as number), right),
      ]),
    ];
    return [
      ...(index === 0 ? [] : [EMPTY_ROW]),
      line(title, heads, [STRONG, FAINT]),
      ...body.map((row) => line(row.label, row.cells, [{}, row.style])),
    ];
  });
}

/** Columns, in order, in as few groups as fit into `room`, each of about as many; a wider column has its own. */
function grouped(widths: readonly number[], room: number): readonly (readonly number[])[] {
  const fewest = inGroups(widths, room, widths.length);
  const even = Math.ceil(widths.length / fewest.length);
  for (let most = even; most < widths.length; most += 1) {
    const groups = inGroups(widths, room, most);
    if (groups.length === fewest.length) return groups;
  }
  return fewest;
}

function inGroups(widths: readonly number[], room: number, most: number): readonly (readonly number[])[] {
  const groups: number[][] = [[]];
  let left = room;
  widths.forEach((width, i) => {
    const last = groups.at(-1) as number[];
    const fits = last.length === 0 || (last.length < most && left >= BETWEEN + width);
    if (!fits) left = room;
    if (fits) last.push(i);
    else groups.push([i]);
    left -= BETWEEN + width;
  });
  return groups;
}
