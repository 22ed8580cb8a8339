/** A disk that does not take what is written to it, told to the person at the command. */
import { commandLine } from '../../experiment/index.ts';

/** The command that goes on with a folder. */
export const resumeCommand = (folder: string): string => commandLine(['juncture', 'resume', folder]);

/** What went wrong with a folder of data, that what was done is kept, and how to go on. */
export function diskWords(folder: string, { code, message }: NodeJS.ErrnoException): string {
  const full = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
  const what = full
    ? `There is no room left to write '${folder}'.`
    : `'${folder}' could not be written: ${message}`;
  return `${what}\n  What was done is kept. ${full ? 'Make room, then go' : 'Go'} on with: ${resumeCommand(folder)}`;
}
