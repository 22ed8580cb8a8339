/** Prints the bench's table. Run it on a quiet machine: `npm run bench [futures|kernel|lab|naive|runner|start]`. */
import { benchFutures, FUTURES, OPTIONS } from './futures.ts';
import { benchKernel, benchNaive, MODELS } from './kernel.ts';
import { benchLab, type Latencies } from './lab.ts';
import { benchRunner, type Spread, WORK } from './runner.ts';
import { benchStartUp } from './start-up.ts';

const wanted = process.argv.slice(2);
const isWanted = (part: string): boolean => wanted.length === 0 || wanted.includes(part);
const print = (what: string, value: string, goal = ''): void => {
  process.stdout.write(`${what.padEnd(58)} ${value.padStart(12)}  ${goal}\n`);
};
const thousands = (value: number): string => `${(value / 1000).toFixed(1)} k`;
const ms = (value: number | null): string => (value === null ? 'no tmux' : `${value.toFixed(0)} ms`);

if (isWanted('start')) {
  const { bareNodeMs, helpMs, firstFrameMs, firstResultMs } = benchStartUp();
  print("bare Node's own start", ms(bareNodeMs));
  print('--help, beyond that', ms(helpMs), '≤ 120 ms');
  print('first frame, beyond that', ms(firstFrameMs), '≤ 500 ms');
  print('10,000 runs of the founding case shown, beyond that', ms(firstResultMs));
}
if (isWanted('kernel')) {
  for (const name of Object.keys(MODELS) as (keyof typeof MODELS)[]) {
    const { model, runsASecond, ofC, movedMs, changedMs } = await benchKernel(name);
    print(`${model}: runs a second on one core`, thousands(runsASecond));
    print(
      `${model}: speed of gcc -O3's C from the same program`,
      ofC === null ? 'no gcc' : ofC.toFixed(2),
      '≥ 0.75',
    );
    print(`${model}: 10,000 runs after a moved parameter`, ms(movedMs), '≤ 35 ms');
    print(`${model}: changed structure to 10,000 runs`, ms(changedMs), '≤ 60 ms');
  }
}
if (isWanted('lab')) {
  const bench = await benchLab();
  const spread = ({ median, p90, most }: Latencies, unit: string): string =>
    `${median.toFixed(0)} · ${p90.toFixed(0)} · ${most.toFixed(0)} ${unit}`;
  if (bench === null) print('the lab on a pty', 'no script');
  else {
    const { rough, good, heldFrames, heldGoodMs, bytes, firstBytes, memory } = bench;
    print('key to the first rough frame: median · 90 % · most', spread(rough, 'ms'), '≤ 30 ms');
    print('key to 10,000 runs: median · 90 % · most', spread(good, 'ms'), '≤ 100 ms');
    print('a key held down: frames a second', heldFrames.toFixed(0));
    print('a key held down: its last value to 10,000 runs', ms(heldGoodMs));
    print('bytes of a frame at 80 × 24: median · 90 % · most', spread(bytes, 'B'));
    print('bytes of the first frame', `${firstBytes.toFixed(0)} B`);
    print(
      'memory before and after 1,000 moves',
      `${memory.before.toFixed(0)} → ${memory.after.toFixed(0)} MB`,
    );
  }
}
if (isWanted('naive')) {
  const { naiveRunsASecond, times } = benchNaive();
  print('bench model: naive XState + mathjs + seedrandom, runs a second', naiveRunsASecond.toFixed(0));
  print('bench model: the kernel against it', `${times.toFixed(0)} ×`, '≥ 450 ×');
}
if (isWanted('runner')) {
  const bench = await benchRunner();
  const runsASecond = ({ best, median }: Spread): string =>
    `${thousands((1_000 * WORK) / best)}, median ${thousands((1_000 * WORK) / median)}`;
  const spread = ({ best, median }: Spread): string => `${ms(best)}, median ${ms(median)}`;
  print('founding case: runs a second, one worker', runsASecond(bench.one));
  print('founding case: runs a second, two workers', runsASecond(bench.two));
  const { best, median } = bench.ratio;
  print('two workers against one', `${best.toFixed(2)} ×, median ${median.toFixed(2)} ×`, '≥ 1.9 ×');
  print('pool started to 10,000 runs', ms(bench.coldMs));
  print('10,000 runs after a moved parameter, one worker', spread(bench.movedOne));
  print('10,000 runs after a moved parameter, two workers', spread(bench.movedTwo));
  print('first live picture of a million runs', ms(bench.firstPictureMs));
  for (const { runs, megabytes } of bench.memory) {
    print(`memory of the command for ${runs.toLocaleString('en')} runs`, `${megabytes.toFixed(0)} MB`);
  }
}
if (isWanted('futures')) {
  const { best, median } = await benchFutures();
  const what = `${OPTIONS} options × ${FUTURES.toLocaleString('en')} futures of the founding case`;
  print(what, `${ms(best)}, median ${ms(median)}`, '≤ 300 ms');
}
