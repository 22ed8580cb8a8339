/** Results as tables for programs. */
export { codebook } from './codebook.ts';
export { openTable, type TableBuffer } from './columns.ts';
export { csvLine, csvText, type Field, type Table } from './csv.ts';
export { dataPackage } from './data-package.ts';
export { ESTIMATE_COLUMNS, estimateFields } from './estimate-fields.ts';
export { DATA_FORMATS, type DataFormat, type DataForms, loadForms } from './forms.ts';
export { type MethodWords, methodsParagraph } from './methods-paragraph.ts';
export { addRuns, runColumns, runsOf } from './run-table.ts';
export { settingsTable } from './settings-table.ts';
export { addSpells, spellColumns } from './spell-table.ts';
