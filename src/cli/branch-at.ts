/** `juncture branch --at`: the futures of one state, one alternative beside the other. */
import {
  askFutures,
  experimentManifest,
  faultInWords,
  momentFor,
  optionsInStep,
} from '../experiment/index.ts';
import { alternativeWords, type FuturesPage, futuresFigures, futuresText } from '../report/index.ts';
import { formatDate, type Scenario } from '../scenario/index.ts';
import { type Alternative, RunFault } from '../statechart/index.ts';
import { parseAlternative } from './alternatives.ts';
import { type Asked, pageOf, requestOf, wantsJson } from './branch-asked.ts';
import { futuresJson } from './branch-json.ts';
import { type FoundPath, pathOf } from './branch-path.ts';
import { CommandError, EXIT } from './exit.ts';
import { labelled, writeFigure } from './figures.ts';
import { asJson } from './json.ts';
import { deliver } from './output.ts';

const DEFAULT_FUTURES = 2_000;

export async function futuresAt(asked: Asked): Promise<void> {
  const { options, scenario, chart, pool, terminal } = asked;
  const { futures = DEFAULT_FUTURES, instead, engine } = options;
  const typed = instead.map((words) => parseAlternative(scenario, words));
  const found = pathOf(asked);
  const step = stepAt(found, scenario, options.at ?? '');
  const next = found.path.records[step + 1]!;
  const others = typed.length > 0 ? typed : optionsInStep(scenario, next);
  const alternatives: readonly Alternative[] = [{ kind: 'as_it_stands' }, ...others];
  const ways = await askFutures(
    {
      chart,
      snapshot: found.path.states[step]!,
      alternatives,
      futures,
      moment: momentFor(scenario, next, others),
      engine,
      signal: terminal.interrupt,
    },
    pool,
  ).catch((error: unknown) => {
    if (error instanceof RunFault) throw new CommandError(EXIT.scenario, faultInWords(error));
    throw error;
  });
  if (ways === null) throw new CommandError(EXIT.interrupted, 'Interrupted before there was an answer.');
  const page: FuturesPage = {
    scenario,
    ways,
    futures,
    manifest: { ...experimentManifest(requestOf(asked, found.settings), 1), runs: 1 },
    title: `The futures of ${found.name}`,
    notes: found.notes,
    state: found.path.records[step]!,
    next,
  };
  const text = wantsJson(options)
    ? asJson(futuresJson(page, { run: options.run ?? null, timeline: found.history }))
    : futuresText(page, pageOf(options, terminal));
  await deliver(text, options.out, terminal);
  const names = alternatives.map((alternative) => alternativeWords(scenario, alternative));
  const figures = await labelled(futuresFigures(scenario, ways, names), page.manifest);
  await writeFigure(figures, options.figure, terminal);
}

/** The step that starts on a day, or on a date. @throws CommandError (usage) where the run is over by then, or never there. */
function stepAt({ path, name }: FoundPath, scenario: Scenario, text: string): number {
  const { time } = scenario;
  const count = path.states.length;
  const days = Number(text);
  const isNumber = text.trim() !== '' && Number.isFinite(days);
  const dates = Array.from({ length: time.steps + 1 }, (_, step) => formatDate(time, step * time.stepDays));
  const step = isNumber
    ? Math.round(days / time.stepDays)
    : dates.findIndex((date) => text.trim() !== '' && date.startsWith(text.trim()));
  if (step < 0 || (isNumber && days > time.horizonDays)) {
    throw new CommandError(
      EXIT.usage,
      `--at wants days since the start, from 0 to ${time.horizonDays}, or a date from ${dates[0]} on, such as ${dates[Math.min(time.steps, Math.round(1 / time.stepDays))]}; not \`${text}\`.`,
    );
  }
  if (step < count) return step;
  throw new CommandError(
    EXIT.usage,
    `${name[0]?.toUpperCase()}${name.slice(1)} ends on day ${count * time.stepDays} (${dates[count]}), so it has no futures then.\n  Ask for an earlier day: --at ${(count - 1) * time.stepDays} is the last.`,
  );
}
