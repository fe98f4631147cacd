import type { Contribution, InstalledExtension } from './bootstrap';
import { activeExtensions } from './features';

function hub(id: string, more: Partial<Contribution> = {}): Contribution {
  const properties = { name: id, uri: 'a.html' };
  return { id, fullId: `acme.tools.${id}`, type: 'ms.vss-web.hub', targets: [], properties, ...more };
}

function shownOf(...contributions: Contribution[]): readonly string[] {
  const extension: InstalledExtension = {
    publisherId: 'acme',
    extensionId: 'tools',
    version: '1.0.0',
    name: 'Tools',
    description: '',
    scopes: [],
    oldSdkPages: [],
    missingPages: [],
    baseUri: 'http://acme.gallerycdn.localhost:1/tools/',
    contributions,
  };
  const [active] = activeExtensions([extension], { states: [], userId: 'somebody' });
  return active?.contributions.map(({ id }) => id) ?? [];
}

test('a contribution is for members unless it says otherwise', () => {
  const shown = shownOf(
    hub('silent'),
    hub('members', { restrictedTo: ['member'] }),
    hub('everybody', { restrictedTo: ['anonymous', 'public', 'member'] }),
    hub('strangers', { restrictedTo: ['anonymous', 'public'] }),
    hub('malformed', { restrictedTo: 'anonymous' }),
  );
  expect(shown).toEqual(['silent', 'members', 'everybody', 'malformed']);
});

test.each([
  [true, false, ['feature', 'hub']],
  [false, false, ['feature']],
  [true, true, ['feature']],
  [false, true, ['feature', 'hub']],
])('a feature that is on: %s, a constraint that is inverse: %s', (defaultState, inverse, expected) => {
  const feature = hub('feature', { type: 'ms.vss-web.feature', properties: { defaultState } });
  const constraint = { name: 'Feature', inverse, properties: { featureId: 'acme.tools.feature' } };
  expect(shownOf(feature, hub('hub', { constraints: [constraint] }))).toEqual(expected);
});
