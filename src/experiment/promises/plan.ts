/** All promises of a scenario, each with its account, and the treatments that they share. */
import { type Columns, openColumns, type Scenario, type ScenarioPromise } from '../../scenario/index.ts';
import type { Account, Opening } from './account.ts';
import { contrastAccount, logOddsAccount, oddsRatioAccount } from './accounts/comparisons.ts';
import { meanAccount } from './accounts/means.ts';
import { quantilesAccount } from './accounts/quantiles.ts';
import { nearAccount, outcomeAccount, yesAccount } from './accounts/shares.ts';
import { timelineAccount } from './accounts/timeline.ts';
import { fileOf, type Treatment, treatmentOfSide } from './treatment.ts';

export interface PlannedTreatment extends Treatment {
  /** The scenario with the columns that promises read. */
  readonly scenario: Scenario;
  /** Columns that are read of its runs. */
  readonly columns: ReadonlySet<number>;
}

export interface Plan {
  /** In the order of the promises. */
  readonly accounts: readonly Account[];
  /** By key; each is run once, whatever many promises read it. */
  readonly treatments: ReadonlyMap<string, PlannedTreatment>;
}

export function planPromises(scenario: Scenario): Plan {
  const columns = openColumns(scenario);
  const treatments = new Map<string, { readonly treatment: Treatment; readonly columns: Set<number> }>();
  const treat: Opening['treat'] = (side, read, held) => {
    const treatment = treatmentOfSide(scenario, side, held);
    const known = treatments.get(treatment.key) ?? { treatment, columns: new Set() };
    treatments.set(treatment.key, known);
    for (const column of read) known.columns.add(column);
    return treatment.key;
  };
  const accounts = scenario.promises.map((promise) =>
    openAccount({ scenario, promise, columns, treat, given: givenColumns(scenario, columns, promise.given) }),
  );
  const extended = columns.scenario();
  const planned = [...treatments.values()].map(({ treatment, columns: read }) => ({
    ...treatment,
    scenario: treatment.file === null ? extended : fileOf(scenario, treatment.file),
    columns: read,
  }));
  return { accounts, treatments: new Map(planned.map((treatment) => [treatment.key, treatment])) };
}

function givenColumns(
  { outcomes }: Scenario,
  columns: Columns,
  given: ScenarioPromise['given'],
): Opening['given'] {
  if (given === null) return null;
  const at = columns.given(given);
  return { at, columns: [...new Set(outcomes.map(({ index }) => at(index)))] };
}

function openAccount(opening: Opening): Account {
  const { rule }: ScenarioPromise = opening.promise;
  switch (rule.kind) {
    case 'outcome':
      return outcomeAccount(opening, rule);
    case 'near':
      return nearAccount(opening, rule);
    case 'mean':
      return opening.scenario.measures[rule.measure]!.boolean
        ? yesAccount(opening, rule)
        : meanAccount(opening, rule);
    case 'quantiles':
      return quantilesAccount(opening, rule);
    case 'timeline':
      return timelineAccount(opening, rule);
    case 'contrast':
      return contrastAccount(opening, rule);
    case 'odds_ratio':
      return oddsRatioAccount(opening, rule);
    case 'log_odds':
      return logOddsAccount(opening, rule);
    default:
      return rule satisfies never;
  }
}
