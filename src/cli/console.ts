/** What a command may do to the world, so that it can be run in a test. */
export interface CommandWorld {
  readonly environment: NodeJS.ProcessEnv;
  /** The files of the product's own knowledge packages; absent = none came along. */
  readonly knowledge?: readonly unknown[];
  /** A folder of this machine for what the next run may guess; absent = nothing is kept. */
  readonly cache?: string;
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

/** Marks that change the direction of what follows: a title with one turns round the line that it stands in. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Control characters out of texts that came from files and work items: a terminal obeys them. */
export function forTerminal(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is meant here
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').replace(turning, '');
}

/** What shells read between double quotes: those of Linux, of PowerShell (which takes curly ones, too), and cmd. */
const readByShells = /["“”„$`\\!%^]/;

/**
 * The name for a flag in double quotes, or the id where a shell would read something in the name: people copy the line,
 * and a title must not become a command by that.
 */
export function nameInFlag(name: string, id: string): string {
  return readByShells.test(name) || forTerminal(name) !== name ? id : name;
}
