export { BLOCK_HEAD_BYTES, blockHead, decodeBlock, encodeBlock } from './block.ts';
export {
  type FramePlace,
  frameHead,
  frameOf,
  HEAD_BYTES as FRAME_HEAD_BYTES,
  MAGIC,
  scanFrames,
} from './frames.ts';
export { type Journal, journalledPool, type Remembered } from './journalled-pool.ts';
