/** Adds a document; the collection comes into being with its first. */
import { created } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { createDocument, placeOfCall, readDocument, shownDocument } from './documents';

export default endpoint({
  method: 'POST',
  route:
    '_apis/ExtensionManagement/InstalledExtensions/{publisher}/{extension}/Data/Scopes/{scopeType}/{scopeValue}/Collections/{collection}/Documents',
  spec: 'supplement ExtensionData_Create',
  handle(call, world) {
    const sent = readDocument(call.body, call.bodyBytes);
    return created(shownDocument(world.store.transact((tx) => createDocument(tx, placeOfCall(call), sent))));
  },
});
