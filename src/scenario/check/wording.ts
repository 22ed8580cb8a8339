/** One manner for all that is said of a scenario, whichever part found it. */
import type { Diagnostic } from '../../diagnostics/index.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A message begins with a capital and has no full stop; a mend is a sentence with one. */
export const inOneManner = (diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  message: capital(diagnostic.message.replace(/\.$/, '')),
  mend: capital(diagnostic.mend).replace(/[^.?!]$/, '$&.'),
});
