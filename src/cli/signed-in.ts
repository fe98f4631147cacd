/** Who the token belongs to: by id as every answer says it, and by name, for the journal, when somebody asks. */
import * as v from 'valibot';
import { isSuccess } from '../adapters/azdo/http';
import type { Http } from '../adapters/azdo/http';
import type { Person } from '../app/task-ports';

const answer = v.object({
  authenticatedUser: v.object({ id: v.string(), providerDisplayName: v.optional(v.string()) }),
});
/** A token that may not ask still works: then nobody is named. */
const nobody: Person = { id: 'unknown', name: 'Somebody with a token' };
/** On every genuine answer of the service: the id of who asked, and the name of the account. */
const userHeader = 'x-vss-userdata';

async function ask(http: Http, root: string): Promise<Person> {
  const response = await http.send({
    method: 'GET',
    url: `${root}_apis/connectionData?api-version=7.1-preview.1`,
  });
  const parsed = isSuccess(response) ? v.safeParse(answer, response.body) : undefined;
  if (!parsed?.success) return nobody;
  const { id, providerDisplayName } = parsed.output.authenticatedUser;
  return { id, name: (providerDisplayName ?? '').slice(0, 200) || nobody.name };
}

/** The id in front of the account; undefined for anything else. */
function idIn(header: string | null): string | undefined {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):/i.exec(header ?? '')?.[1]?.toLowerCase();
}

export interface SignedIn {
  /** Sends as before, and hears what the answers say about who asked. */
  readonly http: Http;
  /** One request, once. */
  readonly person: () => Promise<Person>;
  /** No request; undefined as long as no good answer named anybody. */
  readonly personId: () => string | undefined;
}

export function signedIn(http: Http, root: string): SignedIn {
  let known: Promise<Person> | undefined;
  let id: string | undefined;
  const hearing: Http = {
    send: async (request) => {
      const response = await http.send(request);
      // Of the organisation alone: another host of the provider may name the person otherwise.
      if (isSuccess(response) && request.url.startsWith(root)) id ??= idIn(response.headers.get(userHeader));
      return response;
    },
  };
  return { http: hearing, person: () => (known ??= ask(http, root)), personId: () => id };
}
