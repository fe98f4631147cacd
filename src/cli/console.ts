/** What a command may do to the world, so that it can be run in a test. */
export interface CommandWorld {
  readonly environment: NodeJS.ProcessEnv;
  /** The files of the product's own knowledge packages; absent = none came along. */
  readonly knowledge?: readonly unknown[];
  /**
   * From the call on Ctrl+C only aborts the signal: what is begun is finished, nothing new is. A command that never
   * asks is ended by Ctrl+C at once.
   */
  readonly stoppable?: () => AbortSignal;
  /** What comes in for a command that reads a stream; absent = the standard input. */
  readonly input?: AsyncIterable<Buffer | string>;
  /** Writes one line of the result. */
  readonly out: (line: string) => void;
  /** Writes one line for the person, not for a program. */
  readonly err: (line: string) => void;
}

/** Control characters out of texts that came from files and work items: a terminal obeys them. */
export function forTerminal(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is meant here
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
