/** Variants: the file with some parameters set, decisions fixed, happenings taken away, other starts. */
import type { DocumentNode, Entry, ScalarNode } from '../document.ts';
import type { Decision, Parameter, Region, Stage, Variant } from '../model.ts';
import type { Check } from './check.ts';
import { described } from './described.ts';
import { readFixedOption } from './fixed-option.ts';
import { asScalar, entriesAt, nodeAt, scalarAt, scalarsOf } from './node.ts';
import { reportOutcomeAtStart } from './outcome-at-start.ts';
import { emptiedDecision, emptiedFault, valueFault } from './settings.ts';

/** The parts of a scenario that variants refer to. */
export interface VariantGround {
  readonly parameters: readonly Parameter[];
  readonly decisions: readonly Decision[];
  readonly regions: readonly Region[];
  readonly stages: readonly Stage[];
}

export const checkVariants = (check: Check, ground: VariantGround): Variant[] =>
  check.declared.variants.map(({ name, entry: { value: node } }) => ({
    ...described(check, name, node),
    name,
    set: entriesAt(node, 'set').flatMap((entry) => readSetting(check, ground, entry)),
    decide: entriesAt(node, 'decide').flatMap((entry) => readFixedOption(check, ground.decisions, entry)),
    without: readWithout(check, ground, node),
    initial: entriesAt(node, 'initial').flatMap((entry) => readStart(check, ground, entry)),
  }));

function readSetting(check: Check, { parameters }: VariantGround, entry: Entry): Variant['set'] {
  const value = check.names.values.get(entry.key);
  const scalar = asScalar(entry.value);
  if (value?.kind !== 'parameter') {
    const names = parameters.map((parameter) => parameter.name);
    check.report.add(entry.keyOrigin, {
      code: 'unknown-name',
      message:
        value === undefined
          ? `there is no parameter \`${entry.key}\` to set`
          : `\`${entry.key}\` is not a parameter; a variant sets parameters`,
      mend: check.guesses.unknownMend(entry.key, names, '`set` takes names under `parameters`.'),
    });
    return [];
  }
  if (scalar === null) return [];
  const parameter = parameters[value.index]!;
  const set = typeof scalar.value === 'number' && parameter.choices === null ? scalar.value : scalar.text;
  const resolved = valueFault(parameter, set);
  if (typeof resolved === 'number') return [{ parameter: value.index, value: resolved }];
  check.report.add(scalar.origin, resolved);
  return [];
}

function readWithout(check: Check, { decisions }: VariantGround, node: DocumentNode): number[] {
  const removed = new Set<number>();
  for (const scalar of scalarsOf(nodeAt(node, 'without'))) {
    const happening = check.names.happenings.get(scalar.text);
    if (happening === undefined) reportUnknownHappening(check, scalar);
    else removed.add(happening);
  }
  const emptied = emptiedDecision(decisions, (happening) => removed.has(happening));
  const written = nodeAt(node, 'without');
  if (emptied !== null && written !== null) check.report.add(written.origin, emptiedFault(emptied));
  return [...removed];
}

function reportUnknownHappening(check: Check, scalar: ScalarNode): void {
  check.report.add(scalar.origin, {
    code: 'unknown-name',
    message: `there is nothing called \`${scalar.text}\` to leave out`,
    mend: check.guesses.unknownMend(
      scalar.text,
      [...check.names.happenings.keys()],
      'Write `region.transition`, `decision.option`, or the name of a shock.',
    ),
  });
}

/** `palace: split`: a path below the region. */
function readStart(check: Check, { regions, stages }: VariantGround, entry: Entry): Variant['initial'] {
  const region = check.names.regions.get(entry.key);
  const scalar = asScalar(entry.value);
  if (region === undefined) {
    check.report.doubtGraph();
    check.report.add(entry.keyOrigin, {
      code: 'unknown-name',
      message: `there is no region \`${entry.key}\``,
      mend: check.guesses.unknownMend(
        entry.key,
        [...check.names.regions.keys()],
        '`initial` takes names of regions.',
      ),
    });
    return [];
  }
  if (scalar === null) return [];
  const stage = check.names.stages.get(`${entry.key}.${scalar.text}`);
  if (stage !== undefined) {
    reportOutcomeAtStart(check, stages, stage, scalar.origin);
    return [{ region, stage }];
  }
  check.report.doubtGraph();
  const below = regions[region]!.stages.map((at) => stages[at]!.path.slice(entry.key.length + 1));
  const full = check.names.stages.get(scalar.text);
  check.report.add(scalar.origin, {
    code: 'unknown-name',
    message: `there is no stage \`${scalar.text}\` in \`${entry.key}\``,
    mend:
      full !== undefined && stages[full]!.region === region
        ? `Leave the region out: \`${entry.key}: ${scalar.text.slice(entry.key.length + 1)}\`.`
        : check.guesses.unknownMend(scalar.text, below, 'Write the path of a stage below its region.'),
  });
  return [];
}

/** A variant's name; `baseline` is the file as it is and reads as null, undefined after a fault. */
export function variantNamed(check: Check, scalar: ScalarNode): string | null | undefined {
  if (scalar.text === 'baseline') return null;
  if (check.names.variants.has(scalar.text)) return scalar.text;
  check.report.add(scalar.origin, {
    code: 'unknown-name',
    message: `there is no variant \`${scalar.text}\``,
    mend: check.guesses.unknownMend(
      scalar.text,
      [...check.names.variants.keys(), 'baseline'],
      'Variants are listed under `variants`; `baseline` is the file as it is.',
    ),
  });
  return undefined;
}

export const variantAt = (check: Check, node: DocumentNode): string | null | undefined => {
  const scalar = scalarAt(node, 'variant');
  return scalar === null ? null : variantNamed(check, scalar);
};
