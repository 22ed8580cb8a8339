/** What `check` found, for people and for programs. */
import { type Diagnostic, formatDiagnostics, positionAt } from '../../diagnostics/index.ts';
import type { PromiseReport, Verdict } from '../../experiment/index.ts';
import { grouped, promisesText } from '../../report/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

/** The promises as they stand; `broken` says why the work ended early, where the machine failed. */
export interface Looked {
  readonly report: PromiseReport;
  readonly broken: string | null;
}

export interface Checked {
  readonly named: string;
  /** Null where it is not sound. */
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Null where promises were not asked for, or could not be. */
  readonly looked: Looked | null;
}

export interface Asked {
  readonly expect?: true;
  readonly seed: string;
  readonly mostRuns: number;
}

const words = (verdict: Verdict): 'holds' | 'fails' | 'not enough runs' =>
  verdict === 'not-enough-runs' ? 'not enough runs' : verdict;

export function checkText({ named, scenario, diagnostics, looked }: Checked, terminal: Terminal): string {
  const { colour, columns } = terminal;
  const parts = [formatDiagnostics(diagnostics, { colour })];
  if (scenario !== null) parts.push(`${named} is sound: ${sizeInWords(scenario)}.`);
  if (looked !== null) {
    const { verdicts, faults, faulted } = looked.report;
    const lines = verdicts.map(({ claims, ...promise }) => ({
      ...promise,
      verdict: words(promise.verdict),
      claims: claims.map((claim) => ({ ...claim, verdict: words(claim.verdict) })),
    }));
    parts.push(promisesText(lines, { colour, columns }).trimEnd());
    if (faulted > 0) {
      parts.push(
        faulted === 1
          ? 'A fault ended one run; it counts nowhere:'
          : `Faults ended ${grouped(faulted)} runs; they count nowhere. The first:`,
      );
    }
    parts.push(...faults.map(({ message, command }) => `${message}\n  again: ${command}`));
  }
  return parts.filter((part) => part !== '').join('\n\n');
}

function sizeInWords({ regions, stages, transitions, decisions, parameters, shocks }: Scenario): string {
  const some = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return [
    some(parameters.length, 'parameter'),
    some(regions.length, 'region'),
    some(stages.length, 'stage'),
    some(transitions.length, 'transition'),
    some(decisions.length, 'decision'),
    some(shocks.length, 'shock'),
  ].join(', ');
}

/** One object; what belongs to promises only where they were asked for, `promises` null where they could not be tested. */
export function checkJson({ named, scenario, diagnostics, looked }: Checked, asked: Asked) {
  return {
    scenario: scenario?.id ?? null,
    scenario_hash: scenario?.hash ?? null,
    sound: scenario !== null,
    diagnostics: diagnostics.map(diagnosticJson),
    ...(asked.expect ? promisesJson({ named, scenario, looked }, asked) : {}),
  };
}

function promisesJson(
  { named, scenario, looked }: Pick<Checked, 'named' | 'scenario' | 'looked'>,
  { seed, mostRuns }: Asked,
) {
  const report = looked?.report ?? null;
  const count = (verdict: Verdict): number =>
    report?.verdicts.filter((promise) => promise.verdict === verdict).length ?? 0;
  return {
    manifest: {
      version: VERSION,
      scenario: scenario?.id ?? null,
      scenario_hash: scenario?.hash ?? null,
      compared: scenario?.compared.map(({ id, hash }) => ({ scenario: id, scenario_hash: hash })) ?? [],
      seed,
      most_runs: mostRuns,
      command: `juncture check ${named} --expect --seed ${seed} --most-runs ${mostRuns}`,
    },
    engine: report?.engine ?? null,
    interrupted: report?.interrupted ?? false,
    broken: looked?.broken ?? null,
    holds: count('holds'),
    fails: count('fails'),
    not_enough_runs: count('not-enough-runs'),
    // As they are; an end of an interval that nothing bounds is Infinity there and null here.
    promises: report?.verdicts ?? null,
    faulted: report?.faulted ?? 0,
    faults: report?.faults ?? [],
  };
}

function diagnosticJson({ code, severity, message, mend, source, span }: Diagnostic) {
  const at = source !== null && span !== null ? positionAt(source, span.start) : null;
  return {
    code,
    severity,
    file: source?.name ?? null,
    line: at?.line ?? null,
    column: at?.column ?? null,
    message,
    mend,
  };
}
