/** Targets: a sibling's name or a path, each a stage, one a region. */
import type { DocumentNode, ScalarNode } from '../document.ts';
import type { Check } from './check.ts';
import { nodeAt, scalarsOf } from './node.ts';
import { listed } from './suggest.ts';

/** Whose targets are read: a transition may name a sibling; an option and a shock stand nowhere in the chart. */
export type From =
  | { readonly kind: 'transition'; readonly region: number; readonly stage: number | null }
  | { readonly kind: 'path-only'; readonly what: string };

/** Reads `to`; what cannot be resolved is reported and left out. */
export function readTargets(check: Check, node: DocumentNode | null, from: From): number[] {
  const { stages, regions } = check.declared;
  const taken = new Map<number, number>();
  for (const scalar of scalarsOf(nodeAt(node, 'to'))) {
    const target = resolve(check, scalar, from);
    if (target === null) {
      check.report.doubtGraph();
      continue;
    }
    const region = stages[target]!.region;
    const other = taken.get(region);
    if (other === undefined) {
      taken.set(region, target);
      continue;
    }
    check.report.add(scalar.origin, {
      code: 'several-targets',
      message: `\`${stages[other]!.path}\` and \`${stages[target]!.path}\` are both in \`${regions[region]!.name}\``,
      mend: 'Keep one: a region is in one place at a time.',
    });
  }
  return [...taken.values()];
}

function resolve(check: Check, scalar: ScalarNode, from: From): number | null {
  const name = scalar.text;
  const byPath = check.names.stages.get(name);
  if (byPath !== undefined) return byPath;
  const sibling = from.kind === 'transition' ? siblingNamed(check, name, from) : null;
  if (sibling !== null) return sibling;
  const region = check.names.regions.get(name);
  if (region !== undefined) return reportRegion(check, scalar, region);
  return reportUnknown(check, scalar, from);
}

function siblings(check: Check, from: Extract<From, { kind: 'transition' }>): readonly number[] {
  const { stages, regions } = check.declared;
  const parent = from.stage === null ? null : stages[from.stage]!.parent;
  if (parent !== null) return stages[parent]!.children;
  return regions[from.region]!.stages.filter((stage) => stages[stage]!.parent === null);
}

function siblingNamed(
  check: Check,
  name: string,
  { region, stage }: Extract<From, { kind: 'transition' }>,
): number | null {
  const { stages, regions } = check.declared;
  const parent = stage === null ? null : stages[stage]!.parent;
  const path = parent === null ? regions[region]!.name : stages[parent]!.path;
  return name.includes('.') ? null : (check.names.stages.get(`${path}.${name}`) ?? null);
}

function reportRegion(check: Check, scalar: ScalarNode, region: number): null {
  const { stages, regions } = check.declared;
  const paths = regions[region]!.stages.slice(0, 4).map((stage) => stages[stage]!.path);
  check.report.add(scalar.origin, {
    code: 'unknown-target',
    message: `\`${scalar.text}\` is a region; a target is a stage`,
    mend: paths.length === 0 ? 'Name a stage.' : `Name the stage, such as ${listed(paths, 'or')}.`,
  });
  return null;
}

function reportUnknown(check: Check, scalar: ScalarNode, from: From): null {
  const { stages } = check.declared;
  const name = scalar.text;
  const namesakes = stages.filter((stage) => stage.name === name).map((stage) => stage.path);
  if (namesakes.length > 1) {
    check.report.add(scalar.origin, {
      code: 'ambiguous-name',
      message: `\`${name}\` could be ${listed(namesakes, 'or')}`,
      mend: 'Write the path of the one you mean.',
    });
    return null;
  }
  const only = namesakes[0];
  const where = from.kind === 'transition' ? 'among its siblings' : `for ${from.what}`;
  check.report.add(scalar.origin, {
    code: 'unknown-target',
    message:
      only === undefined
        ? `there is no stage \`${name}\``
        : `there is no stage \`${name}\` ${where}; one stands elsewhere`,
    mend: only === undefined ? unknownTargetMend(check, name, from) : `Write its path: \`${only}\`.`,
  });
  return null;
}

function unknownTargetMend(check: Check, name: string, from: From): string {
  const { stages } = check.declared;
  const names = from.kind === 'transition' ? siblings(check, from).map((stage) => stages[stage]!.name) : [];
  const paths = stages.map((stage) => stage.path);
  const rule =
    from.kind === 'transition'
      ? 'A target is the name of a sibling stage, or a path such as `region.stage`.'
      : `${from.what[0]!.toUpperCase()}${from.what.slice(1)} names its target by path, such as \`region.stage\`.`;
  return check.guesses.unknownMend(name, name.includes('.') ? paths : [...names, ...paths], rule);
}
