/** The seminar in lines of text: for screen readers, pipes and slow lines. */
import { heldWords } from '../report/index.ts';
import { holdDialogue, type LineMode } from './line-mode.ts';
import type { PresentEnd } from './open-present.ts';
import { createDesk, type DeskParts } from './present/desk.ts';
import { momentLines, pageLines } from './present/lines/answers.ts';
import { readPresentLine } from './present/lines/commands.ts';

export type PresentLines = DeskParts & LineMode;

/**
 * Reads lines until `quit` or the end of the input.
 * @throws RunFault where the run cannot come to where the session stands.
 */
export async function openPresentLines(options: PresentLines): Promise<PresentEnd> {
  const { interrupt, greeting } = options;
  const desk = createDesk({ ...options, greeting: null });
  const { scenario, session } = desk.state();
  const held = heldWords(session);
  await holdDialogue(options, {
    greet: async () => {
      await desk.settled();
      return [
        `${scenario.title}. Run ${session.run}, seed ${session.seed}${held === '' ? '' : `, ${held}`}. help says what can be asked.`,
        ...(greeting === null ? [] : [greeting]),
        ...momentLines(desk.state(), 0),
      ];
    },
    answer: async (line) => {
      const read = readPresentLine(desk.state(), line);
      if ('quit' in read) return null;
      if ('refused' in read) return [read.refused];
      const before = desk.state();
      desk.act(read.request);
      await desk.settled();
      return pageLines(before, desk.state(), read.request);
    },
  });
  return { session: desk.state().session, interrupted: interrupt.aborted };
}
