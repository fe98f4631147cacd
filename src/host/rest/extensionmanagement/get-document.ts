/** One document with its etag. */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { placeOfCall, requireDocument, shownDocument } from './documents';

export default endpoint({
  method: 'GET',
  route:
    '_apis/ExtensionManagement/InstalledExtensions/{publisher}/{extension}/Data/Scopes/{scopeType}/{scopeValue}/Collections/{collection}/Documents/{documentId}',
  spec: 'supplement ExtensionData_Get',
  handle: (call, world) =>
    ok(shownDocument(requireDocument(world.store, placeOfCall(call), call.params.text('documentId')))),
});
