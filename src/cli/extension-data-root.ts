/** Where extension data lives: in the cloud another host than the collection, so the service is asked. */
import * as v from 'valibot';
import { accessError, isSuccess } from '../adapters/azdo/http';
import type { Http } from '../adapters/azdo/http';
import { AccessError } from '../app/ports';

/** The resource area of extension management (platform facts 2.6). */
const area = '6c2b0933-3600-42ae-bf8b-93d4f7e83594';

/** The root of the extension data calls, ending in a slash. The adapter still refuses hosts of other providers. */
export async function extensionDataRoot(http: Http, root: string): Promise<string> {
  const url = `${root}_apis/resourceAreas/${area}?api-version=7.1-preview.1`;
  const response = await http.send({ method: 'GET', url });
  if (!isSuccess(response)) throw accessError(response, 'the extension management of this organisation');
  const parsed = v.safeParse(v.object({ locationUrl: v.string() }), response.body);
  if (!parsed.success) {
    throw new AccessError('unexpected', 'Azure DevOps did not say where extension data is kept.');
  }
  const { locationUrl } = parsed.output;
  return locationUrl.endsWith('/') ? locationUrl : `${locationUrl}/`;
}
