/**
 * Asks at the first call, and hands the same answer out from then on; callers at the same time share one. What failed
 * rejects for those who wait for it and is asked again by the next: a network that was gone for a moment must not cost a
 * page that part until it is reloaded.
 */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}
