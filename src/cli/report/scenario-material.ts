/** What a scenario says without a run: itself, the texts beside it, and what was found of its promises. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { PromiseVerdict } from '../../experiment/index.ts';
import type { Companion, TestedPromises } from '../../report/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { CommandError, EXIT } from '../exit.ts';
import { findScenario } from '../files.ts';
import type { Terminal } from '../terminal.ts';

export interface ScenarioMaterial {
  readonly scenario: Scenario;
  /** The scenario as the user named it. */
  readonly named: string;
  readonly companions: readonly Companion[];
  /** Null where no answers of `check --expect` were given. */
  readonly promises: TestedPromises | null;
}

export interface ScenarioQuestion {
  readonly named: string;
  readonly scenario: Scenario;
  /** Where the report goes: addresses of other files are seen from there. */
  readonly file: string;
  /** Answers of `check --expect --json`. */
  readonly promises: string | undefined;
}

/** @throws CommandError where the file of answers cannot be used. */
export function scenarioMaterial(
  { named, scenario, file, promises }: ScenarioQuestion,
  terminal: Terminal,
): ScenarioMaterial {
  const path = resolve(terminal.workingDirectory, findScenario(named, terminal.workingDirectory));
  const from = dirname(resolve(terminal.workingDirectory, file));
  return {
    scenario,
    named,
    companions: companionsOf(path, from),
    promises: promises === undefined ? null : testedPromises(scenario, promises, terminal),
  };
}

/** Texts that stand beside a scenario by custom. */
function companionsOf(path: string, from: string): readonly Companion[] {
  const folder = dirname(path);
  const texts = [
    { name: `${basename(path).replace(/\.ya?ml$/i, '')}.md`, about: 'a text on this scenario' },
    {
      name: 'METHOD.md',
      about: 'a text on how the scenarios of its folder were made',
    },
  ];
  return texts
    .map(({ name, about }) => ({ path: join(folder, name), about }))
    .filter((text) => existsSync(text.path))
    .map((text) => ({ file: relative(from, text.path).replaceAll('\\', '/'), about: text.about }));
}

interface Answers {
  readonly manifest: { readonly scenario_hash: string | null; readonly command: string };
  readonly promises: readonly PromiseVerdict[] | null;
}

/** @throws CommandError (usage) for a file that holds no such answers, or those of another version of the scenario. */
function testedPromises(scenario: Scenario, file: string, terminal: Terminal): TestedPromises {
  const again = `Make it: juncture check ${scenario.id} --expect --json > ${file}`;
  const refuse = (why: string): never => {
    throw new CommandError(EXIT.usage, `'${file}' ${why}\n${again}`);
  };
  const answers = readAnswers(resolve(terminal.workingDirectory, file));
  if (answers === null || answers.promises === null) {
    return refuse('holds no answers of `juncture check --expect --json`.');
  }
  if (answers.manifest.scenario_hash !== scenario.hash) {
    return refuse('was made from another version of the scenario.');
  }
  return { verdicts: answers.promises, command: answers.manifest.command };
}

/** Null for anything that is not such answers. */
function readAnswers(path: string): Answers | null {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isAnswers(read) ? read : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function isAnswers(value: unknown): value is Answers {
  if (!isObject(value) || !isObject(value.manifest) || !Array.isArray(value.promises)) return false;
  return typeof value.manifest.command === 'string' && value.promises.every(isVerdict);
}

const isVerdict = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.name === 'string' &&
  typeof value.runs === 'number' &&
  ['holds', 'fails', 'not-enough-runs'].includes(String(value.verdict)) &&
  Array.isArray(value.claims) &&
  value.claims.every(
    (claim) => isObject(claim) && typeof claim.text === 'string' && typeof claim.wanted === 'string',
  );
