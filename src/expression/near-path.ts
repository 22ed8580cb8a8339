/** Paths that someone may have meant. */
import { didYouMean } from '../diagnostics/index.ts';
import { listed } from './fault.ts';

const lastPart = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** Paths whose last part is this name. */
export const endingIn = (name: string, paths: readonly string[]): string[] =>
  paths.filter((path) => path !== name && lastPart(path) === name);

/** Words that offer the paths nearest to a name. */
export function nearPath(name: string, paths: readonly string[], fallback: string): string {
  const near = [...endingIn(lastPart(name), paths), ...paths.filter((path) => path.startsWith(`${name}.`))];
  if (near.length > 0)
    return near.length === 1 ? `did you mean \`${near[0]}\`?` : `there are ${listed(near)}`;
  const guess = didYouMean(name, paths) ?? didYouMean(lastPart(name), paths.map(lastPart));
  if (guess === null) return fallback;
  return `did you mean \`${paths.find((path) => path === guess || lastPart(path) === guess) ?? guess}\`?`;
}
