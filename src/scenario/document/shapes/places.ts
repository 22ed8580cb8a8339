/** Which keys the language knows anywhere, and what they belong to: for mends of misplaced keys. */
import { didYouMean } from '../../../diagnostics/index.ts';
import { experiment } from './experiment.ts';
import { scenario } from './scenario.ts';
import { resolved, type Shape, type StructShape } from './shape.ts';

/** Every struct of the language, each once, outer ones first. */
export function structsOf(root: StructShape): readonly StructShape[] {
  const found = new Set<StructShape>();
  const open: Shape[] = [root];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const shape = resolved(next);
    if (shape.kind === 'list') open.push(shape.item);
    else if (shape.kind === 'map') open.push(shape.value);
    else if (shape.kind === 'union') open.push(...shape.of);
    else if (shape.kind === 'struct' && !found.has(shape)) {
      found.add(shape);
      open.push(...[...shape.keys.values()].map((field) => field.shape));
    }
  }
  return [...found];
}

/** What people write who know other tools, and the key that says it here (if the place has it). */
const OTHER_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    rate: ['hazard'],
    chance: ['chance_per_day', 'probability'],
    probability: ['chance_per_day', 'weight'],
    p: ['chance_per_day', 'probability'],
    target: ['to'],
    targets: ['to'],
    goto: ['to'],
    if: ['while', 'available', 'when'],
    condition: ['when', 'available', 'while'],
    unless: ['while'],
    guard: ['while'],
    delay: ['after'],
    state: ['stages'],
    states: ['stages'],
    substages: ['stages'],
    start: ['initial'],
    initial: ['baseline', 'start'],
    init: ['initial'],
    value: ['baseline', 'initial'],
    default: ['baseline', 'initial'],
    mean: ['median'],
    std: ['sd'],
    stdev: ['sd'],
    sigma: ['sd'],
    min: ['range', 'bounds'],
    max: ['range', 'bounds'],
    limits: ['range', 'bounds'],
    bounds: ['range'],
    range: ['bounds'],
    name: ['label', 'title'],
    title: ['label'],
    description: ['note', 'summary'],
    comment: ['note'],
    reference: ['source'],
    references: ['source', 'sources'],
    citation: ['source'],
    final: ['outcome'],
    end: ['outcome', 'horizon'],
    duration: ['horizon'],
    dt: ['step'],
    inherits: ['extends'],
    constants: ['parameters'],
    events: ['shocks', 'transitions'],
    metrics: ['measures'],
    scenarios: ['variants'],
    promises: ['expect'],
    overrides: ['set'],
  }),
);

/** The key of this place that was probably meant, or null. */
export function guessKey(written: string, shape: StructShape): string | null {
  const known = [...shape.keys.keys()];
  const near = didYouMean(written, known);
  return near ?? OTHER_WORDS.get(written.toLowerCase())?.find((key) => shape.keys.has(key)) ?? null;
}

/** The kinds of files, each with its own keys. */
const FILES = [scenario, experiment].map((root) => structsOf(root));

/** What has this key in the kind of file that the shape is of, in words: `a transition`, `a shock`. */
export function ownersOf(key: string, shape: StructShape): readonly string[] {
  const structs = FILES.find((file) => file.includes(shape)) ?? [];
  return structs.filter(({ keys }) => keys.has(key)).map(({ called }) => called);
}
