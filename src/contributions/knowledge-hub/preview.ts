/** A draft as it would be once published: the very resolution that everybody then uses. Pure. */
import type { OwnKnowledge } from '../../app/own-knowledge';
import { asRecord } from '../../core/kb/json-record';
import { draftFile } from '../../core/kb/knowledge-draft';
import type { KnowledgeDraft, PublishableFile } from '../../core/kb/knowledge-draft';
import type { KnowledgePackage, PackageSource } from '../../core/kb/package';
import type { Problem } from '../../core/kb/problem';
import { resolveKnowledge } from '../../core/kb/resolve-knowledge';

export interface Preview {
  /** What would be published; undefined when nothing can be. */
  readonly file: PublishableFile | undefined;
  readonly packages: readonly KnowledgePackage[];
  readonly problems: readonly Problem[];
}

/** Why the file does not even say who it is, in a sentence: its first fields are wrong or not there. */
export function unnamedReason(json: unknown): string {
  const record = asRecord(json);
  if (!record) return 'This JSON is neither a knowledge package nor an overlay: it is no object with fields.';
  const wrong = ['id', 'version', 'name'].filter((field) => typeof record[field] !== 'string');
  const texts = wrong.map((field) => `"${field}" must be a text`);
  const { kind } = record;
  const kinds = kind === 'package' || kind === 'overlay' ? [] : ['"kind" must be "package" or "overlay"'];
  return `This JSON is neither a knowledge package nor an overlay: ${[...texts, ...kinds].join(', ')}.`;
}

/** The file when it says who it is; whether it holds is for previewFile to say. */
export function asPublishable(json: unknown): PublishableFile | undefined {
  const record = asRecord(json);
  const { id, version, name, kind } = record ?? {};
  if (typeof id !== 'string' || typeof version !== 'string' || typeof name !== 'string') return undefined;
  return kind === 'package' || kind === 'overlay' ? { ...record, id, version, name, kind } : undefined;
}

const isOwn = (file: unknown): file is PackageSource => asRecord(file) !== undefined;

export function groundOf({ shipped, published }: OwnKnowledge) {
  const files = published.flatMap(({ id, current: { file } }) => (isOwn(file) ? [[id, file] as const] : []));
  return { shipped: new Map(shipped.map(({ id, file }) => [id, file])), published: new Map(files) };
}

/** What everybody would use with the file in place of the one of its id. */
export function previewFile(own: OwnKnowledge, file: PublishableFile): Preview {
  const files = new Map(groundOf(own).published).set(file.id, file);
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const { packages, own: readings } = resolveKnowledge(
    own.shipped,
    sorted.map(([, each]) => each),
  );
  const reading = readings[sorted.findIndex(([id]) => id === file.id)];
  return { file, packages, problems: reading?.kind === 'refused' ? reading.problems : [] };
}

export function previewDraft(own: OwnKnowledge, draft: KnowledgeDraft): Preview {
  const made = draftFile(draft, groundOf(own));
  if (made.kind === 'file') return previewFile(own, made.file);
  return { file: undefined, packages: own.resolved.packages, problems: made.problems };
}
