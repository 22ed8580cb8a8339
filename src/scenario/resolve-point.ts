/** Settings by name, resolved against a scenario: the user's over the variant's, that over the file. */
import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import { leafOf } from './check/initial-leaves.ts';
import type { Fault } from './check/report.ts';
import { emptiedDecision, emptiedFault, valueFault } from './check/settings.ts';
import { unknownMend } from './check/suggest.ts';
import type { FixedOption, Scenario, Variant } from './model.ts';
import type { Point, Settings } from './point.ts';

export interface ResolvedPoint {
  /** Null when there is an error. */
  readonly point: Point | null;
  /** Without a place: what a user asks for stands in no file. */
  readonly diagnostics: readonly Diagnostic[];
}

type Say = (fault: Fault) => void;

/** Resolves what a user asks for. All faults are returned in one go. */
export function resolvePoint(scenario: Scenario, settings: Settings): ResolvedPoint {
  const found: Diagnostic[] = [];
  const say: Say = ({ code, message, mend }) =>
    found.push(diagnostic(code, { message, mend, source: null, span: null }));
  const variant = resolveVariant(scenario, settings, say);
  const parameters = resolveParameters(scenario, settings, { variant, say });
  const decisions = resolveDecisions(scenario, settings, { variant, say });
  const removed = resolveWithout(scenario, settings, { variant, say });
  const point = { parameters, decisions, removed, initialLeaves: initialLeaves(scenario, variant) };
  return { point: found.length === 0 ? point : null, diagnostics: found };
}

interface Context {
  readonly variant: Variant | null;
  readonly say: Say;
}

function resolveVariant({ variants }: Scenario, { variant }: Settings, say: Say): Variant | null {
  if (variant === null || variant === 'baseline') return null;
  const found = variants.find(({ name }) => name === variant);
  if (found !== undefined) return found;
  const names = variants.map(({ name }) => name);
  say({
    code: 'unknown-name',
    message: `There is no variant \`${variant}\``,
    mend: unknownMend(
      variant,
      [...names, 'baseline'],
      names.length === 0 ? 'The scenario has none.' : 'Name one of its variants.',
    ),
  });
  return null;
}

function resolveParameters(
  { parameters }: Scenario,
  { set, atBaseline }: Settings,
  { variant, say }: Context,
): (number | null)[] {
  const held: (number | null)[] = parameters.map(({ baseline, distribution }) =>
    atBaseline || distribution === null ? baseline : null,
  );
  for (const { parameter, value } of variant?.set ?? []) held[parameter] = value;
  for (const [name, asked] of Object.entries(set)) {
    const parameter = parameters.find((each) => each.name === name);
    if (parameter === undefined) {
      const names = parameters.map((each) => each.name);
      say({
        code: 'unknown-name',
        message: `There is no parameter \`${name}\` to set`,
        mend: unknownMend(name, names, 'Name one of the parameters of the scenario.'),
      });
      continue;
    }
    const value = valueFault(parameter, asked);
    if (typeof value === 'number') held[parameter.index] = value;
    else say(value);
  }
  return held;
}

function resolveDecisions(
  { decisions, time }: Scenario,
  { decide }: Settings,
  { variant, say }: Context,
): (FixedOption | null)[] {
  const fixed: (FixedOption | null)[] = decisions.map(() => null);
  for (const each of variant?.decide ?? []) fixed[each.decision] = each.fixed;
  for (const [name, asked] of Object.entries(decide)) {
    const decision = decisions.find((each) => each.name === name);
    const known = decision?.options.map((option) => option.name) ?? decisions.map((each) => each.name);
    const option = known.indexOf(asked);
    if (decision !== undefined && option >= 0) {
      fixed[decision.index] = { option, fromStep: 0, untilStep: time.steps - 1 };
    } else if (decision === undefined) {
      say({
        code: 'unknown-name',
        message: `There is no decision \`${name}\``,
        mend: unknownMend(name, known, 'Name one of the decisions of the scenario.'),
      });
    } else {
      say({
        code: 'unknown-name',
        message: `\`${name}\` has no option \`${asked}\``,
        mend: unknownMend(asked, known, 'Name one of its options.'),
      });
    }
  }
  return fixed;
}

function resolveWithout(
  { happenings, decisions }: Scenario,
  { without }: Settings,
  { variant, say }: Context,
): boolean[] {
  const removed = happenings.map(() => false);
  for (const happening of variant?.without ?? []) removed[happening] = true;
  for (const path of without) {
    const happening = happenings.findIndex((each) => each.path === path);
    if (happening >= 0) {
      removed[happening] = true;
      continue;
    }
    const paths = happenings.map((each) => each.path);
    say({
      code: 'unknown-name',
      message: `There is nothing called \`${path}\` to leave out`,
      mend: unknownMend(path, paths, 'Write `region.transition`, `decision.option`, or the name of a shock.'),
    });
  }
  const emptied = emptiedDecision(decisions, (happening) => removed[happening] === true);
  if (emptied !== null) say(emptiedFault(emptied));
  return removed;
}

function initialLeaves({ regions, stages }: Scenario, variant: Variant | null): number[] {
  return regions.map(({ index, initial }) => {
    const start = variant?.initial.find(({ region }) => region === index);
    return leafOf(stages, start?.stage ?? initial);
  });
}
