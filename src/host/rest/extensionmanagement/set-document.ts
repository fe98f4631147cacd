/** Creates or replaces a document; the id is in the body, not in the address. */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { placeOfCall, readDocument, setDocument, shownDocument } from './documents';

export default endpoint({
  method: 'PUT',
  route:
    '_apis/ExtensionManagement/InstalledExtensions/{publisher}/{extension}/Data/Scopes/{scopeType}/{scopeValue}/Collections/{collection}/Documents',
  spec: 'supplement ExtensionData_Set',
  handle(call, world) {
    const sent = readDocument(call.body, call.bodyBytes);
    return ok(shownDocument(world.store.transact((tx) => setDocument(tx, placeOfCall(call), sent))));
  },
});
