/** Query errors in the original's form: what is wrong, and the text that causes it in guillemets. */
import { problem, type Problem } from '../kernel/problem';

/** @param message a sentence, with its number where the original has one. @param culprit as it is quoted. */
export function wiqlError(message: string, culprit: string): Problem {
  return problem(400, 'SyntaxException', `${message} The error is caused by «${culprit}».`);
}

/** Points at the token that stands at this place of the query. */
export function errorAt(message: string, query: string, at: number): Problem {
  return wiqlError(message, tokenAt(query, at));
}

/** A whole field, text or word, as written; empty at the end. */
export function tokenAt(query: string, at: number): string {
  return /^\[[^\]]*\]?|^'[^']*'?|^"[^"]*"?|^@?[\w.]+|^[<>]=|^<>|^\S/.exec(query.slice(at))?.[0] ?? '';
}
