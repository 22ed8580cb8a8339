/** Paths of files that extend others. */

/** `to` as seen from the folder of `from`; `.` and `..` are taken out where they can be. Windows paths keep their drive. */
export function resolvePath(from: string, to: string): string {
  const slashed = to.replaceAll('\\', '/');
  if (isAbsolute(slashed)) return tidy(slashed);
  const folder = from.replaceAll('\\', '/').split('/').slice(0, -1).join('/');
  const absolute = isAbsolute(from.replaceAll('\\', '/'));
  if (folder === '') return tidy(absolute ? `/${slashed}` : slashed);
  return tidy(`${folder}/${slashed}`);
}

const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[a-z]:\//i.test(path);

function tidy(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    const above = parts.at(-1);
    if (part === '..' && above !== undefined && above !== '..' && above !== '') parts.pop();
    else if (part !== '..' || above !== '') parts.push(part);
  }
  return parts.length === 1 && parts[0] === '' ? '/' : parts.join('/');
}
