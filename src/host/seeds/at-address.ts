/** Links in a seed lead to the server that it is sown in, whatever port that listens on. */
import type { SeedFile, SeedWorkItem } from './seed-file';

/** Where a seed file says that the server is. */
const written = 'http://127.0.0.1:8080';

/** The seed with its links, in hyperlinks and in descriptions, at this origin; e.g. http://127.0.0.1:41234 */
export function atAddress(seed: SeedFile, origin: string): SeedFile {
  const moved = (text: string): string => text.replaceAll(written, origin);
  const workItems = seed.workItems.map((item): SeedWorkItem => ({
    ...item,
    ...(item.description === undefined ? {} : { description: moved(item.description) }),
    ...(item.hyperlinks === undefined ? {} : { hyperlinks: item.hyperlinks.map(moved) }),
  }));
  return { ...seed, workItems };
}
