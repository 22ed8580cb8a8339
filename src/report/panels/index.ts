/** Parts of an answer as rows of cells: the same for a pipe and for the screen. */
export {
  type AssumptionsPanel,
  assumptionsLine,
  assumptionsPanel,
  HELD,
  type ParameterLine,
  VARIES,
} from './assumptions.ts';
export { type ChangeLine, changeSign, changesPanel, pairedChangeWords } from './change.ts';
export { type HappeningsPanel, happeningsPanel } from './happenings.ts';
export { BLOCK_ROWS, measureBlock, measureHeading } from './measure-block.ts';
export { measureTable } from './measure-table.ts';
export { outcomeBarColumn, outcomesPanel } from './outcomes.ts';
export { type StageLine, type StagesPanel, stageLabelWidth, stageShare, stagesPanel } from './stages.ts';
export { capitalised, heading } from './table.ts';
