/** Measures: what a run yields besides its outcome. */
import type { ExpressionRules } from '../../expression/index.ts';
import type { DocumentNode, ScalarNode } from '../document.ts';
import type { Measure, MeasureRule } from '../model.ts';
import type { Check } from './check.ts';
import { described } from './described.ts';
import { scalarAt } from './node.ts';

const OVER_STATES = ['final', 'min', 'max', 'mean', 'total', 'day_of_max'] as const;
const DAYS = ['first_day', 'last_day'] as const;

/** Stands in for a measure whose one key is missing, which the shape reported. */
const NOTHING: MeasureRule = { kind: 'count', happening: 0 };

export const checkMeasures = (check: Check): Measure[] =>
  check.declared.measures.map(({ index, name, entry: { value: node } }) => {
    const rule = readRule(check, node, `measures.${name}`);
    return { ...described(check, name, node), index, name, rule, boolean: isBoolean(rule) };
  });

/** `mean` and `total` of a yes or no are already numbers; the value in one state is a yes or no. */
const isBoolean = (rule: MeasureRule): boolean =>
  (rule.kind === 'final' || rule.kind === 'min' || rule.kind === 'max') && rule.expression.type === 'boolean';

function readRule(check: Check, node: DocumentNode, place: string): MeasureRule {
  const rules: ExpressionRules = { wants: 'either', scope: 'state' };
  for (const kind of OVER_STATES) {
    const scalar = scalarAt(node, kind);
    if (scalar !== null) return { kind, expression: check.expression(scalar, `${place}.${kind}`, rules) };
  }
  for (const kind of DAYS) {
    const scalar = scalarAt(node, kind);
    if (scalar !== null) return readDayOf(check, kind, { scalar, place: `${place}.${kind}` });
  }
  const inStage = scalarAt(node, 'total_days_in');
  if (inStage !== null) return { kind: 'total_days_in', stage: readStage(check, inStage) };
  const counted = scalarAt(node, 'count');
  return counted === null ? NOTHING : { kind: 'count', happening: readHappening(check, counted) ?? 0 };
}

function readStage(check: Check, scalar: ScalarNode): number {
  const stage = check.names.stages.get(scalar.text);
  if (stage !== undefined) return stage;
  check.report.add(scalar.origin, {
    code: 'unknown-name',
    message: check.names.regions.has(scalar.text)
      ? `\`${scalar.text}\` is a region; a run is always in it`
      : `there is no stage \`${scalar.text}\``,
    mend: check.guesses.unknownMend(
      scalar.text,
      [...check.names.stages.keys()],
      'Write the path of a stage, `region.stage`.',
    ),
  });
  return 0;
}

/** A happening by its path; null after a fault. */
export function readHappening(check: Check, scalar: ScalarNode): number | null {
  const happening = check.names.happenings.get(scalar.text);
  if (happening !== undefined) return happening;
  check.report.add(scalar.origin, {
    code: 'unknown-name',
    message: `nothing that happens is called \`${scalar.text}\``,
    mend: check.guesses.unknownMend(
      scalar.text,
      [...check.names.happenings.keys()],
      'Write `region.transition`, `decision.option`, or the name of a shock.',
    ),
  });
  return null;
}

const PATH = /^\s*[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*\s*$/;

interface DayPlace {
  readonly scalar: ScalarNode;
  readonly place: string;
}

/** A stage, a happening, or a yes-or-no expression. */
function readDayOf(check: Check, kind: (typeof DAYS)[number], { scalar, place }: DayPlace): MeasureRule {
  const path = scalar.text.trim();
  const stage = check.names.stages.get(path);
  const happening = check.names.happenings.get(path);
  const expression = (): MeasureRule => ({
    kind,
    of: {
      kind: 'expression',
      expression: check.expression(scalar, place, { wants: 'boolean', scope: 'state' }),
    },
  });
  const isYesOrNo = meansYesOrNo(check, path);
  if ((stage !== undefined || isYesOrNo) && happening !== undefined) {
    check.report.add(scalar.origin, {
      code: 'ambiguous-name',
      message: `\`${path}\` is ${isYesOrNo ? 'an auxiliary' : 'a stage'} and also something that happens`,
      mend: `Write \`times(${path}) > 0\` for the day it happened, or \`${isYesOrNo ? `${path} and true` : `active(${path})`}\`.`,
    });
    return NOTHING;
  }
  if (stage !== undefined) return { kind, of: { kind: 'stage', stage } };
  if (happening !== undefined) return { kind, of: { kind: 'happening', happening } };
  if (!PATH.test(path) || isYesOrNo || typeof scalar.value === 'boolean') return expression();
  if (check.names.values.has(path)) return expression();
  reportNoDay(check, scalar);
  return NOTHING;
}

function meansYesOrNo(check: Check, name: string): boolean {
  const value = check.names.values.get(name);
  return value?.kind === 'auxiliary' && check.auxiliaryType(value.index) === 'boolean';
}

function reportNoDay(check: Check, scalar: ScalarNode): void {
  const known = [
    ...check.names.stages.keys(),
    ...check.names.happenings.keys(),
    ...check.names.values.keys(),
  ];
  check.report.add(scalar.origin, {
    code: 'unknown-name',
    message: `no stage and nothing that happens is called \`${scalar.text}\``,
    mend: check.guesses.unknownMend(
      scalar.text,
      known,
      'Write the path of a stage or of a happening, or a yes-or-no expression.',
    ),
  });
}
