/** Mitigations that require one another in a circle could never be begun: each waits for the other. */
import type { KnowledgeMitigation } from './package';
import type { ProblemList } from './problem';

/** Names one place for each circle. Without recursion: a chain may be as long as the package. O(entries + links). */
export function findCircles(
  mitigations: readonly Pick<KnowledgeMitigation, 'id' | 'requires'>[],
  problems: ProblemList,
): void {
  const at = new Map(mitigations.map(({ id }, index) => [id, index]));
  const state = new Map<string, 'open' | 'done'>();
  for (const { id: start } of mitigations) {
    const path: { readonly id: string; next: number }[] = state.has(start) ? [] : [{ id: start, next: 0 }];
    if (path.length > 0) state.set(start, 'open');
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const index = at.get(step.id) ?? -1;
      const required = mitigations[index]?.requires[step.next];
      step.next += 1;
      if (required === undefined) {
        state.set(step.id, 'done');
        path.pop();
      } else if (state.get(required) === 'open') {
        const circle = [...path.slice(path.findIndex(({ id }) => id === required)), { id: required }];
        problems.add(
          `mitigations[${index}].requires[${step.next - 1}]`,
          `The requirements go in a circle: ${circle.map(({ id }) => id).join(', ')}.`.slice(0, 500),
        );
      } else if (!state.has(required) && at.has(required)) {
        state.set(required, 'open');
        path.push({ id: required, next: 0 });
      }
    }
  }
}
