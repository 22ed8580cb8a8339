/** How the command ends: the exit status and the errors that carry one. */

export const EXIT = { done: 0, fault: 1, usage: 2, scenario: 3, promise: 4, interrupted: 130 } as const;

/** Ends the command with a message for the person who typed it and no stack trace. */
export class CommandError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
