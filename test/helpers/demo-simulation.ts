/**
 * The simulate screen on made-up runs, for tests that need a real terminal.
 * `demo-simulation.ts [runs] [milliseconds between updates] [mode]`; modes: `crash` and `reject` fail after the
 * second update, `endless` never finishes. Prints how it ended, as the command would, and exits 130 if interrupted.
 */
process.env.NODE_ENV ??= 'production';
const { openSimulation } = await import('../../src/tui/index.ts');
const { crisisScenario } = await import('./crisis-scenario.ts');
const { crisisResult } = await import('./simulation-result.ts');

const [runs = 1000, pace = 100] = process.argv.slice(2, 4).map(Number);
const mode = process.argv[4] ?? '';
const PARTS = 10;

const later = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds));

const end = await openSimulation({
  scenario: crisisScenario(),
  runs,
  manifest: crisisResult(0, runs).manifest,
  stdin: process.stdin,
  stdout: process.stdout,
  noColour: (process.env.NO_COLOR ?? '') !== '',
  start: async (onUpdate, signal, control) => {
    let result = crisisResult(0, runs);
    for (let part = 1; part <= PARTS && !signal.aborted; part += 1) {
      await control.resumed();
      await later(pace);
      result = crisisResult(Math.round((runs * part) / PARTS), runs);
      const secondsLeft = ((PARTS - part) * pace) / 1000;
      onUpdate(result, { done: result.runs, total: runs, secondsLeft });
      if (mode === 'crash' && part === 2)
        setTimeout(() => {
          throw new Error('the demo crashes');
        }, 0);
      if (mode === 'reject' && part === 2) throw new Error('the demo run has a fault');
    }
    while (mode === 'endless' && !signal.aborted) await later(20);
    return result;
  },
});
process.stdout.write(
  `left with ${end.result?.runs ?? 'no'} runs, ${end.interrupted ? 'interrupted' : 'done'}${end.signal === null ? '' : ` by ${end.signal}`}\n`,
);
process.exitCode = end.interrupted ? 130 : 0;
