/** Addresses of luck: two paths of one hash would draw the same numbers. */
import { siteOf } from '../../random/index.ts';
import type { Origin } from '../document.ts';
import type { Check } from './check.ts';
import { placeSeenFrom } from './place.ts';

interface Site {
  readonly path: string;
  readonly at: Origin;
  /** Values and happenings have name spaces of their own, but not sites: a region may be called `parameters`. */
  readonly space: 'value' | 'happening';
}

/** Every path that may ask for a draw, in document order. */
function sites({ declared }: Check): Site[] {
  const value = (path: string, at: Origin): Site => ({ path, at, space: 'value' });
  const happening = (path: string, at: Origin): Site => ({
    path: path.replace('.', '/'),
    at,
    space: 'happening',
  });
  return [
    ...declared.parameters.map(({ name, entry }) => value(`parameters/${name}`, entry.keyOrigin)),
    ...declared.variables.map(({ name, entry }) => value(`variables/${name}`, entry.keyOrigin)),
    ...declared.transitions.map(({ path, entry }) => happening(path, entry.keyOrigin)),
    ...declared.decisions.flatMap(({ name, entry, options }) => [
      happening(name, entry.keyOrigin),
      ...options.map((option) => happening(option.path, option.entry.keyOrigin)),
    ]),
    ...declared.shocks.map(({ name, entry }) => happening(name, entry.keyOrigin)),
  ];
}

export function checkSites(check: Check): void {
  const taken = new Map<number, Site>();
  for (const site of sites(check)) {
    const hash = siteOf(site.path);
    const earlier = taken.get(hash);
    if (earlier === undefined) {
      taken.set(hash, site);
      continue;
    }
    // One path twice in one space is a duplicate name, which is reported as that.
    if (earlier.path === site.path && earlier.space === site.space) continue;
    check.report.add(site.at, {
      code: 'site-collision',
      message: `\`${site.path}\` and \`${earlier.path}\` (${placeSeenFrom(site.at, earlier.at)}) would draw the same luck: their hashes are equal`,
      mend: 'Rename one of the two; any other name will do.',
    });
  }
}
