/** The one place where extension data is got from the hosting page. */
import type { IExtensionDataService } from 'azure-devops-extension-api';
import * as SDK from 'azure-devops-extension-sdk';
import { SdkDocuments } from './sdk-documents';

// Spelled out: the package's own constant is a const enum in an AMD module, which would come along at run time.
const extensionDataService = 'ms.vss-features.extension-data-service';

async function manager() {
  const [service, token] = await Promise.all([
    SDK.getService<IExtensionDataService>(extensionDataService),
    SDK.getAccessToken(),
  ]);
  return service.getExtensionDataManager(SDK.getExtensionContext().id, token);
}

/** Extension data of the extension that runs here. Call after SDK.init. */
export function connectDocuments(): SdkDocuments {
  return new SdkDocuments(manager);
}
