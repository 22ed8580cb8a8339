export { askFutures, type FuturesQuestion, type NoWay, type OptionFate, type Way } from './ask-futures.ts';
export type { Outlook, OutlookShare } from './outlook.ts';
