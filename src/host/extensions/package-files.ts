/** The files of an installed extension, wherever they lie: a folder or the memory that an archive was read into. */
import { isAbsolute, join } from 'node:path';
import { contentTypeOf, readWithin } from '../kernel/files';
import type { DeclaredFile } from './manifest';

export interface PackageFile {
  readonly content: Buffer;
  readonly contentType: string;
}

export interface PackageFiles {
  /** The file at an address below the extension's root, or null where none may be fetched. */
  read(path: string): PackageFile | null;
}

/** Addresses have no leading, doubled or backward slashes. */
export function cleanPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

/** Text has a character set on the wire; what the package says wins over what the name suggests. */
export function wireType(declared: string | undefined, path: string): string {
  if (declared === undefined) return contentTypeOf(path);
  return /^(text\/|application\/(javascript|json))/i.test(declared) && !/charset/i.test(declared)
    ? `${declared}; charset=utf-8`
    : declared;
}

/** Files that were read out of an archive, by address in any case. */
export function filesInMemory(files: ReadonlyMap<string, PackageFile>): PackageFiles {
  const byName = new Map([...files].map(([path, file]) => [path.toLowerCase(), file]));
  return { read: (path) => byName.get(cleanPath(path).toLowerCase()) ?? null };
}

/** A rule of `files`: addresses at or below `address` are found at or below `path`. */
interface Rule {
  readonly address: string;
  readonly path: string;
  readonly contentType: string | undefined;
}

/** What follows the rule's address, or undefined where the rule is about something else. */
function rest(rule: Rule, address: string): string | undefined {
  if (rule.address === '' || rule.address === address) return address.slice(rule.address.length);
  return address.startsWith(`${rule.address}/`) ? address.slice(rule.address.length) : undefined;
}

/**
 * A folder as tfx would pack it: only what `files` marks addressable can be fetched, under its `packagePath`. A manifest
 * that names no files at all opens its whole folder, so that a first page runs before anything is packed.
 */
export function filesInFolder(folder: string, declared: readonly DeclaredFile[] | undefined): PackageFiles {
  const rules = (declared ?? [{ path: '', packagePath: '', contentType: undefined, isAddressable: true }])
    .filter((file) => file.isAddressable && !isAbsolute(file.path))
    .map((file) => ({
      address: cleanPath(file.packagePath ?? file.path),
      path: file.path,
      contentType: file.contentType,
    }));
  return {
    read(path) {
      const address = cleanPath(path);
      // A step up could leave the rule that opened the way.
      if (address.split('/').includes('..')) return null;
      for (const rule of rules) {
        const below = rest(rule, address);
        if (below === undefined) continue;
        const content = readWithin(folder, join(rule.path, below));
        if (content !== null) return { content, contentType: wireType(rule.contentType, address) };
      }
      return null;
    },
  };
}
