/** Gathers what the checker finds. */
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../../diagnostics/index.ts';
import type { Origin } from '../document.ts';

/** What is wrong without where: the code gives the severity, `message` is one sentence, `mend` what to do. */
export interface Fault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly mend: string;
}

export interface Report {
  readonly add: (at: Origin, fault: Fault) => void;
  /** Notes that a reference in the chart could not be resolved, so that what hangs on the whole graph is not judged. */
  readonly doubtGraph: () => void;
  readonly graphInDoubt: () => boolean;
  readonly failed: () => boolean;
  readonly diagnostics: () => readonly Diagnostic[];
}

export function createReport(): Report {
  const found: Diagnostic[] = [];
  let doubt = false;
  let failed = false;
  return {
    add: (at, { code, message, mend }) => {
      const item = diagnostic(code, { message, mend, source: at.source, span: at.span });
      if (item.severity === 'error') failed = true;
      found.push(item);
    },
    doubtGraph: () => {
      doubt = true;
    },
    graphInDoubt: () => doubt,
    failed: () => failed,
    diagnostics: () => found,
  };
}
