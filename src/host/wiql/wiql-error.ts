/** Query errors that point at the place. */
import { problem, type Problem } from '../kernel/problem';

/** 400 with the offending text in guillemets, as the original writes it, and where it stands. */
export function syntaxError(message: string, query: string, at: number): Problem {
  const before = query.slice(0, at);
  const line = before.split('\n').length;
  const column = at - (before.lastIndexOf('\n') + 1) + 1;
  const culprit = /^\[[^\]]*\]|^'[^']*'?|^\S+/.exec(query.slice(at))?.[0] ?? 'end of query';
  return problem(
    400,
    'SyntaxException',
    `TF51006: ${message} The error is caused by «${culprit}» at line ${line}, column ${column}.`,
  );
}
