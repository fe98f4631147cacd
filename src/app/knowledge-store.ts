/**
 * The organisation's own packages and overlays in extension data: a head per file that names its parts, and the parts,
 * which never change. A head is written after its parts and deleted before them, so every prefix of a write is whole.
 * Any member can write there: what does not hold is named and not used.
 */
import * as v from 'valibot';
import { contentHash } from '../core/kb/content-hash';
import { isTooDeep } from '../core/kb/json-depth';
import { textHash } from '../core/model/text-hash';
import type { Documents, Ports, StoredDocument } from './ports';
import { DocumentError } from './ports';
import { joinedText, textParts } from './text-parts';

/** Of the whole organisation: no project in its name. */
export const knowledgeCollection = 'w1.knowledge';
/** Parts of one file: 4 million code units, four times the largest template that was seen. */
const mostParts = 40;
const mostFiles = 100;

const line = v.pipe(v.string(), v.maxLength(1024));
const parts = v.pipe(v.array(v.pipe(v.string(), v.maxLength(50))), v.minLength(1), v.maxLength(mostParts));
const version = v.object({
  version: line,
  hash: line,
  parts,
  at: line,
  by: line,
});
const head = v.object({
  schema: v.literal(1),
  kind: v.picklist(['package', 'overlay']),
  package: line,
  name: line,
  current: version,
  previous: v.exactOptional(version),
});

export interface PublishedVersion {
  readonly version: string;
  readonly hash: string;
  /** ISO instant. */
  readonly at: string;
  /** As the page that wrote it said; the store records no author. */
  readonly by: string;
  /** JSON of the file; undefined = a part of it is missing or was changed. */
  readonly file: unknown;
}
export interface PublishedFile {
  readonly id: string;
  readonly kind: 'package' | 'overlay';
  readonly name: string;
  readonly current: PublishedVersion;
  /** What `current` replaced: the way back. */
  readonly previous?: PublishedVersion;
}
interface Stored {
  readonly document: StoredDocument;
  readonly head: v.InferOutput<typeof head>;
}

/** Why a publication was not written, as one sentence. */
export class PublicationError extends Error {
  constructor(
    readonly problem: 'outdated' | 'too-large' | 'too-many',
    sentence: string,
  ) {
    super(sentence);
    this.name = 'PublicationError';
  }
}

const headId = (id: string) => `head.${textHash(id)}`;

/** The value of a text that somebody may have written by hand, if it is the one that the hash names. */
function fileOf(text: string | undefined, hash: string): unknown {
  if (text === undefined) return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return isTooDeep(json) === undefined && contentHash(json) === hash ? json : undefined;
  } catch {
    return undefined;
  }
}

async function readHeads(documents: Documents) {
  const list = await documents.list(knowledgeCollection);
  const byId = new Map(list.map((document) => [document.id, document]));
  const heads = list.flatMap((document): readonly Stored[] => {
    const parsed = v.safeParse(head, document);
    // The id of a head follows from what it is the head of: one under another id is nobody's.
    const holds = parsed.success && document.id === headId(parsed.output.package);
    return holds ? [{ document, head: parsed.output }] : [];
  });
  return { heads: heads.slice(0, mostFiles), byId };
}

/** Everything that is published, by id. One request. Rejects with AccessError. */
export async function readPublished(documents: Documents): Promise<readonly PublishedFile[]> {
  const { heads, byId } = await readHeads(documents);
  const versionOf = (stored: v.InferOutput<typeof version>): PublishedVersion => ({
    version: stored.version,
    hash: stored.hash,
    at: stored.at,
    by: stored.by,
    file: fileOf(joinedText(stored.parts, byId), stored.hash),
  });
  return heads
    .map(({ head: { package: id, kind, name, current, previous } }) => ({
      id,
      kind,
      name,
      current: versionOf(current),
      ...(previous ? { previous: versionOf(previous) } : {}),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export interface Publication {
  /** JSON of a package or overlay that was resolved without a problem. */
  readonly file: Readonly<Record<string, unknown>> & {
    readonly id: string;
    readonly version: string;
    readonly name: string;
    readonly kind: 'package' | 'overlay';
  };
  /** Hash of what it replaces; undefined = nothing is published under the id. */
  readonly replaces: string | undefined;
}

const outdated = (id: string) =>
  new PublicationError('outdated', `Somebody else published "${id}" meanwhile; look at what it says now.`);

async function createAll(documents: Documents, made: ReturnType<typeof textParts>): Promise<void> {
  for (const part of made) {
    try {
      await documents.create(knowledgeCollection, part);
    } catch (error) {
      // The same content has the same id: an earlier try that was cut off wrote it.
      if (!(error instanceof DocumentError) || error.problem !== 'exists') throw error;
      const there = await documents.get(knowledgeCollection, part.id);
      if (there && there['text'] !== part.text)
        await documents.update(knowledgeCollection, { ...part, __etag: there.__etag });
    }
  }
}

async function removeParts(documents: Documents, ids: readonly string[]): Promise<void> {
  for (const id of ids) await documents.remove(knowledgeCollection, id);
}

/** Rejects with PublicationError or AccessError. Publishing the same content again writes nothing. */
export async function publishKnowledge(
  ports: Pick<Ports, 'documents' | 'clock' | 'person'>,
  { file, replaces }: Publication,
): Promise<void> {
  const { documents } = ports;
  const { heads } = await readHeads(documents);
  const there = heads.find(({ head: each }) => each.package === file.id);
  const hash = contentHash(file);
  if (there?.head.current.hash === hash) return;
  if (there?.head.current.hash !== replaces) throw outdated(file.id);
  if (!there && heads.length >= mostFiles)
    throw new PublicationError('too-many', `An organisation can publish ${mostFiles} packages and overlays.`);
  const made = textParts(`part.${textHash(file.id)}.${hash}`, JSON.stringify(file));
  if (made.length > mostParts)
    throw new PublicationError('too-large', 'This is too large to be published; leave something out.');
  await createAll(documents, made);
  const by = (await ports.person?.())?.name ?? 'unknown';
  const ids = made.map(({ id }) => id);
  const content = {
    id: headId(file.id),
    schema: 1,
    kind: file.kind,
    package: file.id,
    name: file.name,
    current: { version: file.version, hash, parts: ids, at: ports.clock.now(), by },
    ...(there ? { previous: there.head.current } : {}),
  };
  try {
    if (there) await documents.update(knowledgeCollection, { ...content, __etag: there.document.__etag });
    else await documents.create(knowledgeCollection, content);
  } catch (error) {
    if (error instanceof DocumentError) throw outdated(file.id);
    throw error;
  }
  const kept = new Set([...ids, ...(there?.head.current.parts ?? [])]);
  await removeParts(
    documents,
    (there?.head.previous?.parts ?? []).filter((id) => !kept.has(id)),
  );
}

/** Takes a file back; models keep what they have of it. Rejects with PublicationError when it is another by now. */
export async function withdrawKnowledge(documents: Documents, id: string, hash: string): Promise<void> {
  const { heads } = await readHeads(documents);
  const there = heads.find(({ head: each }) => each.package === id);
  if (!there) return;
  if (there.head.current.hash !== hash) throw outdated(id);
  await documents.remove(knowledgeCollection, there.document.id);
  await removeParts(documents, [...there.head.current.parts, ...(there.head.previous?.parts ?? [])]);
}
