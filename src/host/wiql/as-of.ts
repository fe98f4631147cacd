/** The organisation's work items as they were at an instant. */
import type { Kind, Reader } from '../store/store';
import { revisionsOf } from '../work-items/history';
import { workItems } from '../work-items/types';

/** Everything but the work items is as it is now; items that are deleted now, or did not exist then, are not there. */
export function readerAsOf(reader: Reader, time: number): Reader {
  const then = new Map<string, unknown>();
  for (const item of reader.all(workItems)) {
    if (item.deleted !== undefined) continue;
    const past = revisionsOf(reader, item).filter(
      ({ fields }) => Date.parse(String(fields['System.ChangedDate'])) <= time,
    );
    const last = past[past.length - 1];
    if (last) then.set(String(item.id), last);
  }
  const isOfItems = (of: { readonly name: string }): boolean => of.name === workItems.name;
  return {
    get: <T>(of: Kind<T>, key: string) =>
      isOfItems(of) ? (then.get(key) as T | undefined) : reader.get(of, key),
    all: <T>(of: Kind<T>) => (isOfItems(of) ? ([...then.values()] as T[]) : reader.all(of)),
  };
}
