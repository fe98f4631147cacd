/** Where extension data lives: in the cloud another host than the collection, so the service is asked. */
import * as v from 'valibot';
import { accessError, isSuccess } from '../adapters/azdo/http';
import type { Http } from '../adapters/azdo/http';
import { AccessError } from '../app/ports';

/** The resource area of extension management (platform facts 2.6). */
const area = '6c2b0933-3600-42ae-bf8b-93d4f7e83594';

/** Documented for the cloud (rest-api "Extension Management"), so nobody has to ask there. */
const cloud = 'https://dev.azure.com/';
const cloudData = 'https://extmgmt.dev.azure.com/';

/**
 * The root of the extension data calls, ending in a slash; one request outside the cloud. `root` is the collection URL
 * with a slash at the end. The adapter still refuses hosts of other providers.
 */
export async function extensionDataRoot(http: Http, root: string): Promise<string> {
  if (root.toLowerCase().startsWith(cloud)) return `${cloudData}${root.slice(cloud.length)}`;
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
