/** `juncture verify`: is a folder of data what its manifest says, and do its runs come again? */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { commandWords, type Fingerprint, resultHash } from '../../experiment/index.ts';
import { seedKey } from '../../random/index.ts';
import { grouped } from '../../report/index.ts';
import { startPool } from '../../runner/index.ts';
import type { Scenario, Settings } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import type { ExperimentOptions, Planned } from '../experiment.ts';
import { asJson } from '../json.ts';
import { settingsOf } from '../options.ts';
import { deliver } from '../output.ts';
import { now } from '../pool.ts';
import { openSource, type ScenarioSource } from '../scenario.ts';
import { checkFiles, type FinishedStudy, readFingerprints, readStudy } from '../study/finished-study.ts';
import type { FileHashes } from '../study/manifest-file.ts';
import { drawSome, rerun } from '../study/rerun.ts';
import { runWords } from '../study/run-words.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

export interface VerifyOptions {
  readonly all?: true;
  readonly json?: true;
}

/** One thing that was looked at. */
interface Check {
  readonly what: 'files' | 'result' | 'scenario' | 'runs' | 'everything';
  readonly ok: boolean;
  readonly words: string;
}

/** @throws CommandError (fault) where something is not as the manifest says. */
export async function verifyCommand(
  folder: string,
  options: VerifyOptions,
  terminal: Terminal,
): Promise<void> {
  const path = resolve(terminal.workingDirectory, folder);
  const study = readStudy(path, folder);
  const checks: Check[] = [filesCheck(path, study), resultCheck(path, study)];
  const planned = await plannedAgain(path, study, terminal);
  if ('words' in planned) checks.push(planned);
  else {
    checks.push(planned.check);
    const prints = readFingerprints(path);
    const isSearch = planned.plan.samples === null;
    if (prints !== null && planned.check.ok && !isSearch) {
      checks.push(await runsCheck(prints, study, planned, options, terminal));
    }
    if (planned.check.ok && (options.all || isSearch))
      checks.push(await everythingCheck(path, study, planned.source, terminal));
  }
  await report(folder, study, checks, options, terminal);
}

async function report(
  folder: string,
  study: FinishedStudy,
  checks: readonly Check[],
  { json }: VerifyOptions,
  terminal: Terminal,
): Promise<void> {
  const ok = checks.every((check) => check.ok);
  const other =
    study.version === VERSION
      ? []
      : [
          `It was made by juncture ${study.version}; this is ${VERSION}, and versions may differ in what they give.`,
        ];
  const text = [
    `${folder}: ${study.command}`,
    '',
    ...checks.map(
      ({ what, ok: fine, words }) => `  ${fine ? 'sound ' : 'FAULTY'}  ${what.padEnd(10)}  ${words}`,
    ),
    '',
    ...other,
    ...(study.interrupted === true ? ['The work was interrupted; this is what was done of it.'] : []),
    ok
      ? 'Everything that was looked at is as the manifest says.'
      : 'The folder is not what its manifest says.',
  ].join('\n');
  await deliver(json ? asJson({ folder, version: VERSION, ok, checks }) : text, undefined, terminal);
  if (!ok) throw new CommandError(EXIT.fault, '');
}

function filesCheck(path: string, study: FinishedStudy): Check {
  const { changed, missing, strange } = checkFiles(path, study);
  const all = Object.keys(study.files).length;
  const named = (what: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`${what}: ${names.join(', ')}`];
  const faults = [
    ...named('changed since they were written', changed),
    ...named('gone', missing),
    ...named('not of this experiment', strange),
  ];
  return {
    what: 'files',
    ok: faults.length === 0,
    words: faults.length === 0 ? `${all} files have the hashes of the manifest` : faults.join('; '),
  };
}

function resultCheck(path: string, { result_hash }: FinishedStudy): Check {
  const prints = readFingerprints(path);
  const ok = prints !== null && resultHash(prints) === result_hash;
  return {
    what: 'result',
    ok,
    words: ok
      ? `the fingerprints of the runs give the result hash ${result_hash.slice(0, 12)}…`
      : 'fingerprints.csv does not give the result hash of the manifest',
  };
}

interface Again {
  readonly plan: Planned;
  readonly options: ExperimentOptions;
  readonly source: ScenarioSource;
  readonly check: Check;
}

/** The experiment as its command plans it, on the folder's own copy of the scenario. */
async function plannedAgain(path: string, study: FinishedStudy, terminal: Terminal): Promise<Again | Check> {
  const [main = ''] = study.scenario_files;
  const source = openSource(join(path, ...main.split('/')), terminal);
  const { scenario } = source;
  const ok = scenario.hash === study.scenario_hash;
  const check: Check = {
    what: 'scenario',
    ok,
    words: ok
      ? `${main} is the scenario that was run`
      : `${main} has the hash ${scenario.hash.slice(0, 12)}…, the manifest says ${study.scenario_hash.slice(0, 12)}…`,
  };
  if (!ok) return check;
  const [found] = await plansOf(study.command, scenario, terminal);
  return found === undefined
    ? {
        what: 'scenario',
        ok: false,
        words: `the command of the manifest is none of an experiment: ${study.command}`,
      }
    : { ...found, source, check };
}

async function plansOf(
  command: string,
  scenario: Scenario,
  terminal: Terminal,
): Promise<readonly { readonly plan: Planned; readonly options: ExperimentOptions }[]> {
  const plans: { readonly plan: Planned; readonly options: ExperimentOptions }[] = [];
  const carry = async (
    _: string,
    options: ExperimentOptions,
    __: Terminal,
    plan: (scenario: Scenario, settings: Settings) => Planned,
  ): Promise<void> => {
    plans.push({ plan: plan(scenario, settingsOf(options)), options });
  };
  await runWords(commandWords(command).slice(1), terminal, { carry });
  return plans;
}

/** Two ways to share the work out: neither can be the one that was taken, in both threads and pieces. */
const WAYS = [
  { workers: 1, chunk: 97 },
  { workers: 3, chunk: 501 },
] as const;

async function runsCheck(
  prints: readonly Fingerprint[],
  { result_hash }: FinishedStudy,
  { plan, options }: Again,
  { all }: VerifyOptions,
  terminal: Terminal,
): Promise<Check> {
  const total = prints.reduce((sum, { runs }) => sum + runs, 0);
  const drawn = all ? prints : drawSome(prints, result_hash);
  const base = {
    scenario: plan.scenario,
    key: seedKey(options.seed),
    samples: plan.samples ?? [plan.points],
    signal: terminal.interrupt,
  };
  let runs = 0;
  const differing: Fingerprint[] = [];
  const ways = WAYS.slice(0, drawn.length);
  for (const [turn, { workers, chunk }] of ways.entries()) {
    const pool = startPool({ workers, now });
    try {
      const own = drawn.filter((_, i) => i % ways.length === turn);
      const found = await rerun(own, { ...base, chunk }, pool);
      if (found.interrupted)
        throw new CommandError(EXIT.interrupted, 'Interrupted; nothing can be said yet.');
      runs += found.runs;
      differing.push(...found.differing);
    } finally {
      await pool.close();
    }
  }
  const [first] = differing;
  const which = all ? `all ${grouped(total)}` : `${grouped(runs)} of ${grouped(total)}`;
  const how = `on ${ways.map(({ workers }) => workers).join(' and on ')} ${ways.length === 1 ? 'thread' : 'threads'}, cut into other pieces`;
  return {
    what: 'runs',
    ok: first === undefined,
    words:
      first === undefined
        ? `${which} runs were run again ${how}: the same to the bit`
        : `run again, ${differing.length} of ${drawn.length} parts give something else; the first: point ${first.point}, runs ${first.firstRun} to ${first.firstRun + first.runs - 1}`,
  };
}

/** The whole experiment again, in a folder of its own, and every file of it beside the one that is there. */
async function everythingCheck(
  path: string,
  study: FinishedStudy,
  source: ScenarioSource,
  terminal: Terminal,
): Promise<Check> {
  const own = mkdtempSync(join(tmpdir(), 'juncture-verify-'));
  const folder = join(own, 'again');
  const [workers, format] = ['3', existsSync(join(path, 'runs.parquet')) ? 'parquet' : 'csv'];
  const words = commandWords(study.command).slice(1);
  try {
    await runWords([...words, '--out', folder, '--workers', workers, '--format', format], silent(terminal), {
      source,
    });
    const again: FileHashes = readStudy(folder, folder).files;
    const names = [...new Set([...Object.keys(study.files), ...Object.keys(again)])];
    const differing = names.filter((name) => again[name] !== study.files[name]);
    return {
      what: 'everything',
      ok: differing.length === 0,
      words:
        differing.length === 0
          ? `all of it was run again on ${workers} threads: ${names.length} files, the same to the byte`
          : `run again, these come out otherwise: ${differing.join(', ')}`,
    };
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** A terminal whose reader hears nothing: what is run for a check has nothing to tell. */
function silent(terminal: Terminal): Terminal {
  const nowhere = new Writable({ write: (_, __, done) => done() }) as unknown as NodeJS.WriteStream;
  return { ...terminal, stdout: nowhere, stderr: nowhere, interactive: false };
}
