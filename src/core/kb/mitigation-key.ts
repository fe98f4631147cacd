/** How a mitigation or event in a model says from which entry it was copied: `without.core:tls-on-every-hop@1.0.0`. */
import type { Origin } from '../model/parts';
import type { KnowledgeEvent, KnowledgeMitigation } from './package';

export const knowledgeFormat = 'kb';

export function originOf({ package: from, id, version }: KnowledgeMitigation | KnowledgeEvent): Origin {
  return { kind: 'import', format: knowledgeFormat, key: `${from}:${id}@${version}` };
}

/** What the copy of an entry keeps besides: exactly which content it is of, since overlays change it under one version. */
const entryField = 'entry';
export function copyOrigin(entry: KnowledgeMitigation): Origin {
  const { id, version, hash } = entry;
  return {
    kind: 'import',
    format: knowledgeFormat,
    key: `${entry.package}:${id}@${version}`,
    written: { [entryField]: hash },
  };
}

/** The hash of the entry as it was copied; undefined in copies that were made before it was kept. */
export function copiedHash({ origin }: { readonly origin: Origin }): string | undefined {
  return origin.kind === 'import' ? origin.written?.[entryField] : undefined;
}

/** `package:id` of the entry that a mitigation was copied from. */
export function entryNameOf({ origin }: { readonly origin: Origin }): string | undefined {
  if (origin.kind !== 'import' || origin.format !== knowledgeFormat) return undefined;
  const at = origin.key.lastIndexOf('@');
  return at > 0 ? origin.key.slice(0, at) : undefined;
}

/** Begins the names of links among what the origin of a generated threat says was written; `package:id` follows. */
export const linkPrefix = 'link:';

/** Whether the thing of a model is a copy of the entry, from whichever version of the package. */
export function isCopyOf(
  { origin }: { readonly origin: Origin },
  entry: Pick<KnowledgeMitigation | KnowledgeEvent, 'package' | 'id'>,
): boolean {
  return (
    origin.kind === 'import' &&
    origin.format === knowledgeFormat &&
    origin.key.startsWith(`${entry.package}:${entry.id}@`)
  );
}
