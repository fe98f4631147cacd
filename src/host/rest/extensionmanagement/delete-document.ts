/** Removes a document; its collection stays. */
import { noContent } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { deleteDocument, placeOfCall } from './documents';

export default endpoint({
  method: 'DELETE',
  route:
    '_apis/ExtensionManagement/InstalledExtensions/{publisher}/{extension}/Data/Scopes/{scopeType}/{scopeValue}/Collections/{collection}/Documents/{documentId}',
  spec: 'supplement ExtensionData_Delete',
  handle(call, world) {
    world.store.transact((tx) => deleteDocument(tx, placeOfCall(call), call.params.text('documentId')));
    return noContent();
  },
});
