/** One line for the person who runs the server: things a developer should look at. Never on stdout, which scripts read. */

export function logError(message: string, cause?: unknown): void {
  const detail =
    cause instanceof Error
      ? `\n${cause.stack ?? cause.message}`
      : cause === undefined
        ? ''
        : ` ${String(cause)}`;
  process.stderr.write(`${message}${detail}\n`);
}
