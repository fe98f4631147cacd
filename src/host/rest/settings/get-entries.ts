/** Setting entries at a key and below it, for everybody ("host") or for the caller ("me"). */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { Opaque } from '../../kernel/wire';
import { ownerOf } from '../../organisation/features';
import { settingsBelow } from '../../organisation/settings';

export default endpoint({
  method: 'GET',
  route: '_apis/Settings/Entries/{userScope}/{*key}',
  spec: 'settings client getEntries',
  handle({ params, user }, world) {
    const found = settingsBelow(world.store, ownerOf(params.text('userScope'), user), params.text('key'));
    const value = Object.fromEntries(found.map((entry) => [entry.key, entry.value]));
    return ok({ count: found.length, value: new Opaque(JSON.stringify(value)) });
  },
});
