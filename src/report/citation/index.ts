/** How a scenario is cited, and what it cites. */
export { bibliography } from './bibtex.ts';
export { citationFile } from './cff.ts';
