/** Element 3 of ODD: what happens in a step, and in which order. */
import type { Scenario } from '../../scenario/index.ts';
import { called } from '../describe/entry.ts';
import { counted, daysWords } from '../describe/figures.ts';
import { type Block, heading, type Line, listed, numbered, paragraph, say } from '../document/index.ts';

export function schedulingBlocks(scenario: Scenario): readonly Block[] {
  return [
    heading(2, ['3. Process overview and scheduling']),
    paragraph([
      `Every step of ${daysWords(scenario.time.stepDays)} runs through the following in this order. Steps 1 to 3 read the state at the start of the step only, so that everything that happens in a step is chosen on the same state.`,
    ]),
    numbered(stepLines(scenario)),
    paragraph([
      'A run ends with the outcome of the first region that entered a stage with one; at the horizon it takes the first outcome whose condition holds, and the outcome unresolved where none does.',
    ]),
    ...triggerBlocks(scenario),
  ];
}

function stepLines({ auxiliaries, regions, variables, decisions, shocks }: Scenario): readonly Line[] {
  const asks = decisions.some(({ ask }) => ask !== null);
  const marked = [
    ...(shocks.length > 0 ? ['shocks'] : []),
    ...(asks ? ['decisions that come up by themselves'] : []),
  ].join(' and ');
  return [
    [
      auxiliaries.length === 0
        ? 'Derived quantities: there are none in this scenario.'
        : `The ${counted(auxiliaries.length, 'derived quantity', 'derived quantities')} (auxiliaries) are computed, each after those that it reads. Where an active stage has a rule of its own for one of them, that rule holds; of several, the last in the order of the file, an inner stage after the one around it.`,
    ],
    [
      marked === ''
        ? 'Nothing comes up outside the regions: there are no shocks, and no decisions of their own accord.'
        : `Of what comes up outside the regions (${marked}), that which is due is marked.`,
    ],
    say`${regions.length === 1 ? 'The region' : 'Each region, in the order'} ${listed(regions.map(called))}${regions.length === 1 ? '' : ','} chooses at most one transition among those of its active stages. First come conditions, delays and schedules that are due, an inner stage before the one around it; then, of the clocks that rang, the one that rang earliest within the step. All clocks that are enabled accumulate risk, whoever wins.${decisions.length === 0 ? '' : ' Every decision that is asked, by a mark or by a chosen transition, is settled now, once.'}`,
    [
      'What was chosen is applied: shocks, then the options of decisions, then transitions, each in the order of the file. An application leaves stages (effects on exit, from the inside out), carries out its own effects, and enters stages (effects on entry, from the outside in). A region moves at most once in a step: a later move is dropped, and what loses all its moves does not happen. After each list of effects variables are cut to their bounds.',
    ],
    [
      variables.length === 0
        ? 'There are no variables to move.'
        : 'The variables move together, each by its rule on the values that step 4 left, then by its noise where it has some, and are cut to their bounds.',
    ],
    ['The state is recorded, with the derived quantities that belong to it.'],
  ];
}

/** What rates, delays and conditions mean, each where the scenario has some. */
function triggerBlocks({ transitions, shocks, decisions }: Scenario): readonly Block[] {
  const kinds = new Set([
    ...transitions.map(({ trigger }) => trigger.kind),
    ...shocks.map(({ trigger }) => trigger.kind),
    ...decisions.flatMap(({ ask }) => (ask === null ? [] : [ask.kind])),
  ]);
  return [
    ...(kinds.has('hazard') || kinds.has('chance')
      ? [
          paragraph([
            'A rate per day is the hazard of a clock. When its stage is entered the clock is dealt a threshold E from the exponential distribution with mean 1; in every step in which it is enabled its accumulated risk A grows by the rate times the length of the step, and it rings in the step in which A reaches E. This is the random time change of a counting process (Anderson 2007) with rates held constant within a step: clocks of one region are competing risks. A chance per day q is the rate −ln(1 − q). Where a condition is attached (while), the clock stands still in steps at whose start it does not hold; leaving the stage ends the clock.',
          ]),
        ]
      : []),
    ...(kinds.has('after') || kinds.has('every')
      ? [
          paragraph([
            'A delay is due in the step in which the time since its stage was entered reaches it, so that it is rounded up to whole steps; a schedule is due each time its gap has passed again. Where a condition is attached, they fall due only in steps at whose start it holds.',
          ]),
        ]
      : []),
    ...(kinds.has('when')
      ? [
          paragraph([
            'A condition is due in a step at whose start it holds; one that was chosen without leaving its stage is due again only after it has been false.',
          ]),
        ]
      : []),
  ];
}
