/**
 * A model description in the order of the ODD protocol's second update (Grimm et al. 2020, Journal of Artificial Societies
 * and Social Simulation 23(2), 7), written from a checked scenario: every sentence is true of the file that runs.
 */
import { type Block, code, type Document, heading, paragraph, say, words } from '../document/index.ts';
import { conceptBlocks } from './concepts.ts';
import { entityBlocks } from './entities.ts';
import { initializationBlocks, inputBlocks } from './initialization.ts';
import { purposeBlocks } from './purpose.ts';
import { referenceBlocks } from './references.ts';
import { schedulingBlocks } from './scheduling.ts';
import type { DescriptionSubject } from './subject.ts';
import { submodelBlocks } from './submodels.ts';
import { traceBlocks } from './trace.ts';

/** The seven elements, notes on evidence and tests, references; no heading without text under it. */
export function oddDescription(subject: DescriptionSubject): Document {
  const { scenario } = subject;
  return [
    heading(1, say`${words(scenario.title)}: model description (ODD)`),
    introduction(subject),
    ...purposeBlocks(scenario),
    ...entityBlocks(scenario),
    ...schedulingBlocks(scenario),
    ...conceptBlocks(scenario),
    ...initializationBlocks(scenario),
    ...inputBlocks(scenario),
    ...submodelBlocks(scenario),
    ...traceBlocks(subject),
    ...referenceBlocks(scenario),
  ];
}

const introduction = ({ scenario, version }: DescriptionSubject): Block =>
  paragraph(
    say`This description follows the ODD protocol (Overview, Design concepts, Details) in its second update (Grimm et al. 2020). juncture ${version} wrote it from the scenario ${code(scenario.id)}, so that it tells what is run and nothing else; labels, notes and sources are those of the scenario’s author. The protocol was made for models of many individuals. This model has none, and where an element or a concept does not apply the text says so and why.`,
  );
