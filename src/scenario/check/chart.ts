/** Regions, stages and transitions. */
import type { DocumentNode, Entry, ScalarNode } from '../document.ts';
import type { Region, Rule, Stage, Transition } from '../model.ts';
import type { Check } from './check.ts';
import type { DeclaredRegion, DeclaredStage, DeclaredTransition } from './declare.ts';
import { described } from './described.ts';
import { readEffects, variableNamed } from './effects.ts';
import { asMap, asScalar, entriesAt, nodeAt, scalarAt } from './node.ts';
import { outcomeNamed } from './outcome-set.ts';
import { placeSeenFrom } from './place.ts';
import { readTargets } from './targets.ts';
import { readTrigger } from './triggers.ts';

const NUMBER = { wants: 'number', scope: 'state' } as const;

export function checkRegions(check: Check): Region[] {
  const { regions, stages } = check.declared;
  return regions.map((region) => {
    const node = region.entry.value;
    const tops = region.stages.filter((stage) => stages[stage]!.parent === null);
    return {
      ...described(check, region.name, node),
      index: region.index,
      name: region.name,
      stages: region.stages,
      initial: readInitial(check, region, tops) ?? 0,
      transitions: region.transitions,
    };
  });
}

/** The child that `initial` names: of a region or a stage with stages inside it. */
function readInitial(
  check: Check,
  holder: DeclaredRegion | DeclaredStage,
  children: readonly number[],
): number | null {
  const { stages } = check.declared;
  const path = 'path' in holder ? holder.path : holder.name;
  const scalar = scalarAt(holder.entry.value, 'initial');
  if (scalar === null) return children[0] ?? null;
  const found = children.find((child) => stages[child]!.name === scalar.text);
  if (found !== undefined) return found;
  check.report.doubtGraph();
  check.report.add(scalar.origin, {
    code: 'unknown-name',
    message: `there is no stage \`${scalar.text}\` directly in \`${path}\``,
    mend: check.guesses.unknownMend(
      scalar.text,
      children.map((child) => stages[child]!.name),
      '`initial` is the name of one of the stages below it.',
    ),
  });
  return children[0] ?? null;
}

export function checkStages(check: Check): Stage[] {
  return check.declared.stages.map((stage) => {
    const node = stage.entry.value;
    const at = (key: string): string => `${stage.place}.${key}`;
    return {
      ...described(check, stage.name, node),
      index: stage.index,
      name: stage.name,
      path: stage.path,
      region: stage.region,
      parent: stage.parent,
      depth: stage.depth,
      children: stage.children,
      initial: stage.children.length === 0 ? null : readInitial(check, stage, stage.children),
      entry: readEffects(check, nodeAt(node, 'entry'), at('entry')),
      exit: readEffects(check, nodeAt(node, 'exit'), at('exit')),
      auxiliaries: readAuxiliaries(check, node, at('auxiliaries')),
      rules: readRules(check, stage),
      transitions: stage.transitions,
      outcome: readOutcome(check, scalarAt(node, 'outcome')),
    };
  });
}

function readAuxiliaries(check: Check, node: DocumentNode, place: string): Stage['auxiliaries'] {
  return entriesAt(node, 'auxiliaries').flatMap((entry) => {
    const value = check.names.values.get(entry.key);
    const auxiliary = value?.kind === 'auxiliary' ? value.index : null;
    const wants = auxiliary === null ? 'either' : check.auxiliaryType(auxiliary);
    const expression = check.expression(asScalar(entry.value), `${place}.${entry.key}`, {
      wants,
      scope: 'state',
    });
    if (auxiliary !== null) return [{ auxiliary, value: expression }];
    const names = check.declared.auxiliaries.map((declared) => declared.name);
    check.report.add(entry.keyOrigin, {
      code: 'unknown-name',
      message:
        value === undefined
          ? `there is no auxiliary \`${entry.key}\``
          : `\`${entry.key}\` is a ${value.kind}, not an auxiliary`,
      mend: check.guesses.unknownMend(
        entry.key,
        names,
        'A stage replaces rules of entries under `auxiliaries` only.',
      ),
    });
    return [];
  });
}

function readRules(check: Check, { entry: { value: node }, place }: DeclaredStage): Stage['rules'] {
  const written = new Map<string, Entry>();
  return (['next', 'per_day'] as const).flatMap((kind) =>
    entriesAt(node, kind).flatMap((entry) => {
      const rule: Rule = {
        kind,
        expression: check.expression(asScalar(entry.value), `${place}.${kind}.${entry.key}`, NUMBER),
      };
      const earlier = written.get(entry.key);
      written.set(entry.key, entry);
      if (earlier !== undefined) {
        check.report.add(entry.keyOrigin, {
          code: 'exclusive-keys',
          message: `\`${entry.key}\` has a \`next\` (${placeSeenFrom(entry.keyOrigin, earlier.keyOrigin)}) and a \`per_day\` in one stage`,
          mend: 'Keep one of the two rules.',
        });
      }
      const variable = variableNamed(check, entry, `\`${kind}\``);
      return variable === null ? [] : [{ variable, rule }];
    }),
  );
}

function readOutcome(check: Check, scalar: ScalarNode | null): number | null {
  if (scalar === null) return null;
  const outcome = outcomeNamed(check, scalar);
  if (outcome === null) check.report.doubtGraph();
  return outcome;
}

export const checkTransitions = (check: Check): Transition[] =>
  check.declared.transitions.map((transition) => {
    const node = asMap(transition.entry.value);
    return {
      ...described(check, transition.name, node),
      index: transition.index,
      name: transition.name,
      path: transition.path,
      region: transition.region,
      stage: transition.stage,
      trigger: readTrigger(check, node, transition.place),
      targets: readTargets(check, node, from(transition)),
      effects: readEffects(check, node, transition.place),
      decision: readDecision(check, scalarAt(node, 'decide')),
      happening: transition.index,
    };
  });

const from = ({ region, stage }: DeclaredTransition) => ({ kind: 'transition', region, stage }) as const;

function readDecision(check: Check, scalar: ScalarNode | null): number | null {
  if (scalar === null) return null;
  const decision = check.names.decisions.get(scalar.text);
  if (decision !== undefined) return decision;
  check.report.doubtGraph();
  check.report.add(scalar.origin, {
    code: 'unknown-name',
    message: `there is no decision \`${scalar.text}\``,
    mend: check.guesses.unknownMend(
      scalar.text,
      [...check.names.decisions.keys()],
      'Decisions are listed under `decisions`.',
    ),
  });
  return null;
}
