/** A command that cannot go on: one line for stderr and the exit code that the caller promised. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: number = 2,
  ) {
    super(message);
    this.name = 'CommandError';
  }
}
