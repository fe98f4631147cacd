/** The one place where extension data is got from the hosting page, and by requests beside it. */
import type { IExtensionDataService, ILocationService } from 'azure-devops-extension-api';
import * as SDK from 'azure-devops-extension-sdk';
import { once } from '../../app/once';
import { pageHttp, pageToken, withSlash } from './handshake';
import { hostAnswer, hostPatience } from './host-answer';
import { PageDocuments } from './page-documents';
import { RestDocuments } from './rest-documents';
import { SdkDocuments } from './sdk-documents';

// Spelled out: the package's own constants are const enums in AMD modules, which would come along at run time.
const extensionDataService = 'ms.vss-features.extension-data-service';
const locationService = 'ms.vss-features.location-service';
/** The resource area of extension management (platform facts 2.6). */
const extensionManagement = '6c2b0933-3600-42ae-bf8b-93d4f7e83594';

async function manager() {
  const [service, token] = await Promise.all([
    SDK.getService<IExtensionDataService>(extensionDataService),
    SDK.getAccessToken(),
  ]);
  return service.getExtensionDataManager(SDK.getExtensionContext().id, token);
}

async function address(): Promise<string> {
  const location = await SDK.getService<ILocationService>(locationService);
  return withSlash(await location.getResourceAreaLocation(extensionManagement));
}

async function ownRequests(): Promise<RestDocuments> {
  // Asked for at the same time: before the first request each answer of the page around is waited for.
  let first: Promise<string> | undefined = pageToken();
  first.catch(() => undefined);
  const token = () => {
    const known = first;
    first = undefined;
    return known ?? pageToken();
  };
  const root = await address();
  const [publisher = '', ...extension] = SDK.getExtensionContext().id.split('.');
  return new RestDocuments({ http: pageHttp(token), root, publisher, extension: extension.join('.') });
}

let documents: PageDocuments | undefined;

/** Extension data of the extension that runs here: one for a page. Call after the handshake. */
export function connectDocuments(): PageDocuments {
  documents ??= new PageDocuments({
    host: new SdkDocuments(manager),
    own: once(() => hostAnswer(ownRequests, hostPatience.handle)),
    clock: () => performance.now(),
  });
  return documents;
}
