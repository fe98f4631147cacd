/** Only one person at a time makes Tasks for a model: a claim is a document that only one `create` can win. */
import type { RealisationId } from '../core/model/ids';
import type { StoredDocument } from './ports';
import { DocumentError } from './ports';
import type { Ports } from './ports';

const claimId = 'claim.create';
/**
 * A claim that was not renewed for so long has lost its maker. It is renewed between batches, which take seconds;
 * the rest is room for clocks that differ between machines. Milliseconds.
 */
const timeOut = 10 * 60 * 1000;
/** A claim that was renewed so lately cannot have been taken over. Milliseconds. */
const sureFor = 60 * 1000;

export interface HeldClaim {
  readonly kind: 'held';
  /** False when somebody took the claim over: stop at once, they have read what is there. */
  readonly renew: () => Promise<boolean>;
  /** Gives the claim back if it is still ours. A failure is left to the time-out. */
  readonly release: () => Promise<void>;
}
export type Claim = { readonly kind: 'busy'; readonly since: string } | HeldClaim;

type Place = Pick<Ports, 'documents' | 'clock'> & { readonly collection: string };

/** Undefined when the store says that somebody else was faster. */
async function unlessOutrun(write: Promise<StoredDocument>): Promise<StoredDocument | undefined> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof DocumentError && error.problem !== 'too-large') return undefined;
    throw error;
  }
}

function hold({ documents, clock, collection }: Place, first: StoredDocument): HeldClaim {
  let claim: StoredDocument | undefined = first;
  return {
    kind: 'held',
    renew: async () => {
      const age = Date.parse(clock.now()) - Date.parse(String(claim?.['at']));
      if (claim && !(age >= 0 && age < sureFor)) {
        claim = await unlessOutrun(documents.update(collection, { ...claim, at: clock.now() }));
      }
      return claim !== undefined;
    },
    release: async () => {
      try {
        const there = await documents.get(collection, claimId);
        if (there?.['owner'] === first['owner']) await documents.remove(collection, claimId);
      } catch {
        // What was done is done and must be reported; the claim ends by its time-out.
      }
    },
  };
}

/**
 * Claims the making of the realisations' Tasks. A claim that timed out is taken over under its etag, so that two
 * people who find it cannot both win it.
 */
export async function claimSync(
  ports: Ports,
  collection: string,
  realisations: readonly RealisationId[],
): Promise<Claim> {
  const { documents, clock, newId } = ports;
  const place = { documents, clock, collection };
  const claim = { id: claimId, schema: 1, owner: newId(), at: clock.now(), realisations };
  const won = await unlessOutrun(documents.create(collection, claim));
  if (won) return hold(place, won);
  const held = await documents.get(collection, claimId);
  const since = typeof held?.['at'] === 'string' ? held['at'] : '';
  const age = Date.parse(clock.now()) - Date.parse(since);
  if (!held || age < timeOut) return { kind: 'busy', since };
  const taken = await unlessOutrun(documents.update(collection, { ...claim, __etag: held.__etag }));
  return taken ? hold(place, taken) : { kind: 'busy', since: clock.now() };
}
