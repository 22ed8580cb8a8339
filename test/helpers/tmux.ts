/** A real terminal for tests: tmux on a private socket, driven by keys and read by capture. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why tests that need tmux are skipped; null where it is there. Where `CI` is set its absence is a failure. */
export function tmuxMissing(): string | null {
  if (spawnSync('tmux', ['-V']).status === 0) return null;
  const why = 'tmux is not installed';
  if ((process.env.CI ?? '') !== '') throw new Error(`${why}, and CI is set`);
  process.stderr.write(`Skipped: ${why}.\n`);
  return why;
}

/** A tester's own settings must not leak into what is tested; Node takes an empty one for a wish, too. */
const SHELL = ['env', '-u', 'CI', '-u', 'FORCE_COLOR', '-u', 'COLORTERM', 'sh'];

let sockets = 0;

export interface TmuxOptions {
  readonly columns: number;
  readonly rows: number;
  readonly env?: Readonly<Record<string, string>>;
}

export class Tmux {
  readonly #socket: string;

  private constructor(socket: string) {
    this.#socket = socket;
  }

  /** A shell in a terminal of that size. */
  static async open({ columns, rows, env = {} }: TmuxOptions): Promise<Tmux> {
    sockets += 1;
    const tmux = new Tmux(`juncture-test-${process.pid}-${sockets}`);
    const size = ['-x', String(columns), '-y', String(rows)];
    const vars = { PS1: '$ ', ENV: '', ...env };
    const pairs = Object.entries(vars).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    await tmux.#tmux(['-f', '/dev/null', 'new-session', '-d', ...size, ...pairs, ...SHELL]);
    await tmux.#tmux(['set-option', '-g', 'status', 'off']);
    await tmux.#tmux(['resize-window', ...size]);
    return tmux;
  }

  async #tmux(args: readonly string[]): Promise<string> {
    const { stdout } = await run('tmux', ['-L', this.#socket, ...args]);
    return stdout;
  }

  /** Names of keys as tmux has them (`C-c`, `Tab`, `Down`); others are typed letter by letter. */
  async keys(...keys: readonly string[]): Promise<void> {
    await this.#tmux(['send-keys', ...keys]);
  }

  async type(text: string): Promise<void> {
    await this.#tmux(['send-keys', '-l', text]);
  }

  async resize(columns: number, rows: number): Promise<void> {
    await this.#tmux(['resize-window', '-x', String(columns), '-y', String(rows)]);
  }

  async screen(): Promise<string> {
    return this.#tmux(['capture-pane', '-p']);
  }

  /** With colours, as escape sequences. */
  async colouredScreen(): Promise<string> {
    return this.#tmux(['capture-pane', '-e', '-p']);
  }

  /** What was scrolled off the top, and what is seen. */
  async scrollback(): Promise<string> {
    return this.#tmux(['capture-pane', '-p', '-S', '-']);
  }

  /** A format such as `#{alternate_on}`. */
  async ask(format: string): Promise<string> {
    return (await this.#tmux(['display-message', '-p', format])).trim();
  }

  /** Polls until the screen shows it; on failure the error holds what was seen last. */
  async shows(wanted: string | RegExp): Promise<string> {
    const deadline = performance.now() + 60_000;
    for (;;) {
      const screen = await this.screen();
      if (typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen)) return screen;
      if (performance.now() > deadline) throw new Error(`Never shown: ${String(wanted)}\n${screen}`);
      await new Promise((go) => setTimeout(go, 50));
    }
  }

  async close(): Promise<void> {
    await this.#tmux(['kill-server']).catch(() => {});
  }
}
