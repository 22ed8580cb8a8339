export { type ExactRequest, type ExactResult, exact, type NotExact } from './exact.ts';
