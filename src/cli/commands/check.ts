/** `juncture check`: is the scenario sound, and with `--expect`, does it give the answers it promises? */
import { checkPromises, PromisesBroken } from '../../experiment/index.ts';
import { loadScenario, type Scenario } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { findScenario, readBytes, shippedScenarios } from '../files.ts';
import { asJson } from '../json.ts';
import type { CommonOptions } from '../options.ts';
import { deliver } from '../output.ts';
import { withPool } from '../pool.ts';
import { openProgressLine } from '../progress-line.ts';
import type { Terminal } from '../terminal.ts';
import { type Checked, checkJson, checkText, type Looked } from './check-report.ts';

export type CheckOptions = CommonOptions & { readonly expect?: true; readonly mostRuns: number };

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

async function promisesOf(
  named: string,
  scenario: Scenario,
  options: CheckOptions,
  terminal: Terminal,
): Promise<Looked> {
  const line = openProgressLine(terminal);
  const { seed, mostRuns: limit, engine } = options;
  try {
    const report = await withPool(options, (pool) =>
      checkPromises(
        scenario,
        pool,
        { seed, named, limit, engine, signal: terminal.interrupt },
        ({ settled, total, done, toDo }) =>
          line.show(
            { done, total: toDo, remainingMs: null },
            `runs, ${settled} of ${total} promises settled`,
          ),
      ),
    );
    return { report, broken: null };
  } catch (error) {
    if (!(error instanceof PromisesBroken)) throw error;
    // Workers that are stopped on the way out are not what ended the work.
    const interrupted = terminal.interrupt.aborted;
    return { report: { ...error.report, interrupted }, broken: interrupted ? null : error.message };
  } finally {
    line.clear();
  }
}

export async function checkCommand(
  named: string | undefined,
  options: CheckOptions,
  terminal: Terminal,
): Promise<void> {
  if (named === undefined) return listShipped(options, terminal);
  const { scenario, diagnostics } = loadScenario(findScenario(named, terminal.workingDirectory), readBytes);
  const looked =
    scenario !== null && options.expect ? await promisesOf(named, scenario, options, terminal) : null;
  const checked = { named, scenario, diagnostics, looked };
  const text = options.json ? asJson(checkJson(checked, options)) : checkText(checked, terminal);
  await deliver(text, undefined, terminal);
  endWith(checked);
}

/** @throws CommandError with the status that says what was found; the words are printed already. */
function endWith({ scenario, looked }: Checked): void {
  if (scenario === null) throw new CommandError(EXIT.scenario, '');
  if (looked === null) return;
  const { report, broken } = looked;
  if (broken !== null) throw new CommandError(EXIT.fault, broken);
  if (report.interrupted) throw new CommandError(EXIT.interrupted, 'Interrupted; what was settled is shown.');
  if (report.faults.length > 0) throw new CommandError(EXIT.scenario, '');
  if (report.verdicts.some(({ verdict }) => verdict !== 'holds')) throw new CommandError(EXIT.promise, '');
}
