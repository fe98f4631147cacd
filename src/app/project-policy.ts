/** The policy of a project: read with every model, written by a person in the project's settings. */
import { formPolicy } from '../core/model/project-policy';
import type { ProjectPolicy } from '../core/model/project-policy';
import { byWorkItemCollection } from '../core/store/by-work-item';
import { asRecord } from '../core/store/collections';
import { policyCollection, policyDocument, policyId, readPolicy } from '../core/store/read-policy';
import type { PolicyReading } from '../core/store/read-policy';
import { ModelError } from './model-error';
import { DocumentError } from './ports';
import type { Documents, Ports, StoredDocument, TeamMember } from './ports';

export interface OpenedPolicy extends PolicyReading {
  /** As it was stored when it was read. */
  readonly stored: StoredDocument | undefined;
}

/** One request. Rejects with AccessError. */
export async function openPolicy(
  { documents }: Pick<Ports, 'documents'>,
  projectId: string,
): Promise<OpenedPolicy> {
  const stored = await documents.get(policyCollection(projectId), policyId);
  return { ...readPolicy(stored), stored };
}

/** A policy that was read so long ago is read again. Milliseconds. */
const freshFor = 60_000;

/**
 * Reads the policy for whatever opens models one after the other, at most once a minute: a look at a model that has not
 * changed is no reason to ask for the policy each time.
 */
export function recentPolicy(
  ports: Pick<Ports, 'documents' | 'clock'>,
  projectId: string,
): () => Promise<PolicyReading> {
  let known: { readonly at: number; readonly reading: Promise<PolicyReading> } | undefined;
  return () => {
    const at = Date.parse(ports.clock.now());
    if (!known || at - known.at >= freshFor) {
      const reading = openPolicy(ports, projectId);
      known = { at, reading };
      reading.catch(() => (known = undefined));
    }
    return known.reading;
  };
}

export type MayEdit =
  | { readonly kind: 'yes' }
  /** `who` may be asked instead. */
  | { readonly kind: 'no'; readonly who: readonly string[] };

/**
 * Who is expected to change the policy. Extension data has no permissions, so this keeps honest people from mistakes
 * and is said as such. Where no team names an administrator, or the service does not tell, everybody may.
 */
export function mayEditPolicy(
  policy: ProjectPolicy | undefined,
  members: readonly TeamMember[] | undefined,
  personId: string | undefined,
): MayEdit {
  const administrators = (members ?? []).filter((each) => each.isAdministrator);
  if (policy?.editors === 'everybody' || administrators.length === 0) return { kind: 'yes' };
  const isOne = administrators.some(({ id }) => id.toLowerCase() === personId?.toLowerCase());
  return isOne ? { kind: 'yes' } : { kind: 'no', who: administrators.map(({ name }) => name) };
}

/** Asks who administers, at most two requests. Never rejects: what is not told keeps nobody from editing. */
export async function policyRights(
  { members, person }: Pick<Ports, 'members' | 'person'>,
  policy: ProjectPolicy | undefined,
): Promise<MayEdit> {
  const [list, me] = await Promise.all([
    members?.list().catch(() => undefined),
    person?.().catch(() => undefined),
  ]);
  return mayEditPolicy(policy, list, me?.id);
}

/**
 * Stores the policy over the one that was opened. Rejects with ModelError `busy` when somebody else changed it
 * meanwhile, `read-only` when a newer version wrote it, or with AccessError.
 */
export async function savePolicy(
  { documents, clock, person }: Pick<Ports, 'documents' | 'clock' | 'person'>,
  projectId: string,
  opened: OpenedPolicy,
  next: ProjectPolicy,
): Promise<OpenedPolicy> {
  if (opened.readOnly !== undefined) throw new ModelError('read-only', opened.problem ?? 'Read-only.');
  const name = (await person?.().catch(() => undefined))?.name ?? 'Somebody';
  const document = policyDocument(next, opened, { name, at: clock.now() });
  const collection = policyCollection(projectId);
  try {
    const stored = opened.stored
      ? await documents.update(collection, { ...document, __etag: opened.stored.__etag })
      : await documents.create(collection, document);
    await tellForms(documents, projectId, next);
    return { ...readPolicy(stored), stored };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new ModelError('busy', 'Somebody else changed the policies meanwhile. Look at theirs first.');
  }
}

/**
 * A work item's form reads one document, so each of them carries what it needs of the policy. One that cannot be
 * written now is mended when a model with that item is saved or opened.
 */
async function tellForms(documents: Documents, projectId: string, policy: ProjectPolicy): Promise<void> {
  const collection = byWorkItemCollection(projectId);
  const short = formPolicy({ policy });
  try {
    for (const document of await documents.list(collection))
      if (asRecord(document['models'])) await documents.update(collection, { ...document, policy: short });
  } catch {
    // Derived data never fails a save.
  }
}
