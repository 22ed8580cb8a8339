/** From the positioned document to the checked scenario: names first, then every section, then the whole. */
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { MapNode } from '../document.ts';
import type { Happening, Scenario, Source } from '../model.ts';
import { auxiliaryTypes, checkAuxiliaries } from './auxiliaries.ts';
import { auxiliaryOrder } from './auxiliary-order.ts';
import { checkRegions, checkStages, checkTransitions } from './chart.ts';
import type { Check } from './check.ts';
import { checkCorrelations } from './correlations.ts';
import { checkDecisions } from './decisions.ts';
import { declare } from './declare.ts';
import { documentHash } from './document-hash.ts';
import { createExpressionReader } from './expressions.ts';
import { deepFreeze } from './freeze.ts';
import { checkMeasures } from './measures.ts';
import { indexNames } from './name-index.ts';
import { textAt } from './node.ts';
import type { OtherFiles } from './other-files.ts';
import { checkStarts } from './outcome-at-start.ts';
import { checkOutcomes } from './outcomes.ts';
import { checkParameters } from './parameters.ts';
import { checkPromises } from './promises.ts';
import { createReport } from './report.ts';
import { checkShocks } from './shocks.ts';
import { checkShow } from './show.ts';
import { checkSites } from './sites.ts';
import { createGuesses } from './suggest.ts';
import { checkTime, NO_CLOCK } from './time.ts';
import { checkTimeline } from './timeline.ts';
import { checkVariables } from './variables.ts';
import { checkVariants } from './variants.ts';
import { warn } from './warnings/index.ts';

/** The document with what is known of it before the check. */
export interface DocumentToCheck {
  readonly root: MapNode;
  /** Paths of its files: the one asked for first, then what it extends. */
  readonly files: readonly string[];
  /** False when entries of a wrong shape were dropped: what is missing is then not a fault. */
  readonly whole: boolean;
  /** Opens files that promises compare with; null where they are not followed. */
  readonly others: OtherFiles | null;
}

export interface Checked {
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
}

function createCheck({ root, files, whole, others }: DocumentToCheck): Check {
  const report = createReport();
  if (!whole) report.doubtGraph();
  const declared = declare(root);
  const names = indexNames(declared, report);
  const types = auxiliaryTypes(declared, names);
  const guesses = createGuesses();
  const time = checkTime(root, report);
  return {
    report,
    declared,
    names,
    time: time ?? NO_CLOCK,
    clockKnown: time !== null,
    files,
    others,
    guesses,
    ...createExpressionReader(report, { declared, index: names, types, guesses }),
    auxiliaryType: (auxiliary) => types[auxiliary] ?? 'either',
  };
}

/** Gives the frozen scenario, or null with at least one error. Nothing is thrown for any document. */
export function checkDocument(document: DocumentToCheck): Checked {
  const check = createCheck(document);
  const scenario = build(check, document);
  warn(check, scenario, document);
  const sound = document.whole && !check.report.failed();
  return { scenario: sound ? deepFreeze(scenario) : null, diagnostics: check.report.diagnostics() };
}

function build(check: Check, { root, files, others }: DocumentToCheck): Scenario {
  const id = idOf(files[0] ?? '');
  const parameters = checkParameters(check);
  const auxiliaries = checkAuxiliaries(check);
  const stages = checkStages(check);
  const regions = checkRegions(check);
  checkStarts(check, regions, stages);
  const transitions = checkTransitions(check);
  const decisions = checkDecisions(check);
  const shocks = checkShocks(check);
  const outcomes = checkOutcomes(check);
  const measures = checkMeasures(check);
  const timeline = checkTimeline(check, root);
  const promises = checkPromises(check, root, { outcomes, measures, decisions, parameters, timeline });
  checkSites(check);
  return {
    id,
    file: files[0] ?? '',
    hash: documentHash(root),
    title: textAt(root, 'title') ?? id,
    summary: textAt(root, 'summary'),
    sources: checkSources(check),
    time: check.time,
    parameters,
    correlations: checkCorrelations(check, root, parameters),
    variables: checkVariables(check),
    auxiliaries,
    auxiliaryOrder: auxiliaryOrder(check, auxiliaries, stages),
    regions,
    stages,
    transitions,
    decisions,
    shocks,
    happenings: happeningsOf({ transitions, decisions, shocks }),
    outcomes,
    measures,
    timeline,
    variants: checkVariants(check, { parameters, decisions, regions, stages }),
    promises: others === null ? [] : promises,
    compared: others?.scenarios() ?? [],
    show: checkShow(check, root),
  };
}

/** The file's name without folders and ending. */
const idOf = (path: string): string => (path.split(/[\\/]/).at(-1) ?? path).replace(/\.[^.]*$/, '');

const checkSources = ({ declared }: Check): Source[] =>
  declared.sources.map(({ name, entry: { value } }) => ({
    id: name,
    text: value.kind === 'scalar' ? value.text : '',
  }));

function happeningsOf({
  transitions,
  decisions,
  shocks,
}: Pick<Scenario, 'transitions' | 'decisions' | 'shocks'>): Happening[] {
  return [
    ...transitions.map(
      ({ path, label, index }) => ({ kind: 'transition', path, label, transition: index }) as const,
    ),
    ...decisions.flatMap(({ options, index: decision }) =>
      options.map(({ path, label }, option) => ({ kind: 'option', path, label, decision, option }) as const),
    ),
    ...shocks.map(({ name, label, index }) => ({ kind: 'shock', path: name, label, shock: index }) as const),
  ];
}
