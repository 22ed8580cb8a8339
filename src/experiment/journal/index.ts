export { BLOCK_HEAD_BYTES, blockHead, decodeBlock, encodeBlock } from './block.ts';
export { type FramePlace, frameOf, MAGIC, scanFrames } from './frames.ts';
export { type Journal, journalledPool, type Remembered } from './journalled-pool.ts';
