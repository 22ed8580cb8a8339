/** Pages: one HTML file each, that needs nothing else. */

export { htmlDocument } from './document.ts';
export { escapedHtml, type Html, html, trusted } from './escape.ts';
export type { DrawnFigure } from './figure-part.ts';
export { outcomesPicture } from './outcomes-picture.ts';
export { type PackedBytes, packBytes, unpackBytes } from './packed-bytes.ts';
export { type PageModel, pageModelText, readPageModel } from './page-model.ts';
export { aloud } from './pieces.ts';
export { type PageScripts, type ReportPage, reportPage } from './report-page.ts';
export { answerWords, type Beside, changesInWords, outcomesTable } from './sections/answer.ts';
export { daysInWords, daysTables } from './sections/days.ts';
export { happenedTables } from './sections/happened.ts';
export { measuresTable } from './sections/measures.ts';
export { type StudyManifest, type StudyPage, studyPage } from './study-page.ts';
