/** A kernel's program as one C file that runs batches: `main` answers each line "first runs" with seconds and a hash. */
import type { Key } from '../../random/index.ts';
import type { Point, Scenario } from '../../scenario/index.ts';
import { buildProgram } from '../compile.ts';
import { ROWS_CAPACITY } from '../model/layout.ts';
import { writeKey, writePoint } from '../settings.ts';
import { toCText } from './text.ts';

/** How gcc must be called: no contraction to fused operations, which would change bits. */
export const C_FLAGS: readonly string[] = [
  '-O3',
  '-march=native',
  '-ffp-contract=off',
  '-fno-math-errno',
  '-w',
];

/**
 * The C text of a scenario at a point with a key. For each line "first runs" on its input the program runs these runs and
 * prints processor seconds and a hash of all rows and counters (see `hashWords`).
 */
export function toC(scenario: Scenario, point: Point, key: Key): string {
  const { program, image, layout } = buildProgram(scenario);
  const memory = new Uint8Array(layout.bytes);
  memory.set(image.bytes());
  const view = new DataView(memory.buffer);
  writePoint(view, layout, scenario, point);
  writeKey(view, layout, key);
  return [
    toCText(program),
    imageText(view),
    mainText({
      rows: layout.rows,
      rowBytes: layout.rowBytes,
      countersFrom: layout.counters.from,
      countersBytes: layout.counters.bytes,
    }),
  ].join('\n');
}

/** Runs of words that are not all zero. */
function imageText(view: DataView): string {
  const stores: string[] = [];
  for (let at = 0; at + 8 <= view.byteLength; at += 8) {
    const word = view.getBigUint64(at, true);
    if (word !== 0n) stores.push(`{${at}u, 0x${word.toString(16)}ull}`);
  }
  return `static const struct { uint32_t at; uint64_t word; } image[] = {${stores.join(',')}};
static void load_image(void) {
  for (unsigned k = 0; k < sizeof image / sizeof image[0]; k++) memcpy(memory + image[k].at, &image[k].word, 8);
}`;
}

interface Places {
  readonly rows: number;
  readonly rowBytes: number;
  readonly countersFrom: number;
  readonly countersBytes: number;
}

const mainText = ({ rows, rowBytes, countersFrom, countersBytes }: Places): string => `
#include <stdio.h>
#include <time.h>
static uint32_t hash_words(uint32_t hash, const unsigned char *from, size_t bytes) {
  for (size_t at = 0; at < bytes; at += 4) {
    uint32_t word;
    memcpy(&word, from + at, 4);
    hash = (hash ^ word) * 16777619u;
  }
  return hash;
}
static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}
int main(void) {
  int first, runs;
  load_image();
  while (scanf("%d %d", &first, &runs) == 2) {
    uint32_t hash = 2166136261u;
    double spent = 0;
    memset(memory + ${countersFrom}, 0, ${countersBytes});
    for (int done = 0; done < runs; done += ${ROWS_CAPACITY}) {
      int count = runs - done < ${ROWS_CAPACITY} ? runs - done : ${ROWS_CAPACITY};
      double start = seconds();
      k_batch(first + done, count);
      spent += seconds() - start;
      hash = hash_words(hash, memory + ${rows}, (size_t)count * ${rowBytes});
    }
    hash = hash_words(hash, memory + ${countersFrom}, ${countersBytes});
    printf("%.9f %u\\n", spent, hash);
    fflush(stdout);
  }
  return 0;
}
`;
