/** Who the token belongs to, for the journal. Asked once, when it is first needed. */
import * as v from 'valibot';
import { isSuccess } from '../adapters/azdo/http';
import type { Http } from '../adapters/azdo/http';
import type { Person } from '../app/task-ports';

const answer = v.object({
  authenticatedUser: v.object({ id: v.string(), providerDisplayName: v.optional(v.string()) }),
});
/** A token that may not ask still works: then nobody is named. */
const nobody: Person = { id: 'unknown', name: 'Somebody with a token' };

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

export function signedIn(http: Http, root: string): () => Promise<Person> {
  let known: Promise<Person> | undefined;
  return () => (known ??= ask(http, root));
}
