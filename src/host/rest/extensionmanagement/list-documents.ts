/** Every document of a collection, as a bare array: known callers read it so. */
import { bare } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { listDocuments, placeOfCall, shownDocument } from './documents';

export default endpoint({
  method: 'GET',
  route:
    '_apis/ExtensionManagement/InstalledExtensions/{publisher}/{extension}/Data/Scopes/{scopeType}/{scopeValue}/Collections/{collection}/Documents',
  spec: 'supplement ExtensionData_List',
  handle: (call, world) => bare(listDocuments(world.store, placeOfCall(call)).map(shownDocument)),
});
