/** The files of installed extensions on their own origin, at the path the original's content network uses. */
import type { InstalledExtension } from '../organisation/extensions';
import { fileResponse, type FileResponse } from './files';

export interface GalleryRequest {
  readonly publisher: string;
  /** Raw path, e.g. `/extensions/pub/ext/1.0.0/dist/hub.html`. */
  readonly path: string;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** Null for anything but a file of exactly the installed version. */
export function serveExtensionFile(
  extensions: readonly InstalledExtension[],
  request: GalleryRequest,
): FileResponse | null {
  const [, publisher, name, version, rest] =
    /^\/extensions\/([^/]+)\/([^/]+)\/([^/]+)\/(.+)$/.exec(decoded(request.path)) ?? [];
  const extension = extensions.find(
    (one) =>
      one.publisherId.toLowerCase() === publisher?.toLowerCase() &&
      one.publisherId.toLowerCase() === request.publisher &&
      one.extensionId.toLowerCase() === name?.toLowerCase() &&
      one.version === version,
  );
  if (!extension || rest === undefined) return null;
  const file = extension.packageFiles.read(rest);
  if (!file) return null;
  const response = fileResponse(file.content, file.contentType, request);
  return {
    ...response,
    headers: { ...response.headers, 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' },
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
