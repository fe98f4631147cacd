/** Entries that another one may name, by what people call them. */
import type { KnowledgePackage } from '../../core/kb/package';
import { extendedBy } from '../../core/kb/rule-text/vocabulary';

export interface EntryOption {
  /** As the entry names it: plain, or `package:id`. */
  readonly ref: string;
  readonly name: string;
}
interface Named {
  readonly id: string;
  readonly name: string;
}

export const byName = (a: EntryOption, b: EntryOption): number => a.name.localeCompare(b.name, 'en');

/** Its own ones, and those of the packages that it extends, which are named with where they are from. */
export function optionsFor(
  own: KnowledgePackage,
  packages: readonly KnowledgePackage[],
  entriesOf: (known: KnowledgePackage) => readonly Named[],
): readonly EntryOption[] {
  return [
    ...entriesOf(own)
      .map(({ id, name }) => ({ ref: id, name }))
      .sort(byName),
    ...extendedBy(own, packages).flatMap((each) =>
      entriesOf(each)
        .map(({ id, name }) => ({ ref: `${each.id}:${id}`, name: `${name} (${each.name})` }))
        .sort(byName),
    ),
  ];
}

export const eventsOf = ({ events }: KnowledgePackage): readonly Named[] => events;
export const mitigationsOf = ({ mitigations }: KnowledgePackage): readonly Named[] => mitigations;
