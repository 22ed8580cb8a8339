/** Names, paths and numbers in TeX's math mode. */

/** What TeX takes for its own, written so that it prints. */
const PRINTED: Readonly<Record<string, string>> = {
  '\\': '\\backslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\wedge{}',
  '~': '\\sim{}',
};

/** Anything but ASCII is a stranger in math mode; names of the language have none of it. */
const escaped = (name: string): string =>
  name.replaceAll(/[\\{}$&#%_^~]/g, (sign) => PRINTED[sign]!).replaceAll(/[^ -~]/gu, '?');

/** The name of a value, in italics as one word. */
export const identifierTex = (name: string): string => `\\mathit{${escaped(name)}}`;

/** The name of a stage, a happening, a choice. */
export const pathTex = (path: string): string => `\\mathsf{${escaped(path)}}`;

/** `0.25`, `1.5 \cdot 10^{-9}`: the digits that give the number back. */
export function numberTex(value: number): string {
  const [digits = '', power] = String(value).split('e');
  if (power === undefined) return digits;
  const exponent = `10^{${power.replace('+', '')}}`;
  return digits === '1' ? exponent : `${digits} \\cdot ${exponent}`;
}
