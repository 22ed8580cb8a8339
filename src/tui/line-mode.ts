/** Asks and answers as lines of text, for a screen reader or a pipe. */
import { createInterface } from 'node:readline';

export interface LineMode {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  readonly interrupt: AbortSignal;
}

export interface Dialogue {
  /** What is said first. */
  readonly greet: () => Promise<readonly string[]>;
  /** The answer to a line; null ends the dialogue. */
  readonly answer: (line: string) => Promise<readonly string[] | null>;
}

/** Reads lines until one ends the dialogue, the input ends, or an interruption. */
export async function holdDialogue(
  { input, output, interrupt }: LineMode,
  dialogue: Dialogue,
): Promise<void> {
  const say = (lines: readonly string[]): void => {
    output.write(`${lines.join('\n')}\n`);
  };
  const prompt = (): void => {
    output.write('\n> ');
  };
  const reader = createInterface({ input, terminal: false });
  // From now on: lines that come before the first answer are kept.
  const lines = reader[Symbol.asyncIterator]();
  const close = (): void => reader.close();
  interrupt.addEventListener('abort', close, { once: true });
  try {
    say(await dialogue.greet());
    prompt();
    for await (const line of lines) {
      // A line that was typed is on the screen; one that came through a pipe is not.
      if (input.isTTY !== true) say([line]);
      const said = await dialogue.answer(line);
      if (said === null) break;
      say(said);
      prompt();
    }
    output.write('\n');
  } finally {
    interrupt.removeEventListener('abort', close);
    reader.close();
  }
}
