/** JSON that stands in a page: no HTML parser takes any of it for markup. */

type Replace = (key: string, value: unknown) => unknown;

export const jsonInHtml = (value: unknown, replace?: Replace): string =>
  JSON.stringify(value, replace).replace(/[<>&\u2028\u2029]/g, escapeOf);

const escapeOf = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
