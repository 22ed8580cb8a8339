// The plain SHA-256 agrees with the published vectors and with the engine's own on every length of padding.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256 } from '../../../../src/scenario/check/sha256.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('FIPS 180-4: %j', (text, digest) => expect(sha256(bytes(text))).toBe(digest));

it('agrees with the engine for every length up to four blocks', () => {
  for (let length = 0; length <= 256; length++) {
    const message = Uint8Array.from({ length }, (_, at) => (at * 37 + length) & 255);
    expect(sha256(message)).toBe(createHash('sha256').update(message).digest('hex'));
  }
});
