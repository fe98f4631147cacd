/** Serves files from a folder and from nowhere else. */
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Headers } from './headers';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const COMPRESSIBLE = /^(text\/|application\/json|image\/svg)/;

export interface FileResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

export interface FileRequest {
  /** Decoded path below the folder. */
  readonly path: string;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** The type of a file by its name. */
export function contentTypeOf(path: string): string {
  return TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * The file, compressed when the caller takes gzip, or 304; null when there is none.
 * Resolved through symbolic links before the check, so that neither `..` nor a link leads out of the folder.
 */
export function serveFile(folder: string, request: FileRequest): FileResponse | null {
  const content = readWithin(folder, request.path);
  return content === null ? null : fileResponse(content, contentTypeOf(request.path), request);
}

/** A content as an answer: compressed when the caller takes gzip, or 304 when it has it already. */
export function fileResponse(
  content: Buffer,
  type: string,
  request: Pick<FileRequest, 'acceptEncoding' | 'ifNoneMatch'>,
): FileResponse {
  const isZipped = COMPRESSIBLE.test(type) && /\bgzip\b/.test(request.acceptEncoding ?? '');
  const etag = `"${createHash('sha1').update(content).digest('hex')}${isZipped ? '-gzip' : ''}"`;
  const headers: Headers = {
    'content-type': type,
    etag,
    'cache-control': 'no-cache',
    vary: 'Accept-Encoding',
  };
  if (request.ifNoneMatch === etag) return { status: 304, headers, body: Buffer.alloc(0) };
  if (isZipped) headers['content-encoding'] = 'gzip';
  return { status: 200, headers, body: isZipped ? gzipSync(content) : content };
}

/** The content of a file at a decoded path below the folder, or null for anything else. */
export function readWithin(folder: string, path: string): Buffer | null {
  const file = fileWithin(folder, path);
  return file === null ? null : readFileSync(file);
}

function fileWithin(folder: string, path: string): string | null {
  if (path.includes('\0')) return null;
  try {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, path));
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : null;
  } catch {
    // Missing files and folders: not found, whatever the reason.
    return null;
  }
}
