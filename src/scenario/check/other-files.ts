/** Other scenario files that promises compare with: each read once, its faults told under its own name. */
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Scenario } from '../model.ts';

/** `faulty`: it is there, and its faults are among `faults()`. */
export type OpenedFile =
  | { readonly kind: 'missing' | 'faulty' }
  | { readonly kind: 'sound'; readonly index: number; readonly scenario: Scenario };

export interface OtherFiles {
  readonly open: (path: string) => OpenedFile;
  /** What was opened and is sound, by index. */
  readonly scenarios: () => readonly Scenario[];
  readonly faults: () => readonly Diagnostic[];
}

interface Loaded {
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param load reads and checks a file; null where there is none. It must not open other files in turn. */
export function openOtherFiles(load: (path: string) => Loaded | null): OtherFiles {
  const opened = new Map<string, OpenedFile>();
  const scenarios: Scenario[] = [];
  const faults: Diagnostic[] = [];
  const read = (path: string): OpenedFile => {
    const loaded = load(path);
    if (loaded === null) return { kind: 'missing' };
    if (loaded.scenario === null) {
      faults.push(...loaded.diagnostics.filter(({ severity }) => severity === 'error'));
      return { kind: 'faulty' };
    }
    scenarios.push(loaded.scenario);
    return { kind: 'sound', index: scenarios.length - 1, scenario: loaded.scenario };
  };
  return {
    open: (path) => {
      const known = opened.get(path) ?? read(path);
      opened.set(path, known);
      return known;
    },
    scenarios: () => scenarios,
    faults: () => faults,
  };
}
