/** Runs the built command as a user would: a process of its own, its streams captured. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const COMMAND = fileURLToPath(new URL('../../dist/bin/juncture.js', import.meta.url));

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { CI: _, FORCE_COLOR: __, ...inherited } = process.env;
  return { ...inherited, ...extra };
}

function requireBuild(): void {
  if (!existsSync(COMMAND)) throw new Error('The command is not built. Run: npm run build');
}

/** The command's end and all it wrote. */
export function juncture(args: readonly string[], { cwd, env }: RunOptions = {}): Finished {
  requireBuild();
  const done = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: environment(env),
    ...(cwd === undefined ? {} : { cwd }),
  });
  return { status: done.status, stdout: done.stdout, stderr: done.stderr };
}

/** Starts the command and sends it a signal once `ready` is true of what it wrote to standard error or output. */
export function interrupted(
  args: readonly string[],
  { afterMs, signal }: { readonly afterMs: number; readonly signal: NodeJS.Signals },
): Promise<Finished> {
  requireBuild();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args], { env: environment() });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    setTimeout(() => child.kill(signal), afterMs);
  });
}
