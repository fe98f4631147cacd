/** Which work items a menu was opened for: every menu says it in its own way (platform facts 1.3). */
import { selectedNumbers } from './selection';

/** More rows than anybody looks at one by one. */
const mostItems = 50;

/** The numbers in what an action is told, each once. `ids` first: `rows` only holds what is on the screen. */
export function askedItems(context: unknown): readonly number[] {
  if (typeof context !== 'object' || context === null) return [];
  const told = new Map<string, unknown>(Object.entries(context));
  for (const name of ['ids', 'workItemIds']) {
    const numbers = selectedNumbers(told.get(name));
    if (numbers.length > 0) return [...new Set(numbers)].slice(0, mostItems);
  }
  return selectedNumbers([told.get('id')])
    .concat(selectedNumbers([told.get('workItemId')]))
    .slice(0, 1);
}
