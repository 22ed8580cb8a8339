/** A number that was estimated, never without its uncertainty. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Confidence level of the interval, such as 0.95. */
  readonly level: number;
  /** Runs it rests on. */
  readonly n: number;
  readonly method:
    | 'wilson'
    | 'newcombe-paired'
    | 't'
    | 'order-statistics'
    | 'equal-values'
    | 'paired-log-odds'
    | 'paired-odds-ratio'
    | 'bootstrap'
    | 'fisher-z'
    | 'aalen-johansen'
    | 'hall-t';
}
