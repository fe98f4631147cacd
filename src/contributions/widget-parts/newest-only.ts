/** For what is read on demand and drawn in one place: a slow answer to an old question must not replace a newer one. */

/**
 * Reads for each question, and hands an answer to `show` unless a later question was asked meanwhile. A failure
 * rejects, but that of an old question is nobody's any more.
 */
export function newestOnly<Q, A>(
  read: (question: Q) => Promise<A>,
  show: (answer: A, question: Q) => void,
): (question: Q) => Promise<void> {
  let asked = 0;
  return async (question) => {
    asked += 1;
    const own = asked;
    try {
      const answer = await read(question);
      if (own === asked) show(answer, question);
    } catch (error) {
      if (own === asked) throw error;
    }
  };
}
