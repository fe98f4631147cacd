/** Sets setting entries: a body of key to value, for everybody ("host") or for the caller ("me"). */
import { noContent } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { ownerOf, requireOwnerEditor } from '../../organisation/features';
import { removeSetting, setSetting } from '../../organisation/settings';

const LONGEST_KEY = 400;

export default endpoint({
  method: 'PATCH',
  route: '_apis/Settings/Entries/{userScope}',
  spec: 'settings client setEntries',
  handle({ params, body, user }, world) {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw problem(400, 'VssPropertyValidationException', 'The body must be an object of keys and values.');
    const owner = ownerOf(params.text('userScope'), user);
    requireOwnerEditor(owner, user);
    const changes = Object.entries(body);
    const wrong = changes.find(([key]) => key === '' || key.length > LONGEST_KEY || /\p{Cc}/u.test(key));
    if (wrong)
      throw problem(400, 'VssPropertyValidationException', `A key must have 1 to ${LONGEST_KEY} characters.`);
    world.store.transact((tx) => {
      for (const [key, value] of changes)
        if (value === null) removeSetting(tx, owner, key);
        else setSetting(tx, { key, owner, value });
    });
    return noContent();
  },
});
