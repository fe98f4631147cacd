/** Which sprint and team the host shows: its configuration at first, then what it tells by `updateContext`. */
import * as v from 'valibot';

const context = v.object({
  iterationId: v.string(),
  team: v.object({ id: v.string(), name: v.string() }),
});
export type SprintPlace = v.InferOutput<typeof context>;

/** The place in what the host says; undefined when it says nothing of the kind. */
export function asSprintPlace(told: unknown): SprintPlace | undefined {
  const result = v.safeParse(context, told);
  return result.success ? result.output : undefined;
}

/** Follows the host. Something without sprint and team is ignored: hosts tell of other changes as well. */
export class SprintContext {
  private readonly listeners = new Set<() => void>();
  current: SprintPlace | undefined;

  constructor(configuration: unknown) {
    this.current = asSprintPlace(configuration);
  }

  /** The tab object that the host finds under the contribution's id (IContributedTab). */
  readonly tab = {
    pageTitle: 'Security',
    name: 'Security',
    updateContext: (told: unknown): void => {
      const place = asSprintPlace(told);
      if (!place || JSON.stringify(place) === JSON.stringify(this.current)) return;
      this.current = place;
      for (const listener of [...this.listeners]) listener();
    },
  };

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
