/** State categories: the only thing about a work item's state that is the same in every process (platform facts 6). */
export const stateCategories = ['Proposed', 'InProgress', 'Resolved', 'Completed', 'Removed'] as const;
export type StateCategory = (typeof stateCategories)[number];

/** The category for the service's word, or undefined for a word that we do not know. */
export function asStateCategory(text: string): StateCategory | undefined {
  return stateCategories.find((category) => category === text);
}
