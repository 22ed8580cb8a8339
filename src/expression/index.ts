export { constantOf } from './constant.ts';
export { type Evaluator, evaluator } from './evaluate.ts';
export { FUNCTION_NAMES } from './functions.ts';
export { DEEPEST_NESTING, LONGEST_EXPRESSION, MOST_TOKENS } from './limits.ts';
export { type ParsedExpression, parseExpression } from './parse.ts';
export { type References, references } from './references.ts';
export { NEVER, type StateView } from './state-view.ts';
export type * from './tree.ts';
export { type NamesByIndex, type ValueRead, valuesRead } from './values-read.ts';
