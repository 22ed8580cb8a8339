export type * from './estimate.ts';
export { type Histogram, histogramOf, type Weighted } from './histogram.ts';
export { confidenceAtLook } from './looks.ts';
export { meanEstimate, type Sample, sampleOf, standardError } from './mean.ts';
export { newcombePaired, type PairedCounts } from './newcombe-paired.ts';
export { quantileEstimate } from './quantile-estimate.ts';
export { quantileOfCounts, quantileSorted } from './quantile-sorted.ts';
export { QuantileSketch, SKETCH_ERROR } from './sketch.ts';
export { wilson } from './wilson.ts';
