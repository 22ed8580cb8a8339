/**
 * Draws docs/screen.svg: opens the lab of the built command in tmux, moves its first assumption, waits until all runs
 * are done, and turns the captured screen into an SVG.
 * `tsx scripts/picture.ts [--out file] [--columns 80] [--rows 24] [--keys 'Left Left'] [-- arguments of juncture]`
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { terminalSvg } from '../src/report/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const COMMAND = ['lab', 'kazakhstan-2022', '--seed', '2022'];
/** What the last runs of every picture say: all of both sides are in. */
const DONE = '100,000 runs';
const PATIENCE_MS = 120_000;
const POLL_MS = 100;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join('docs', 'screen.svg') },
    columns: { type: 'string', default: '80' },
    rows: { type: 'string', default: '24' },
    /** Keys to press when the runs are done, as tmux names them. */
    keys: { type: 'string', default: 'Left Left Left Left' },
  },
});
const [columns, rows] = [Number(values.columns), Number(values.rows)];
const words = positionals.length > 0 ? positionals : COMMAND;

const socket = `juncture-picture-${process.pid}`;
const tmux = (...args: readonly string[]) =>
  execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' });
const pause = () => new Promise((go) => setTimeout(go, POLL_MS));

/** Polls until nothing on the screen has changed for a second. */
async function rests(): Promise<void> {
  let before = '';
  for (let same = 0; same < 1_000 / POLL_MS; same += 1) {
    const screen = tmux('capture-pane', '-p');
    if (screen !== before) same = 0;
    before = screen;
    await pause();
  }
}

/** Polls until the screen holds it. */
async function shows(wanted: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const screen = tmux('capture-pane', '-p');
    if (screen.includes(wanted)) return;
    if (/^ended with \d+$/m.test(screen)) throw new Error(`The command ended at once:\n${screen}`);
    if (Date.now() > deadline) throw new Error(`The screen never showed '${wanted}':\n${screen}`);
    await pause();
  }
}

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;
// Node takes a `CI` or `NO_COLOR` that is there for a wish, even an empty one, and tmux for 256 colours.
const unset = ['CI', 'NO_COLOR', 'TMUX'].flatMap((name) => ['-u', name]);
const program = [process.execPath, join(root, 'dist', 'bin', 'juncture.js')];
const command = ['env', ...unset, ...program, ...words].map(quoted).join(' ');
// Its own: the lab is left without being quit, and what it remembers of that is nobody's.
const stateFolder = mkdtempSync(join(tmpdir(), 'juncture-picture-'));
const environment = ['-e', 'COLORTERM=truecolor', '-e', `XDG_STATE_HOME=${stateFolder}`];
try {
  tmux(
    'new-session',
    '-d',
    '-x',
    String(columns),
    '-y',
    String(rows),
    ...environment,
    `${command}; echo "ended with $?"; sleep 10`,
  );
  tmux('set-option', '-g', 'status', 'off');
  tmux('resize-window', '-x', String(columns), '-y', String(rows));
  await shows(DONE);
  for (const key of values.keys.split(' ').filter((one) => one !== '')) {
    tmux('send-keys', key);
    await pause();
  }
  await rests();
  await shows(DONE);
  const screen = tmux('capture-pane', '-e', '-N', '-p');
  // The screen leaves the terminal's last row free; a picture does without it.
  const picture = terminalSvg(screen, { columns, rows: rows - 1, title: `juncture ${words.join(' ')}` });
  writeFileSync(values.out, picture);
  process.stdout.write(`Wrote ${values.out}.\n`);
} finally {
  spawnSync('tmux', ['-L', socket, 'kill-server']);
  rmSync(stateFolder, { recursive: true, force: true });
}
