/** A seminar as a handout in Markdown: the ways taken, the branch points with their futures, the room's predictions. */
import { decisionNamed, type NoWay, type Way, wayName, whatScoresAllow } from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { DecisionRecord } from '../../statechart/index.ts';
import { cleanParagraph, grouped } from '../text/index.ts';
import { type Handout, heldWords, optionLabel, pairedSentencesOf, shownOutcomes } from './handout-parts.ts';
import { hundred } from './hundreds.ts';
import { actorOf, handsWords, longMoment, numberedOptions, turnWords } from './seminar-words.ts';

/** Markdown; ends with a line feed. */
export function handoutText(handout: Handout): string {
  const { scenario, sheet, futures, command } = handout;
  const { run, seed, scenario: of } = sheet.session;
  const held = heldWords(sheet.session);
  const lines = [
    `# ${text(scenario.title)}: a seminar`,
    '',
    `Run ${grouped(run)}, seed ${text(seed)}${held === '' ? '' : `, ${text(held)}`}, scenario version ${of.hash.slice(0, 8)}. What follows shows what the scenario's assumptions imply; it predicts nothing.`,
    `Shares are of 100 futures of a state (${grouped(futures)} each, fresh luck, the same for all options), differences are paired, with 95 % intervals.`,
    '',
    '## The ways taken',
    ...sheet.ends.flatMap((_, way) => ['', ...wayLines(handout, way)]),
    '',
    '## The branch points',
    ...branchLines(handout),
    '',
    '## What the room predicted',
    ...predictionLines(handout),
    '',
    '---',
    '',
    `Open it again: \`${command}\``,
  ];
  return `${lines.join('\n')}\n`;
}

function wayLines({ scenario, sheet, storyOf }: Handout, index: number): readonly string[] {
  const way = sheet.session.ways[index]!;
  const { moment, outlook } = sheet.ends[index]!;
  const from =
    way.parent === null
      ? 'the run as it goes'
      : `from way ${wayName(way.parent)} on ${longMoment(scenario, way.step * scenario.time.stepDays)}: ${text(turnWords(scenario, way))}`;
  const begins = way.parent === null ? -1 : way.step * scenario.time.stepDays + 1e-9;
  const told = storyOf(moment).filter(({ day }) => day > begins);
  const last = moment.records.at(-1)!;
  return [
    `### Way ${wayName(index)}: ${from}`,
    '',
    ...told.map(({ day, text: said }) => `- ${longMoment(scenario, day)}: ${text(said)}`),
    ...(told.length === 0 ? [] : ['']),
    last.end === null
      ? `Played until ${longMoment(scenario, last.day)}. From there: ${outlookWords(outlook)}.`
      : `It ended on ${longMoment(scenario, last.day)}.`,
  ];
}

const outlookWords = (way: Way | null): string =>
  way === null
    ? 'no outlook'
    : way.outlook.outcomes
        .filter(({ count }) => count > 0)
        .sort((one, other) => other.count - one.count)
        .map(({ label, share }) => `${text(label)} ${hundred(share)}`)
        .join(', ');

function branchLines({ scenario, sheet }: Handout): readonly string[] {
  if (sheet.branchPoints.length === 0) return ['', 'The room came to none.'];
  return sheet.branchPoints.flatMap(({ moment, decision, ways, prediction }) => {
    const { label, question } = decisionNamed(scenario, decision.path);
    const options = numberedOptions(scenario, decision);
    const shown = shownOutcomes(ways);
    const labels = shown.map((index) => text(scenario.outcomes[index]!.label));
    const taken = options.find(({ id }) => id === decision.option)?.label;
    const cells = options.map(({ number, label: name, odds }, at) => {
      const way = ways[at];
      const shares = shown.map((outcome) =>
        way === undefined || 'impossible' in way ? '–' : hundred(way.outlook.outcomes[outcome]!.share),
      );
      return `| ${[`${number} ${text(name)}`, hundred({ value: odds }), ...shares].join(' | ')} |`;
    });
    return [
      '',
      `### ${longMoment(scenario, moment.records.at(-1)!.day)}, way ${wayName(moment.place.way)}: ${text(label)}`,
      '',
      ...(question === null ? [] : [`${text(actorOf(scenario, decision.path))}: ${text(question)}`, '']),
      `| option | odds of 100 | ${labels.join(' | ')} |`,
      `| --- | --: |${' --: |'.repeat(labels.length)}`,
      ...cells,
      '',
      ...pairedLines(scenario, decision, ways),
      ...(prediction === null
        ? []
        : [
            `The room said: ${handsWords(prediction.hands, (index) => text(optionLabel(scenario, decision.path, index)))}.`,
          ]),
      ...(taken === undefined ? [] : [`By this luck the choice was: ${text(taken)}.`]),
    ];
  });
}

function pairedLines(
  scenario: Scenario,
  decision: DecisionRecord,
  ways: readonly (Way | NoWay)[],
): readonly string[] {
  const lines = pairedSentencesOf(scenario, decision, ways).map((line) => `- ${text(line)}`);
  return lines.length === 0 ? [] : [...lines, ''];
}

function predictionLines({ scenario, sheet }: Handout): readonly string[] {
  const { scores } = sheet;
  const rows = scores.map(({ moment, score: { prediction, expected, history } }) => {
    const { decision, hands } = prediction;
    const nameOf = (index: number): string =>
      text(
        decision === null ? (scenario.outcomes[index]?.label ?? '') : optionLabel(scenario, decision, index),
      );
    const about = decision === null ? 'How it ends' : decisionNamed(scenario, decision).label;
    const when = `${longMoment(scenario, moment.records.at(-1)!.day)}, way ${wayName(moment.place.way)}`;
    const real =
      history === null
        ? '–'
        : `${nameOf(history.came)}: room ${two(history.room)}, model ${two(history.model)}`;
    return `| ${[when, text(about), handsWords(hands, nameOf), `${two(expected.room)} (least ${two(expected.model)})`, real].join(' | ')} |`;
  });
  if (rows.length === 0) return ['', 'Nothing was predicted.'];
  return [
    '',
    '| when | about | the room | Brier score if the model is right | what really came |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    'Brier score (Brier 1950): the sum over all answers of (share of hands − what came)², what came being 1 and the rest 0. 0 is sure and right, 2 sure and wrong.',
    whatScoresAllow(scores.map(({ score }) => score)),
  ];
}

const two = (value: number): string => value.toFixed(2);

/** Words of a scenario must not make Markdown of their own. */
const text = (words: string): string => cleanParagraph(words).replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
