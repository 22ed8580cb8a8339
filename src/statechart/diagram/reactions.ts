/**
 * A chart as events and what each stage does on them, for formats that machines read. Every happening is an event; an
 * option is one of its own, sent after what asked for it. In a happening's own region its stage reacts; a region that is
 * moved from elsewhere reacts from whatever leaf is active.
 */
import type { Happening, Scenario, Stage } from '../../scenario/index.ts';
import { plainLine, triggerInWords } from '../words.ts';

export interface Reaction {
  /** Path of the happening. */
  readonly event: string;
  /** Null where nothing is left or entered. */
  readonly target: Stage | null;
  readonly label: string;
  /** What makes it due, or what an option depends on, in words; empty for nothing. */
  readonly due: string;
  /** Whether the reacting stage is left and entered again when it contains the target, or is it. */
  readonly reenter: boolean;
}

/** What a stage does, in document order. */
export function stageReactions(scenario: Scenario, stage: Stage): readonly Reaction[] {
  const own = stage.transitions.flatMap((index) => ownReactions(scenario, index, true));
  if (stage.initial !== null) return own;
  return [
    ...own,
    ...scenario.happenings.flatMap((happening) => fromElsewhere(scenario, happening, stage.region)),
  ];
}

/** What a region does in each of its stages. */
export const regionReactions = (scenario: Scenario, region: number): readonly Reaction[] =>
  scenario.regions[region]!.transitions.flatMap((index) => ownReactions(scenario, index, false));

/** A transition in its own region, and the options of the decision it asks, which move as it would. */
function ownReactions(scenario: Scenario, index: number, reenter: boolean): readonly Reaction[] {
  const transition = scenario.transitions[index]!;
  const { path, label, region, decision } = transition;
  const target = targetIn(scenario, transition.targets, region);
  const due = triggerInWords(scenario, transition.trigger);
  const own: Reaction = { event: path, target, label: plainLine(label), due, reenter };
  if (decision === null) return [own];
  const options = scenario.decisions[decision]!.options.flatMap((option): Reaction[] => {
    const there = targetIn(scenario, option.targets, region);
    const words = {
      event: option.path,
      label: plainLine(option.label),
      due: optionInWords(scenario, option.path),
    };
    return there === null ? [] : [{ ...words, target: there, reenter }];
  });
  return [own, ...options];
}

/** What a leaf of a region does on a happening that is not the region's own. */
function fromElsewhere(scenario: Scenario, happening: Happening, region: number): readonly Reaction[] {
  const { path, label } = happening;
  const target = targetIn(scenario, targetsFromElsewhere(scenario, happening, region), region);
  if (target === null) return [];
  return [
    { event: path, target, label: plainLine(label), due: dueInWords(scenario, happening), reenter: true },
  ];
}

function targetsFromElsewhere(scenario: Scenario, happening: Happening, region: number): readonly number[] {
  switch (happening.kind) {
    case 'transition': {
      const transition = scenario.transitions[happening.transition]!;
      return transition.region === region ? [] : transition.targets;
    }
    case 'option': {
      // Where a transition of the region asks, its stage reacts.
      const { ask, options, index } = scenario.decisions[happening.decision]!;
      const elsewhere = scenario.transitions.some(
        (transition) => transition.decision === index && transition.region !== region,
      );
      return ask !== null || elsewhere ? options[happening.option]!.targets : [];
    }
    case 'shock':
      return scenario.shocks[happening.shock]!.targets;
    default:
      throw new Error(`not a happening: ${JSON.stringify(happening satisfies never)}`);
  }
}

const targetIn = (scenario: Scenario, targets: readonly number[], region: number): Stage | null =>
  targets.map((index) => scenario.stages[index]!).find((stage) => stage.region === region) ?? null;

function dueInWords(scenario: Scenario, happening: Happening): string {
  switch (happening.kind) {
    case 'transition':
      return triggerInWords(scenario, scenario.transitions[happening.transition]!.trigger);
    case 'option':
      return optionInWords(scenario, happening.path);
    case 'shock':
      return triggerInWords(scenario, scenario.shocks[happening.shock]!.trigger);
    default:
      throw new Error(`not a happening: ${JSON.stringify(happening satisfies never)}`);
  }
}

/** `The president decides: weight loyalty, if crowd > 10`. */
function optionInWords(scenario: Scenario, path: string): string {
  const decision = scenario.decisions.find(({ options }) => options.some((option) => option.path === path))!;
  const { weight, available } = decision.options.find((option) => option.path === path)!;
  const parts = [
    ...(weight === null ? [] : [`weight ${plainLine(weight.text)}`]),
    ...(available === null ? [] : [`if ${plainLine(available.text)}`]),
  ];
  const who = `${decision.actor === null ? 'nature' : plainLine(decision.actor)} decides`;
  return parts.length === 0 ? who : `${who}: ${parts.join(', ')}`;
}
