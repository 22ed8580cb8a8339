/** Text in LaTeX that prints as it stands, under pdfLaTeX as well as under LuaLaTeX and XeLaTeX. */

const GREEK =
  'alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega';

/** Letters of formulae, which TeX knows by name. */
function greek(letters: string): Readonly<Record<string, string>> {
  const names = GREEK.split(' ');
  return Object.fromEntries([...letters].map((letter, index) => [letter, `\\ensuremath{\\${names[index]}}`]));
}

/** What TeX takes for its own. Signs that only some encodings have are fetched by number. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '{\\char34}',
  '`': '\\textquoteleft{}',
  '\u2212': '\\ensuremath{-}',
  '\u00d7': '\\ensuremath{\\times}',
  '\u00b1': '\\ensuremath{\\pm}',
  '\u00b7': '\\ensuremath{\\cdot}',
  '\u2264': '\\ensuremath{\\le}',
  '\u2265': '\\ensuremath{\\ge}',
  '\u2260': '\\ensuremath{\\ne}',
  '\u221a': '\\ensuremath{\\surd}',
  '\u221e': '\\ensuremath{\\infty}',
  '\u2192': '\\ensuremath{\\rightarrow}',
  '\u2190': '\\ensuremath{\\leftarrow}',
  ...greek('αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ'),
  '\u00b2': '\\ensuremath{^2}',
  '\u00b0': '\\ensuremath{^\\circ}',
  '\u20ac': '\\texteuro{}',
};

/** Letters and punctuation that the T1 encoding prints (LaTeX's `t1enc.dfu`): the Latin of Europe, dashes, quotes, dots. */
const PRINTS =
  /[ -~\u00a1\u00a3\u00a7\u00ab\u00bb\u00bf-\u00d6\u00d8-\u00f6\u00f8-\u0107\u010c-\u0111\u0118-\u011b\u011e\u011f\u0130\u0131\u0139\u013a\u013d\u013e\u0141-\u0144\u0147\u0148\u0150-\u0155\u0158-\u015b\u015e-\u0165\u016e-\u0171\u0178-\u017e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026]/u;

/** Characters of a word after which a line may break: nothing that long is a word. */
const LONGEST_WORD = 30;

/**
 * Text on one line. A character that pdfLaTeX does not know is given by its number there and as it is to the other two
 * (`\juncturechar` of the preamble); endless words may break.
 */
export function escapeLatex(text: string): string {
  let tex = '';
  let sinceBlank = 0;
  for (const character of text.replaceAll(/\s+/gu, ' ')) {
    sinceBlank = character === ' ' ? 0 : sinceBlank + 1;
    tex += characterTex(character);
    if (sinceBlank > 0 && sinceBlank % LONGEST_WORD === 0) tex += '\\allowbreak{}';
  }
  // Two hyphens would make a dash, two quotes a double one, `?` or `!` before a quote a Spanish one.
  return tex.replaceAll(/-(?=-)/g, '-{}').replaceAll(/'(?=')/g, "'{}");
}

function characterTex(character: string): string {
  const sign = SIGNS[character];
  if (sign !== undefined) return sign;
  if (PRINTS.test(character)) return character;
  const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `\\juncturechar{${point}}{${character}}`;
}

/** What the text needs; it changes nothing that is there already, so that a part can be pasted into any paper. */
export const CHARACTER_MACRO =
  '\\providecommand{\\juncturechar}[2]{\\ifdefined\\Umathchar#2\\else\\texttt{[U+#1]}\\fi}';
