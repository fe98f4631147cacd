/** Why an extension was not installed, in one line for the person who named it on the command line. */
export class ExtensionRefusal extends Error {
  override readonly name = 'ExtensionRefusal';

  /** @param path as it was given. @param reason a clause such as "has no publisher". */
  constructor(path: string, reason: string) {
    // A name or message out of a hostile archive must neither break the line nor flood the terminal.
    super(`The extension ${path} was not installed: ${plain(reason)}.`);
  }
}

const LONGEST = 300;

function plain(text: string): string {
  return [...text]
    .map((letter) => (letter < ' ' || letter === '\u007f' ? ' ' : letter))
    .join('')
    .slice(0, LONGEST);
}
