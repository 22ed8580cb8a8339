/** The arrows of a chart, whatever they are drawn with. */
import type { Option, Scenario, Stage } from '../../scenario/index.ts';
import { plainLine, triggerInWords } from '../words.ts';

/** One way to go: an option's, or the only one. */
export interface Way {
  /** The option's label; null where nothing is decided. */
  readonly option: string | null;
  /** The option's weight and when it is available, in words; empty for neither. */
  readonly depends: string;
  readonly targets: readonly Stage[];
}

export interface Arrow {
  readonly label: string;
  /** What makes it due, in words. */
  readonly trigger: string;
  /** Name of the decision it asks; null for none. */
  readonly decision: string | null;
  readonly ways: readonly Way[];
}

/** The arrow of a transition. */
export function transitionArrow(scenario: Scenario, index: number): Arrow {
  const transition = scenario.transitions[index]!;
  const decision = transition.decision === null ? null : scenario.decisions[transition.decision]!;
  const own = stagesOf(scenario, transition.targets);
  return {
    label: plainLine(transition.label),
    trigger: triggerInWords(scenario, transition.trigger),
    decision: decision === null ? null : decision.name,
    ways:
      decision === null
        ? [plainWay(own)]
        : decision.options.map((option) => optionWay(scenario, option, own)),
  };
}

/** An option's way; what asked for it may move regions first. */
export function optionWay(scenario: Scenario, option: Option, own: readonly Stage[] = []): Way {
  const taken = own.map(({ region }) => region);
  const added = stagesOf(scenario, option.targets).filter(({ region }) => !taken.includes(region));
  const { label, weight, available } = option;
  const conditions = [
    ...(weight === null ? [] : [`weight ${plainLine(weight.text)}`]),
    ...(available === null ? [] : [`if ${plainLine(available.text)}`]),
  ];
  return { option: plainLine(label), depends: conditions.join(', '), targets: [...own, ...added] };
}

/** The way of what decides nothing. */
export const plainWay = (targets: readonly Stage[]): Way => ({ option: null, depends: '', targets });

/** `Leave the country (weight 1 - loyalty)`. */
export const wayInWords = ({ option, depends }: Way): string =>
  depends === '' ? (option ?? '') : `${option ?? ''} (${depends})`;

export const stagesOf = (scenario: Scenario, indexes: readonly number[]): readonly Stage[] =>
  indexes.map((index) => scenario.stages[index]!);

/** Stages directly below a region. */
export const topStages = (scenario: Scenario, region: number): readonly Stage[] =>
  stagesOf(scenario, scenario.regions[region]!.stages).filter(({ parent }) => parent === null);

/** Whether a stage is another one or contains it. */
export function contains(scenario: Scenario, outer: Stage, inner: Stage): boolean {
  for (let stage: Stage | null = inner; stage !== null; ) {
    if (stage.index === outer.index) return true;
    stage = stage.parent === null ? null : scenario.stages[stage.parent]!;
  }
  return false;
}
