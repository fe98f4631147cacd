/** Replaces a document that must exist; the id is in the body, not in the address. */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { placeOfCall, readDocument, shownDocument, updateDocument } from './documents';

export default endpoint({
  method: 'PATCH',
  route:
    '_apis/ExtensionManagement/InstalledExtensions/{publisher}/{extension}/Data/Scopes/{scopeType}/{scopeValue}/Collections/{collection}/Documents',
  spec: 'supplement ExtensionData_Update',
  handle(call, world) {
    const sent = readDocument(call.body, call.bodyBytes);
    return ok(shownDocument(world.store.transact((tx) => updateDocument(tx, placeOfCall(call), sent))));
  },
});
