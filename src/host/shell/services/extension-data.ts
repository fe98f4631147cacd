/** ms.vss-features.extension-data-service: documents over the REST of extension data, with the token the page gives. */
import { service } from '../xdm/service';

export interface DocumentOptions {
  readonly scopeType?: string;
  readonly scopeValue?: string;
  readonly defaultValue?: unknown;
}

/** An argument that a page leaves out or gives as undefined arrives as null: it crosses the channel inside a JSON array. */
type Options = DocumentOptions | null | undefined;

interface StoredDocument {
  readonly id?: string;
  readonly value?: unknown;
}

/** What the generated client of the original throws; extensions look at `serverError.typeKey`. */
class WebApiException extends Error {
  override readonly name = 'TFS.WebApi.Exception';
  constructor(
    readonly status: number,
    readonly responseText: string,
    readonly serverError: unknown,
    message: string,
  ) {
    super(message);
  }
}

/** Collection of getValue and setValue on the original. */
const settings = '$settings';
const accept =
  'application/json;api-version=7.2-preview.1;excludeUrls=true;enumsAsNumbers=true;msDateFormat=true;noArrayWrap=true';

async function exceptionOf(answer: Response): Promise<WebApiException> {
  const text = await answer.text();
  let serverError: unknown;
  try {
    serverError = JSON.parse(text);
  } catch {
    // Not JSON (a proxy's page, say): the status line must do.
  }
  const told =
    typeof serverError === 'object' && serverError !== null && 'message' in serverError
      ? serverError.message
      : '';
  const message = typeof told === 'string' && told !== '' ? told : `${answer.status}: ${answer.statusText}`;
  return new WebApiException(answer.status, text, serverError, message);
}

type Send = (method: string, path: string, body?: unknown) => Promise<unknown>;

function sender(root: string, accessToken: string): Send {
  return async (method, path, body) => {
    const answer = await fetch(root + path, {
      method,
      headers: {
        Accept: accept,
        Authorization: `Bearer ${accessToken}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw await exceptionOf(answer);
    const text = await answer.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
}

/** Default/Current is organisation-wide; User without a value means the caller, as on the original. */
export function documentsPath(collection: string, options: Options, id?: string): string {
  const scope = options?.scopeType ?? 'Default';
  const value = options?.scopeValue ?? (scope.toLowerCase() === 'user' ? 'Me' : 'Current');
  const parts = [
    'Data',
    'Scopes',
    scope,
    value,
    'Collections',
    collection,
    'Documents',
    ...(id === undefined ? [] : [id]),
  ];
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

function documentsOf(send: Send) {
  const query = (collections: readonly object[]) =>
    send('POST', '/ExtensionDataCollectionQuery', { collections });
  return {
    async getValue(key: string, options?: Options): Promise<unknown> {
      try {
        const stored = (await send('GET', documentsPath(settings, options, key))) as StoredDocument;
        return stored.value ?? options?.defaultValue;
      } catch {
        // The original swallows every failure here, not only a missing key; extensions rely on it.
        return options?.defaultValue;
      }
    },
    async setValue(key: string, value: unknown, options?: Options): Promise<unknown> {
      const stored = await send('PUT', documentsPath(settings, options), { id: key, value, __etag: -1 });
      return (stored as StoredDocument).value;
    },
    getDocument: (name: string, id: string, options?: Options) =>
      send('GET', documentsPath(name, options, id)),
    getDocuments: (name: string, options?: Options) => send('GET', documentsPath(name, options)),
    createDocument: (name: string, doc: object, options?: Options) =>
      send('POST', documentsPath(name, options), doc),
    setDocument: (name: string, doc: object, options?: Options) =>
      send('PUT', documentsPath(name, options), doc),
    updateDocument: (name: string, doc: object, options?: Options) =>
      send('PATCH', documentsPath(name, options), doc),
    deleteDocument: (name: string, id: string, options?: Options) =>
      send('DELETE', documentsPath(name, options, id)),
    queryCollections: query,
    queryCollectionsByName: (names: readonly string[]) =>
      query(names.map((collectionName) => ({ collectionName, scopeType: 'Default', scopeValue: 'Current' }))),
  };
}

export default service({
  id: 'ms.vss-features.extension-data-service',
  create: ({ shell }) => ({
    /** @param extensionId publisher.extension */
    getExtensionDataManager(extensionId: string, accessToken: string) {
      const dot = extensionId.indexOf('.');
      if (dot < 1)
        throw new Error(`"${extensionId}" is not an extension id of the form publisher.extension.`);
      const name = [extensionId.slice(0, dot), extensionId.slice(dot + 1)].map(encodeURIComponent).join('/');
      const root = `${shell().bootstrap.collectionUrl}/_apis/ExtensionManagement/InstalledExtensions/${name}`;
      return documentsOf(sender(root, accessToken));
    },
  }),
});
