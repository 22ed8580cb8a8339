/** `juncture check`: is the scenario sound, and with `--expect`, does it give the answers it promises? */
import { type Diagnostic, formatDiagnostics, positionAt } from '../../diagnostics/index.ts';
import { checkPromises, type PromiseReport } from '../../experiment/index.ts';
import { promisesText } from '../../report/index.ts';
import { loadScenario, type Scenario } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { findScenario, readBytes, shippedScenarios } from '../files.ts';
import { asJson } from '../json.ts';
import type { CommonOptions } from '../options.ts';
import { deliver } from '../output.ts';
import { withPool } from '../pool.ts';
import { openProgressLine } from '../progress-line.ts';
import type { Terminal } from '../terminal.ts';

export type CheckOptions = CommonOptions & { readonly expect?: true; readonly mostRuns: number };

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

async function listShipped(options: CheckOptions, terminal: Terminal): Promise<void> {
  const found = shippedScenarios().map(({ name, path }) => ({
    name,
    title: loadScenario(path, readBytes).scenario?.title ?? '(faulty)',
  }));
  const width = Math.max(0, ...found.map(({ name }) => name.length));
  const lines = found.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`);
  const text = `Scenarios that ship with juncture:\n${lines.join('\n')}\n\nCheck one: juncture check <name>`;
  await deliver(options.json ? asJson(found) : text, undefined, terminal);
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

async function promisesOf(
  named: string,
  scenario: Scenario,
  options: CheckOptions,
  terminal: Terminal,
): Promise<PromiseReport> {
  const line = openProgressLine(terminal);
  return withPool(options, (pool) =>
    checkPromises(
      scenario,
      pool,
      {
        seed: options.seed,
        named,
        limit: options.mostRuns,
        engine: options.engine,
        signal: terminal.interrupt,
      },
      ({ settled, total, done, toDo }) =>
        line.show({ done, total: toDo, remainingMs: null }, `runs, ${settled} of ${total} promises settled`),
    ),
  ).finally(() => line.clear());
}

export async function checkCommand(
  named: string | undefined,
  options: CheckOptions,
  terminal: Terminal,
): Promise<void> {
  if (named === undefined) return listShipped(options, terminal);
  const { scenario, diagnostics } = loadScenario(findScenario(named, terminal.workingDirectory), readBytes);
  const report =
    scenario !== null && options.expect ? await promisesOf(named, scenario, options, terminal) : null;
  await deliver(
    options.json
      ? asJson({
          scenario: scenario?.id ?? null,
          scenario_hash: scenario?.hash ?? null,
          sound: scenario !== null,
          diagnostics: diagnostics.map(diagnosticJson),
          ...(report === null ? {} : { promises: report.verdicts, faults: report.faults }),
        })
      : checkText({ named, scenario, diagnostics, report }, terminal),
    undefined,
    terminal,
  );
  endWith(scenario, report);
}

interface Checked {
  readonly named: string;
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly report: PromiseReport | null;
}

function checkText({ named, scenario, diagnostics, report }: Checked, terminal: Terminal): string {
  const { colour, columns } = terminal;
  const parts = [formatDiagnostics(diagnostics, { colour })];
  if (scenario !== null) parts.push(`${named} is sound: ${sizeInWords(scenario)}.`);
  if (report !== null) {
    const lines = report.verdicts.map((verdict) => ({
      ...verdict,
      verdict: verdict.verdict === 'not-enough-runs' ? ('not enough runs' as const) : verdict.verdict,
    }));
    parts.push(promisesText(lines, { colour, columns }));
    parts.push(...report.faults.map(({ message, command }) => `${message}\n  again: ${command}`));
  }
  return parts.filter((part) => part !== '').join('\n\n');
}

/** @throws CommandError with the status that says what was found; the words are printed already. */
function endWith(scenario: Scenario | null, report: PromiseReport | null): void {
  if (scenario === null) throw new CommandError(EXIT.scenario, '');
  if (report === null) return;
  if (report.interrupted) throw new CommandError(EXIT.interrupted, 'Interrupted; what was settled is shown.');
  if (report.faults.length > 0) throw new CommandError(EXIT.scenario, '');
  if (report.verdicts.some(({ verdict }) => verdict !== 'holds')) throw new CommandError(EXIT.promise, '');
}
