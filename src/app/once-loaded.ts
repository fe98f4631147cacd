/**
 * Loads at the first call, and hands the same out from then on. A failed load rejects for those who wait for it and is
 * tried again by the next: a network that was gone for a moment must not cost a page its code until it is reloaded.
 */
export function onceLoaded<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
