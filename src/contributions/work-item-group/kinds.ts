/** Whether an item may be a story: by the process where we know it, else by the names that no process gives a story. */

/** Types of the four standard processes that stand on other backlog levels, or on none (platform facts 6). */
const otherTypes = new Set([
  'Bug',
  'Epic',
  'Feature',
  'Task',
  'Impediment',
  'Change Request',
  'Review',
  'Risk',
  'Feedback Request',
  'Feedback Response',
  'Code Review Request',
  'Code Review Response',
  'Test Case',
  'Test Plan',
  'Test Suite',
  'Shared Steps',
  'Shared Parameter',
]);

export function mayBeStory(type: string, storyTypes: readonly string[] | undefined): boolean {
  return storyTypes && storyTypes.length > 0 ? storyTypes.includes(type) : !otherTypes.has(type);
}
