/** A seminar as a page: one HTML file that needs nothing else, on a screen by day and by night, and on paper. */
import {
  decisionNamed,
  type NoWay,
  type SeminarMoment,
  type Way,
  wayName,
  whatScoresAllow,
} from '../../experiment/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { scaleOf, shareBar } from '../html/bars.ts';
import { type Html, html, htmlDocument } from '../html/index.ts';
import { command as commandPiece, named, said, section, table } from '../html/pieces.ts';
import { STYLE } from '../html/style.ts';
import {
  type Handout,
  heldWords,
  optionLabel,
  pairedSentencesOf,
  shownOutcomes,
} from '../plain/handout-parts.ts';
import { hundred } from '../plain/hundreds.ts';
import {
  actorOf,
  handsWords,
  longMoment,
  numberedOptions,
  turnWords,
  widestOutcome,
} from '../plain/seminar-words.ts';
import { clean, grouped, outcomeLooks } from '../text/index.ts';
import { TREE_STYLE, treePicture } from './tree-picture.ts';

/** The same handout gives the same bytes. */
export function handoutHtml(handout: Handout): string {
  const { scenario, sheet, futures, command } = handout;
  const { session } = sheet;
  const held = heldWords(session);
  const title = `${clean(scenario.title)}: a seminar`;
  const body = html`<a class="skip" href="#ways">To the ways taken</a>
<header><h1>${named(scenario.title)}: a seminar</h1>
<p class="lead">Run ${grouped(session.run)}, seed ${session.seed}${held === '' ? '' : `, ${held}`}, scenario version ${session.scenario.hash.slice(0, 8)}.</p>
<p class="notice">What follows shows what the scenario's assumptions imply; it predicts nothing. Shares are of 100 futures of a state (${grouped(futures)} each, fresh luck, the same for all options), differences are paired, with 95 % intervals.</p>
</header>
<main>
${section({ id: 'ways', title: 'The ways taken' }, waysBody(handout))}
${section({ id: 'branch-points', title: 'The branch points' }, branchBody(handout))}
${section({ id: 'predictions', title: 'What the room predicted' }, predictionBody(handout))}
</main>
<footer><p>Open it again:</p>${commandPiece(command)}</footer>`;
  return htmlDocument({
    title,
    description: `The ways a room took through one run of ${clean(scenario.title)}, with the futures at each branch point.`,
    style: `${STYLE}${TREE_STYLE}`,
    body,
    manifest: {
      scenario: session.scenario,
      seed: session.seed,
      run: session.run,
      settings: session.settings,
      futures,
      command,
    },
    alive: null,
  });
}

const waysBody = (handout: Handout): Html =>
  html`${treePicture(handout.scenario, handout.sheet)}${handout.sheet.ends.map((_, way) => wayPiece(handout, way))}`;

function wayPiece({ scenario, sheet, storyOf }: Handout, index: number): Html {
  const way = sheet.session.ways[index]!;
  const { moment, outlook } = sheet.ends[index]!;
  const { stepDays } = scenario.time;
  const from =
    way.parent === null
      ? html`the run as it goes`
      : html`from way ${wayName(way.parent)} on ${longMoment(scenario, way.step * stepDays)}: ${named(turnWords(scenario, way))}`;
  const begins = way.parent === null ? -1 : way.step * stepDays + 1e-9;
  const told = storyOf(moment).filter(({ day }) => day > begins);
  const last = moment.records.at(-1)!;
  const items = told.map(
    ({ day, text }) =>
      html`<li><span class="when">${longMoment(scenario, day)}</span><span dir="auto">${text}</span></li>`,
  );
  const end =
    last.end === null
      ? html`<p>Played until ${longMoment(scenario, last.day)}.</p>${outlook === null ? null : outlookTable(scenario, outlook, wayName(index))}`
      : html`<p>It ended on ${longMoment(scenario, last.day)}.</p>`;
  return html`<h3>Way ${wayName(index)}: ${from}</h3>${items.length === 0 ? null : html`<ol class="story">${items}</ol>`}${end}`;
}

/** How the futures from a way's furthest state end. */
function outlookTable(scenario: Scenario, { outlook }: Way, way: string): Html {
  const looks = outcomeLooks(scenario.outcomes);
  const shown = scenario.outcomes.filter(({ index }) => outlook.outcomes[index]!.count > 0);
  const shares = shown.map(({ index }) => outlook.outcomes[index]!.share);
  const scale = scaleOf(shares);
  return table({
    caption: `How the futures of way ${way} end, of 100`,
    kind: 'outcomes',
    head: [
      { words: 'ending' },
      { words: 'of 100 futures', number: true },
      { words: '95 % interval', number: true },
      { words: '', wide: true },
    ],
    rows: shown.map(({ label, index }, at) => {
      const share = shares[at]!;
      return [
        html`<span class="sign" aria-hidden="true">${looks[index]!.sign}</span>${named(label)}`,
        hundred(share),
        `${hundred({ value: share.low })} to ${hundred({ value: share.high })}`,
        shareBar({ share, before: null, scale, hue: looks[index]!.hue }),
      ];
    }),
  });
}

function branchBody(handout: Handout): Html {
  const { branchPoints } = handout.sheet;
  if (branchPoints.length === 0) return html`<p>The room came to none.</p>`;
  return html`${branchPoints.map((point) => branchPiece(handout.scenario, point))}`;
}

function branchPiece(
  scenario: Scenario,
  { moment, decision, ways, prediction }: Handout['sheet']['branchPoints'][number],
): Html {
  const { label, question } = decisionNamed(scenario, decision.path);
  const options = numberedOptions(scenario, decision);
  const taken = options.find(({ id }) => id === decision.option)?.label;
  const room =
    prediction === null
      ? null
      : html`<p>The room said: ${handsWords(prediction.hands, (index) => clean(optionLabel(scenario, decision.path, index)))}.</p>`;
  const paired = pairedSentencesOf(scenario, decision, ways);
  return html`<h3>${placeWords(scenario, moment)}: ${named(label)}</h3>
${question === null ? null : said(`${actorOf(scenario, decision.path)}: ${clean(question)}`)}${optionsTable(scenario, decision, ways)}${paired.length === 0 ? null : html`<ul>${paired.map((line) => html`<li dir="auto">${line}</li>`)}</ul>`}${room}${taken === undefined ? null : html`<p>By this luck the choice was: ${named(taken)}.</p>`}`;
}

function optionsTable(
  scenario: Scenario,
  decision: Handout['sheet']['branchPoints'][number]['decision'],
  ways: readonly (Way | NoWay)[],
): Html {
  const shown = shownOutcomes(ways);
  const looks = outcomeLooks(scenario.outcomes);
  const about = widestOutcome(decision, ways);
  const shareOf = (at: number, outcome: number) => {
    const way = ways[at];
    return way === undefined || 'impossible' in way ? null : way.outlook.outcomes[outcome]!.share;
  };
  const options = numberedOptions(scenario, decision);
  const bars = options.flatMap((_, at) => shareOf(at, about) ?? []);
  const scale = scaleOf(bars);
  return html`<div class="scrolls" role="region" tabindex="0" aria-label="The options of ${clean(decisionNamed(scenario, decision.path).label)}">${table(
    {
      caption: `Each option: its odds, and how its futures end, of 100. The bar is ${clean(scenario.outcomes[about]!.label)}.`,
      shown: true,
      kind: 'grid',
      head: [
        { words: 'option' },
        { words: 'odds', number: true },
        ...shown.map((outcome) => ({
          words: html`<span class="sign" aria-hidden="true">${looks[outcome]!.sign}</span>${named(scenario.outcomes[outcome]!.label)}`,
          number: true,
        })),
        { words: '', wide: true },
      ],
      rows: options.map(({ number, label, odds }, at) => {
        const bar = shareOf(at, about);
        return [
          html`${number} ${named(label)}`,
          hundred({ value: odds }),
          ...shown.map((outcome) => {
            const share = shareOf(at, outcome);
            return share === null ? '–' : hundred(share);
          }),
          bar === null ? null : shareBar({ share: bar, before: null, scale, hue: looks[about]!.hue }),
        ];
      }),
    },
  )}</div>`;
}

function predictionBody({ scenario, sheet }: Handout): Html {
  const { scores } = sheet;
  if (scores.length === 0) return html`<p>Nothing was predicted.</p>`;
  const rows = scores.map(({ moment, score: { prediction, expected, history } }) => {
    const { decision, hands } = prediction;
    const nameOf = (index: number): string =>
      clean(
        decision === null ? (scenario.outcomes[index]?.label ?? '') : optionLabel(scenario, decision, index),
      );
    const about = decision === null ? 'How it ends' : clean(decisionNamed(scenario, decision).label);
    return [
      placeWords(scenario, moment),
      about,
      handsWords(hands, nameOf),
      `${two(expected.room)} (least ${two(expected.model)})`,
      history === null
        ? '–'
        : `${nameOf(history.came)}: room ${two(history.room)}, model ${two(history.model)}`,
    ];
  });
  return html`${table({
    caption: 'Each prediction with its Brier scores',
    kind: 'words',
    head: ['when', 'about', 'the room', 'Brier score if the model is right', 'what really came'].map(
      (words) => ({ words }),
    ),
    rows,
  })}<p>Brier score (Brier 1950): the sum over all answers of (share of hands − what came)², what came being 1 and the rest 0. 0 is sure and right, 2 sure and wrong.</p><p>${whatScoresAllow(scores.map(({ score }) => score))}</p>`;
}

const placeWords = (scenario: Scenario, { records, place }: SeminarMoment): string =>
  `${longMoment(scenario, records.at(-1)!.day)}, way ${wayName(place.way)}`;

const two = (value: number): string => value.toFixed(2);
