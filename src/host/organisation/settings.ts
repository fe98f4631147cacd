/** Settings that pages keep with the organisation, or for one user: opaque values by key. */
import { kind, type Reader, type Transaction } from '../store/store';

export interface SettingEntry {
  readonly key: string;
  /** "host" for everybody, else the id of a user. */
  readonly owner: string;
  readonly value: unknown;
}

const entries = kind<SettingEntry>('settingEntry');

/** Entries at the key and below it; keys are compared without case, as paths. */
export function settingsBelow(reader: Reader, owner: string, key: string): readonly SettingEntry[] {
  const wanted = key.toLowerCase();
  return reader
    .all(entries)
    .filter((entry) => entry.owner === owner)
    .filter((entry) => {
      const own = entry.key.toLowerCase();
      return wanted === '' || own === wanted || own.startsWith(`${wanted}/`);
    });
}

export function setSetting(tx: Transaction, entry: SettingEntry): void {
  tx.put(entries, `${entry.owner}:${entry.key.toLowerCase()}`, entry);
}

export function removeSetting(tx: Transaction, owner: string, key: string): void {
  tx.remove(entries, `${owner}:${key.toLowerCase()}`);
}
