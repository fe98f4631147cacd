/** Puts the opaque documents of a seed where the extension will look for them. */
import type { InstalledExtension } from '../organisation/extensions';
import { facts } from '../organisation/types';
import { createDocument, placeOf, readDocument } from '../rest/extensionmanagement/documents';
import type { Transaction } from '../store/store';
import type { SeedFile } from './seed-file';

/** Done once per store, at the first start with an extension installed: before the first build there is none. */
export function sowDocuments(
  tx: Transaction,
  seed: SeedFile,
  extensions: readonly InstalledExtension[],
): void {
  const first = extensions[0];
  if (!first || tx.get(facts, 'documents') !== undefined) return;
  tx.put(facts, 'documents', 'sown');
  for (const group of seed.documents ?? []) {
    const place = placeOf({
      publisher: group.publisher ?? first.publisherId,
      extension: group.extension ?? first.extensionId,
      scopeType: 'Default',
      scopeValue: 'Current',
      collection: group.collection,
      userId: '',
    });
    for (const document of group.documents) createDocument(tx, place, readDocument(document, 0));
  }
}
