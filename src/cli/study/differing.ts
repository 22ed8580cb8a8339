/** Why work that was begun cannot be gone on with: what differs, in words. */
import { commandWords } from '../../experiment/index.ts';
import { differencesOf, loadOutline, type ReadFile } from '../../scenario/index.ts';
import type { JournalHeader } from './journal-file.ts';

/** What is asked now, beside what the journal was begun with. */
export type AskedNow = Omit<JournalHeader, 'files' | 'experiment'> & {
  readonly path: string;
  readonly read: ReadFile;
};

const MOST = 8;

/** Lines; none where nothing differs. */
export function differing(header: JournalHeader, now: AskedNow): readonly string[] {
  return [
    ...(header.version === now.version
      ? []
      : [`it was begun by juncture ${header.version}; this is ${now.version}`]),
    ...(header.scenario_hash === now.scenario_hash ? [] : scenarioWords(header, now)),
    ...(header.command === now.command ? [] : commandsDiffer(header.command, now.command)),
  ];
}

function scenarioWords(header: JournalHeader, now: AskedNow): readonly string[] {
  if (header.scenario !== now.scenario) {
    return [`it is of the scenario ${header.scenario}; this is ${now.scenario}`];
  }
  const texts = new Map(header.files.map(({ path, text }) => [path, new TextEncoder().encode(text)]));
  const before = loadOutline(header.files[0]?.path ?? '', (path) => texts.get(path) ?? null);
  const after = loadOutline(now.path, now.read);
  const lines = differencesOf(before ?? [], after ?? []).map((difference) => {
    const { change, entry } = difference;
    const what = entry.path === '' ? 'the scenario' : `${entry.kind} ${entry.path}`;
    if (change !== 'changed') return `${what} was ${change}`;
    const fields = difference.fields.map(
      ({ name, before: old, after: next }) => `${name} was ${old ?? 'not there'}, is ${next ?? 'not there'}`,
    );
    return `${what}: ${fields.join('; ')}`;
  });
  const rest = lines.length - MOST;
  return [
    'the scenario has changed:',
    ...lines.slice(0, MOST).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  and ${rest} more; juncture diff tells them all`] : []),
  ];
}

/** Options by name, each with its values; what stands before them under no name. */
function optionsOf(command: string): ReadonlyMap<string, readonly string[]> {
  const options = new Map<string, readonly string[]>();
  let name = '';
  for (const word of commandWords(command).slice(1)) {
    if (word.startsWith('--')) {
      name = word;
      options.set(name, options.get(name) ?? []);
    } else options.set(name, [...(options.get(name) ?? []), word]);
  }
  return options;
}

function commandsDiffer(before: string, after: string): readonly string[] {
  const [old, now] = [optionsOf(before), optionsOf(after)];
  const words = (values: readonly string[] | undefined): string =>
    values === undefined ? 'not given' : values.length === 0 ? 'given' : values.join(' ');
  const lines = [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [words(old.get(name)), words(now.get(name))];
    return was === is ? [] : [`  ${name === '' ? 'the question' : name} was ${was}, is ${is}`];
  });
  return ['what is asked has changed:', ...lines];
}
