/** From the bytes of an experiment's file to its positioned document. */
import { type Diagnostic, diagnostic } from '../../diagnostics/index.ts';
import type { MapNode } from './node.ts';
import type { ReadFile } from './read-file.ts';
import { readSource } from './read-file.ts';
import { gather, placeAt } from './report.ts';
import { experiment } from './shapes/experiment.ts';
import { validate } from './validate.ts';
import { parseYaml } from './yaml-text.ts';
import { treeOf } from './yaml-tree.ts';

export interface LoadedExperiment {
  /** Null when there is nothing to go on with; entries of a wrong shape are left out. */
  readonly root: MapNode | null;
  readonly diagnostics: readonly Diagnostic[];
}

const START = 'Begin with `experiment: 1`, then `scenario: …` and a question, such as `sweep: …`.';

/** Reads the file at `path`. All faults of shape are returned; whether names are known is for those who have the scenario. */
export function loadExperiment(path: string, read: ReadFile): LoadedExperiment {
  const source = readSource(path, read(path));
  if ('code' in source) return { root: null, diagnostics: [source] };
  const { report, found } = gather();
  const document = parseYaml(source, report);
  if (document === null) return { root: null, diagnostics: found };
  const tree = document.contents === null ? null : treeOf(document, source, report);
  if (tree?.kind !== 'map') {
    const span = placeAt(source, 0, tree === null ? 0 : 1).span;
    const message =
      tree === null ? 'there is nothing in the file' : 'an experiment is made of entries such as `sweep: …`';
    const code = tree === null ? 'empty-file' : 'wrong-type';
    const fault = diagnostic(code, { message, mend: START, source, span });
    return { root: null, diagnostics: found.length > 0 ? found : [fault] };
  }
  const { root } = validate(tree, experiment, { report, sets: [], name: 'the experiment' });
  return { root, diagnostics: found };
}
