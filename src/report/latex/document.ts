/** A document as LaTeX: whole, or a part to be pasted into a paper. Needs amsmath, booktabs, longtable and graphicx. */
import type { Block, Column, Document, Inline, Line, Table } from '../document/index.ts';
import { CHARACTER_MACRO, escapeLatex } from './escape.ts';

const PACKAGES = [
  '\\usepackage{iftex}',
  '\\ifPDFTeX\\usepackage[T1]{fontenc}\\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}\\usepackage{textcomp}\\else\\usepackage{fontspec}\\fi',
  '\\usepackage[a4paper,margin=25mm]{geometry}',
  '\\usepackage{amsmath,array,booktabs,longtable,graphicx}',
  '\\setlength{\\emergencystretch}{3em}',
  '\\setlength{\\parindent}{0pt}',
  '\\setlength{\\parskip}{6pt plus 2pt}',
  '\\setcounter{secnumdepth}{0}',
];

/** A file that compiles by itself. Ends with a line feed. */
export function latexOf(document: Document): string {
  return [
    '% Compiles with pdfLaTeX; with LuaLaTeX or XeLaTeX where texts are in other than European scripts.',
    '\\documentclass[10pt]{article}',
    ...PACKAGES,
    CHARACTER_MACRO,
    '\\begin{document}',
    '',
    blocksTex(document),
    '',
    '\\end{document}',
    '',
  ].join('\n');
}

/** The blocks alone, for `\input` in a paper. Ends with a line feed. */
export const latexPartOf = (document: Document): string =>
  `% Needs \\usepackage{amsmath,array,booktabs,longtable,graphicx} in the preamble.\n${CHARACTER_MACRO}\n\n${blocksTex(document)}\n`;

const blocksTex = (blocks: readonly Block[]): string => blocks.map(blockTex).join('\n\n');

export const lineTex = (line: Line): string => line.map(inlineTex).join('');

function inlineTex(part: Inline): string {
  if (typeof part === 'string') return escapeLatex(part);
  switch (part.kind) {
    case 'code':
      return `\\texttt{${codeTex(part.text)}}`;
    case 'emphasis':
      return `\\emph{${escapeLatex(part.text)}}`;
    case 'strong':
      return `\\textbf{${escapeLatex(part.text)}}`;
    case 'link':
      return `\\texttt{${codeTex(part.url)}}`;
    default:
      return part satisfies never;
  }
}

/** Names may break after their joints, which plain text need not. */
const codeTex = (text: string): string =>
  escapeLatex(text).replaceAll(/(?:\\_|[./])(?=\w)/g, '$&\\allowbreak{}');

const SECTIONS = { 1: 'section', 2: 'section', 3: 'subsection', 4: 'subsubsection' } as const;

function blockTex(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.level === 1
        ? `{\\LARGE\\bfseries\\raggedright ${lineTex(block.line)}\\par}`
        : `\\${SECTIONS[block.level]}{${lineTex(block.line)}}`;
    case 'paragraph':
      return lineTex(block.line);
    case 'list': {
      const name = block.ordered ? 'enumerate' : 'itemize';
      const items = block.items.map((item) => `  \\item {}${lineTex(item)}`);
      return `\\begin{${name}}\n${items.join('\n')}\n\\end{${name}}`;
    }
    case 'table':
      return tableTex(block);
    case 'formula':
      // In the text's own mathematics, unlike a display, TeX breaks a long sum at its signs.
      return `\\begin{quote}\\raggedright\\(\\displaystyle ${block.tex}\\)\\end{quote}`;
    case 'verbatim':
      return `\\begin{quote}\\raggedright\\texttt{${block.text
        .split('\n')
        .map((line) => guarded(escapeLatex(line)))
        .join('\\\\\n')}}\\end{quote}`;
    case 'figure':
      return figureTex(block.file, block.caption);
    default:
      return block satisfies never;
  }
}

/** LaTeX reads no SVG: how to have the picture is said where it belongs, and the document compiles without it. */
function figureTex(file: string, caption: string): string {
  const pdf = file.replace(/\.svg$/, '.pdf');
  return [
    `rsvg-convert -f pdf -o ${pdf} ${file}`,
    '\\begin{figure}[htbp]\\centering',
    `\\includegraphics[width=\\linewidth]{${pdf}}`,
    `\\caption{${captionTex(caption)}}`,
    '\\end{figure}',
  ]
    .map((line) => `% ${line.replaceAll(/\s+/gu, ' ')}`)
    .join('\n');
}

/** A caption is measured in one line, and TeX's lines end at 5.7 m. */
const LONGEST_CAPTION = 400;

function captionTex(text: string): string {
  const characters = [...text];
  return escapeLatex(
    characters.length > LONGEST_CAPTION ? `${characters.slice(0, LONGEST_CAPTION).join('')}…` : text,
  );
}

/** Letters that fit on a line of the page in a table's type, and those that the space between columns takes. */
const LINE = 96;
const GUTTER = 2.4;
/** No column counts for more letters than this when columns are weighed, no word for more than that. */
const MOST_CONTENT = 120;
const LONGEST_WORD = 22;

/** Shares of the page: each column as wide as its longest word, and what is left by how much it has to say. */
function columnWidths({ columns, rows }: Table): readonly string[] {
  const texts = columns.map(({ title }, index) => [
    title,
    ...rows.map((cells) => plainText(cells[index] ?? [])),
  ]);
  const words = texts.map((column) =>
    Math.min(LONGEST_WORD, longest(column.flatMap((text) => text.split(JOINTS)))),
  );
  const content = texts.map((column) =>
    Math.min(MOST_CONTENT, sum(column.map((text) => text.length)) / column.length),
  );
  const room = Math.max(0, LINE - GUTTER * columns.length - sum(words));
  const sizes = words.map((word, index) => word + GUTTER + (room * content[index]!) / sum(content));
  return sizes.map((size) => (size / sum(sizes)).toFixed(3));
}

/** Where a cell's text may break. */
const JOINTS = /\s|(?<=[_./])/u;

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

const longest = (texts: readonly string[]): number => Math.max(1, ...texts.map((text) => text.length));

const plainText = (line: Line): string =>
  line.map((part) => (typeof part === 'string' ? part : 'url' in part ? part.url : part.text)).join('');

const columnTex = ({ align }: Column, width: string): string =>
  `>{\\${align === 'right' ? 'raggedleft' : 'raggedright'}\\arraybackslash}p{\\dimexpr ${width}\\linewidth-2\\tabcolsep\\relax}`;

/** After `\\\\` and the rules a bracket or a star would be taken for an option. */
const guarded = (tex: string): string => (/^\s*[[*]/.test(tex) ? `{}${tex}` : tex);

/** A table that may go over pages, ruled as booktabs rules, its heads repeated. */
function tableTex(table: Table): string {
  const { caption, columns, rows } = table;
  const widths = columnWidths(table);
  const row = (cells: readonly string[]): string => `${guarded(cells.join(' & '))} \\\\`;
  const head = ['\\toprule', row(columns.map(({ title }) => escapeLatex(title))), '\\midrule'];
  return [
    '\\begingroup\\small\\renewcommand{\\arraystretch}{1.2}',
    `\\begin{longtable}{@{}${columns.map((column, index) => columnTex(column, widths[index]!)).join('')}@{}}`,
    `\\caption{${captionTex(caption)}}\\\\`,
    ...head,
    '\\endfirsthead',
    ...head,
    '\\endhead',
    '\\bottomrule',
    '\\endfoot',
    ...rows.map((cells) => row(cells.map(lineTex))),
    '\\end{longtable}',
    '\\endgroup',
  ].join('\n');
}
