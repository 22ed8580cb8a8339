/** The seminar in lines of text: for screen readers, pipes and slow lines. */
import { createInterface } from 'node:readline';
import type { PresentEnd } from './open-present.ts';
import { createDesk, type DeskParts } from './present/desk.ts';
import { momentLines, pageLines } from './present/lines/answers.ts';
import { readPresentLine } from './present/lines/commands.ts';

export interface PresentLines extends DeskParts {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  readonly interrupt: AbortSignal;
}

/**
 * Reads lines until `quit` or the end of the input.
 * @throws RunFault where the run cannot come to where the session stands.
 */
export async function openPresentLines(options: PresentLines): Promise<PresentEnd> {
  const { input, output, interrupt, greeting } = options;
  const desk = createDesk({ ...options, greeting: null });
  const { scenario, session } = desk.state();
  const say = (lines: readonly string[]): void => {
    output.write(`${lines.join('\n')}\n`);
  };
  const reader = createInterface({ input, terminal: false });
  // From now on: lines that come before the first answer are kept.
  const lines = reader[Symbol.asyncIterator]();
  const close = (): void => reader.close();
  interrupt.addEventListener('abort', close, { once: true });
  const prompt = (): void => {
    output.write('\n> ');
  };
  try {
    await desk.settled();
    say([
      `${scenario.title}. Run ${session.run}, seed ${session.seed}. help says what can be asked.`,
      ...(greeting === null ? [] : [greeting]),
      ...momentLines(desk.state(), 0),
    ]);
    prompt();
    for await (const line of lines) {
      // A line that was typed is on the screen; one that came through a pipe is not.
      if (input.isTTY !== true) say([line]);
      const read = readPresentLine(desk.state(), line);
      if ('quit' in read) break;
      if ('refused' in read) say([read.refused]);
      else {
        const before = desk.state();
        desk.act(read.request);
        await desk.settled();
        say(pageLines(before, desk.state(), read.request));
      }
      prompt();
    }
    output.write('\n');
    return { session: desk.state().session, interrupted: interrupt.aborted };
  } finally {
    interrupt.removeEventListener('abort', close);
    reader.close();
  }
}
