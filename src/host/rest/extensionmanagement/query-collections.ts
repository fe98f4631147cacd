/** Several collections at once; missing ones are silently left out. */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { sent } from '../../kernel/sent';
import { documentsOrNone, placeOf, shownDocument } from './documents';

export default endpoint({
  method: 'POST',
  route: '_apis/ExtensionManagement/InstalledExtensions/{publisher}/{extension}/ExtensionDataCollectionQuery',
  spec: 'supplement ExtensionData_QueryCollections',
  handle({ params, body, user }, world) {
    const wanted = sent(body, 'collections');
    if (!Array.isArray(wanted))
      throw problem(400, 'InvalidExtensionDataException', 'The body must have a list of collections.');
    const found = wanted.flatMap((one: unknown) => {
      const read = (name: string): string => String(sent(one, name) ?? '');
      const [collection, scopeType, scopeValue] = [
        read('collectionName'),
        read('scopeType'),
        read('scopeValue'),
      ];
      const place = placeOf({
        publisher: params.text('publisher'),
        extension: params.text('extension'),
        scopeType,
        scopeValue,
        collection,
        userId: user.id,
      });
      const documents = documentsOrNone(world.store, place);
      return documents
        ? [{ collectionName: collection, scopeType, scopeValue, documents: documents.map(shownDocument) }]
        : [];
    });
    return list(found);
  },
});
