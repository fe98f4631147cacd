/** One line for the developer's console: reached through globalThis, since only this file of the shell may write there. */

export function tellDeveloper(message: string): void {
  globalThis.console.error(message);
}
