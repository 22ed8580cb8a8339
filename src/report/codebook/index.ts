export { scenarioCodebook } from './codebook.ts';
