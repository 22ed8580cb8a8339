/** One row a run: where it was, what it drew, how it ended. */
import type { PlacedPass } from '../../experiment/index.ts';
import { type BatchResult, FAULTED, ROW_HEAD, rowLength, type Scenario } from '../../scenario/index.ts';
import { csvLine, type Field } from './csv.ts';

/** What a run's draw gives its parameters, in the scenario's order; of a place, by its number. */
export type Drawn = (place: number) => (draw: number) => readonly number[];

/** `draw` and `luck` are run numbers: the parameters' draw and everything else's. `day` is the day the run ended. */
export function runColumns({ parameters, measures }: Scenario): readonly string[] {
  return [
    'scenario',
    'variant',
    'point',
    'draw',
    'luck',
    ...parameters.map(({ name }) => name),
    'outcome',
    'day',
    ...measures.map(({ name }) => `measure_${name}`),
    'status',
  ];
}

/** The rows of a pass, a text for each batch so that none gets long. */
export function* runRows(scenario: Scenario, { pass, places }: PlacedPass, drawn: Drawn): Generator<string> {
  for (const [place, batches] of pass.batches.entries()) {
    const drawOf = drawn(place);
    const variant = places[place]?.settings.variant ?? 'baseline';
    for (const batch of batches) yield batchText(scenario, batch, { place, variant, drawOf });
  }
}

function batchText(
  scenario: Scenario,
  { rows, runs, firstRun }: BatchResult,
  at: {
    readonly place: number;
    readonly variant: string;
    readonly drawOf: (draw: number) => readonly number[];
  },
): string {
  const stride = rowLength(scenario);
  const { stepDays } = scenario.time;
  const lines: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const row = rows.subarray(run * stride, (run + 1) * stride);
    const outcome = row[0] as number;
    const values = at.drawOf(firstRun + run).map((value, i): Field => {
      const { choices } = scenario.parameters[i]!;
      return choices === null ? value : (choices[value] ?? value);
    });
    lines.push(
      csvLine([
        scenario.id,
        at.variant,
        at.place,
        firstRun + run,
        firstRun + run,
        ...values,
        outcome === FAULTED ? null : (scenario.outcomes[outcome]?.name ?? null),
        (row[1] as number) * stepDays,
        ...row.subarray(ROW_HEAD),
        outcome === FAULTED ? 'faulted' : 'completed',
      ]),
    );
  }
  return lines.join('');
}
