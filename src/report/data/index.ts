/** Results as tables for programs. */
export { codebook } from './codebook.ts';
export { csvLine, csvText, type Field, type Table } from './csv.ts';
export { dataPackage } from './data-package.ts';
export { ESTIMATE_COLUMNS, estimateFields } from './estimate-fields.ts';
export { type MethodWords, methodsParagraph } from './methods-paragraph.ts';
export { type Drawn, runColumns, runRows } from './run-rows.ts';
export { settingsTable } from './settings-table.ts';
