/** `POST _apis/wit/$batch`: not in the published specification; callers in the wild use POST and PATCH alike. */
import { endpoint } from '../../kernel/endpoint';
import { namedItems } from './batch-entries';
import { runBatch } from './batch-requests';

export default endpoint({
  method: 'POST',
  route: '_apis/wit/$batch',
  spec: 'supplement Wit_Batch',
  changes: (call) => namedItems(call.body),
  handle: runBatch,
});
