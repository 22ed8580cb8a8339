/** A site is the address of what asks for a draw: the hash of its path. */

const utf8 = new TextEncoder();

/**
 * Site of a path such as `parameters/loyalty`: MurmurHash3_x86_32 with seed 0 over the UTF-8 bytes (Appleby 2011,
 * public domain), an unsigned 32-bit integer. Different paths may collide; whoever gives out sites checks that.
 */
export function siteOf(path: string): number {
  const bytes = utf8.encode(path);
  const wholeBlocks = bytes.length & ~3;
  let hash = 0;
  for (let at = 0; at < wholeBlocks; at += 4) {
    const block = byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8) | (byteAt(bytes, at + 2) << 16);
    hash ^= scramble(block | (byteAt(bytes, at + 3) << 24));
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  let tail = 0;
  for (let at = bytes.length - 1; at >= wholeBlocks; at--) tail = (tail << 8) | byteAt(bytes, at);
  hash ^= scramble(tail);
  return avalanche(hash ^ bytes.length);
}

const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] as number;

function scramble(block: number): number {
  const mixed = Math.imul(block, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}

/** Murmur3's finaliser: every bit of the input moves each bit of the result with a chance near one half. */
function avalanche(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
