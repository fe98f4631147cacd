/** Addresses that the web server of the original refuses before anything of Azure DevOps sees them. */
import { problem } from './problem';

/**
 * Characters that ASP.NET forbids in a decoded path; recorded for the colon, the others are its default list without the
 * backslash: recorded calls name areas and iterations as `%5CParent%5CChild`, and were answered.
 */
const DANGEROUS = /[<>*%&:?]/;

/** True for a raw target that the original's HTTP layer calls an invalid URL: control characters, plain or escaped. */
export function isInvalidUrl(target: string): boolean {
  return /[\p{Cc}]|%[01][0-9a-f]|%7f/iu.test(target.split('?')[0] ?? '');
}

/**
 * @param path as it was sent, with its escapes.
 * @throws Problem 400 HttpException, in the words of recorded answers.
 */
export function requireSafePath(path: string): void {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // A broken escape leads nowhere; that is said by whoever looks for the address.
    return;
  }
  const [found] = DANGEROUS.exec(decoded) ?? [];
  if (found !== undefined)
    throw problem(
      400,
      'HttpException',
      `A potentially dangerous Request.Path value was detected from the client (${found}).`,
    );
}
