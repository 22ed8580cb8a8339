/** Notes in the manner of TRACE: what stands behind the model, and what was done to trust its program and its results. */
import {
  commandLine,
  type Evidence,
  evidenceOf,
  isContested,
  type PromiseVerdict,
} from '../../experiment/index.ts';
import type { Described, Scenario } from '../../scenario/index.ts';
import { called, noteLine, titled } from '../describe/entry.ts';
import { capital, counted, figure } from '../describe/figures.ts';
import { variantLine } from '../describe/variant.ts';
import {
  type Block,
  bullets,
  code,
  heading,
  type Inline,
  type Line,
  listed,
  paragraph,
  say,
  table,
  words,
} from '../document/index.ts';
import type { DescriptionSubject } from './subject.ts';

export const traceBlocks = (subject: DescriptionSubject): readonly Block[] => [
  heading(2, ['Notes on evidence and tests']),
  paragraph([
    'These notes follow the elements of TRACE documents (Schmolke et al. 2010; Grimm et al. 2014) as far as a scenario’s file can answer them.',
  ]),
  heading(3, ['Data evaluation']),
  ...evidenceBlocks(subject.scenario),
  heading(3, ['Implementation verification']),
  ...implementationBlocks(subject),
  heading(3, ['Model output verification']),
  ...outputBlocks(subject),
  heading(3, ['Model analysis']),
  ...analysisBlocks(subject),
  heading(3, ['Model output corroboration']),
  ...corroborationBlocks(subject),
];

type Sourced = Pick<Described, 'sources'>;

/** In the order of the table's columns. */
const EVIDENCE: readonly Evidence[] = ['sourced', 'partly', 'assumed', 'unsourced'];

/** Entries that cite works alone, works and the word assumption, that word alone, and nothing. */
function evidenceRow(kind: string, entries: readonly Sourced[]): readonly (readonly Line[])[] {
  if (entries.length === 0) return [];
  const found = entries.map(evidenceOf);
  const counts = EVIDENCE.map((evidence): Line => [figure(found.filter((one) => one === evidence).length)]);
  return [[[kind], ...counts]];
}

/** Parameters whose own notes doubt them. */
function doubtBlocks({ parameters }: Scenario): readonly Block[] {
  const doubted = parameters.filter(isContested);
  if (doubted.length === 0) return [];
  return [
    paragraph(
      say`The notes of ${counted(doubted.length, 'parameter')} call the value contested, unknown or a guess: ${listed(doubted.map(called))}.`,
    ),
  ];
}

function evidenceBlocks(scenario: Scenario): readonly Block[] {
  const { parameters, variables, auxiliaries, transitions, decisions, shocks, timeline } = scenario;
  const contested = timeline.filter((entry) => entry.contested);
  const rows = [
    ...evidenceRow('Parameters', parameters),
    ...evidenceRow('Variables', variables),
    ...evidenceRow('Derived quantities', auxiliaries),
    ...evidenceRow('Transitions', transitions),
    ...evidenceRow('Decisions', decisions),
    ...evidenceRow('Shocks', shocks),
    ...evidenceRow('Timeline', timeline),
  ];
  return [
    ...(rows.length === 0
      ? [
          paragraph([
            'There is nothing that could rest on evidence: the file has no parameters, quantities or happenings.',
          ]),
        ]
      : [
          paragraph([
            'Each entry of the file can name the sources it rests on, or say that it is an assumption, or both: a source that bounds a value, and a judgement of where within the bounds. What stands behind each is told with it in element 7; the table counts.',
          ]),
          table(
            'What the entries of the file rest on.',
            ['Entries', 'Sources alone>', 'Sources and assumption>', 'Assumption alone>', 'Nothing given>'],
            rows,
          ),
        ]),
    ...doubtBlocks(scenario),
    ...(contested.length === 0
      ? []
      : [
          paragraph([
            `${capital(counted(contested.length, 'entry', 'entries'))} of the timeline ${contested.length === 1 ? 'is' : 'are'} marked as contested:`,
          ]),
          bullets(contested.map(({ what }) => words(what))),
        ]),
  ];
}

function implementationBlocks({ scenario, named, version }: DescriptionSubject): readonly Block[] {
  return [
    paragraph(
      say`The scenario is data, checked against its language before anything runs: every name, type, range, unit of time and reference, with ${code(commandLine(['juncture', 'check', named]))}. It is executed by juncture ${version} in two ways that share one meaning: as a state machine (XState), and as WebAssembly generated from the same checked scenario. The program’s tests hold the two to the same bits in every state of every run, for the scenarios that ship with it and for random ones, and hold both to exact answers (the gambler’s ruin, competing risks, waiting times) and to published values of its statistics.`,
    ),
    paragraph(
      say`The same seed gives the same results, to the bit, for any number of threads. The scenario has the hash (SHA-256 of what its file says, whatever the layout) ${code(scenario.hash)}.`,
    ),
  ];
}

const VERDICTS: Readonly<Record<PromiseVerdict['verdict'], string>> = {
  holds: 'holds',
  fails: 'fails',
  'not-enough-runs': 'not settled by the runs',
};

function outputBlocks({ scenario, named, promises }: DescriptionSubject): readonly Block[] {
  if (scenario.promises.length === 0) {
    return [paragraph(['The scenario makes no promises about its results, so that none could be tested.'])];
  }
  const command = commandLine(['juncture', 'check', named, '--expect']);
  if (promises === null) {
    return [
      paragraph(
        say`The scenario makes ${counted(scenario.promises.length, 'promise')} about its results (element 1, patterns). They were not tested for this description; ${code(command)} tests them.`,
      ),
    ];
  }
  const { verdicts } = promises;
  const count = (verdict: PromiseVerdict['verdict']): number =>
    verdicts.filter((one) => one.verdict === verdict).length;
  const parts = (['holds', 'fails', 'not-enough-runs'] as const).flatMap((verdict): readonly Line[] =>
    count(verdict) === 0
      ? []
      : [[`${figure(count(verdict))} ${SUMMARY[verdict][count(verdict) === 1 ? 0 : 1]}`]],
  );
  return [
    paragraph(
      say`The promises of element 1 were tested with ${code(promises.command)}. A promise holds when its 99 % interval, widened for looking more than once, lies inside what is promised, and fails when it lies outside. Of ${counted(verdicts.length, 'promise')}, ${listed(parts)}.`,
    ),
    table(
      'What came of the promises.',
      ['Promise', 'Wanted', 'Found', 'Runs>', 'Verdict'],
      verdicts.flatMap((verdict) =>
        verdict.claims.map((claim, index) => [
          index === 0 ? [code(verdict.name)] : [],
          words(claim.wanted),
          words(claim.text),
          [index === 0 ? String(verdict.runs) : ''],
          [VERDICTS[claim.verdict]],
        ]),
      ),
    ),
  ];
}

const SUMMARY: Readonly<Record<PromiseVerdict['verdict'], readonly [string, string]>> = {
  holds: ['holds', 'hold'],
  fails: ['fails', 'fail'],
  'not-enough-runs': ['is not settled', 'are not settled'],
};

function analysisBlocks({ scenario, named }: DescriptionSubject): readonly Block[] {
  const { variants } = scenario;
  const asks = (verb: string): Inline => code(commandLine(['juncture', verb, named]));
  const commands = paragraph(
    say`Which assumptions the results hinge on is asked with ${asks('sensitivity')}, over ranges of values with ${asks('sweep')}, and for what turns a run with ${asks('branch')}.`,
  );
  if (variants.length === 0) return [commands];
  return [
    commands,
    paragraph([
      `The scenario names ${counted(variants.length, 'variant')} to be compared with it on the same luck, run by run.`,
    ]),
    table(
      'Variants.',
      ['Variant', 'What it changes', 'Note'],
      variants.map((variant) => [titled(variant), variantLine(scenario, variant), noteLine(variant)]),
    ),
  ];
}

function corroborationBlocks({ scenario, companions }: DescriptionSubject): readonly Block[] {
  const { promises, timeline } = scenario;
  const used = new Set(
    promises.flatMap(({ rule }) => (rule.kind === 'timeline' ? rule.entries.map(({ entry }) => entry) : [])),
  );
  const tied = timeline.flatMap(({ happening, measure }, index) =>
    happening !== null || measure !== null ? [index] : [],
  );
  const open = tied.filter((index) => !used.has(index)).length;
  return [
    paragraph([
      `A file cannot say which of its patterns were known, and looked at, while its numbers were chosen. Unless its authors say so elsewhere, agreement with promises and timeline is to be taken as verification of the fit, not as a test on fresh data.${
        tied.length === 0
          ? ''
          : ` Of the ${counted(tied.length, 'entry', 'entries')} of the timeline that runs produce, ${open === 0 ? 'all are' : `${figure(tied.length - open)} ${tied.length - open === 1 ? 'is' : 'are'}`} part of a promise.`
      }`,
    ]),
    ...(companions.length === 0
      ? []
      : [
          paragraph(['More on how the model was made and what it does stands beside this description:']),
          bullets(companions.map(({ file, about }) => say`${code(file)}: ${about}.`)),
        ]),
  ];
}
