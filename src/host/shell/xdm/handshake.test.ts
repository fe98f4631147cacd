import type { PlacedContribution } from '../page/contributions';
import type { Shell } from '../page/shell';
import { themes } from '../themes/theme';
import { handshakeFor } from './handshake';
import { hostControl } from './host-control';

const placed: PlacedContribution = {
  contribution: { id: 'hub', fullId: 'acme.tools.hub', type: 'ms.vss-web.hub', targets: [], properties: {} },
  extension: {
    publisherId: 'acme',
    extensionId: 'tools',
    version: '1.2.3',
    name: 'Tools',
    description: '',
    scopes: [],
    oldSdkPages: [],
    missingPages: [],
    baseUri: 'http://acme/',
    contributions: [],
  },
};
const user = {
  id: 'u',
  descriptor: 'aad.u',
  displayName: 'Olivia Owner',
  uniqueName: 'olivia@local',
  role: 'Owner',
  level: 'contributor',
  access: 'write',
  closedAreas: [],
  token: 'secret',
};
const shell = {
  theme: () => 'dark',
  user,
  bootstrap: {
    collectionUrl: 'http://127.0.0.1/local',
    organisation: { id: 'o', name: 'local' },
    project: { id: 'p', name: 'Shop', processName: 'Agile' },
    team: { id: 't', name: 'Shop Team' },
  },
} as unknown as Shell;

test('the answer has the current shape: context inside, no pageContext at the top', () => {
  const answer = handshakeFor(shell, placed, { dialog: 1 });
  expect(Object.keys(answer).sort()).toEqual(['context', 'contributionId', 'initialConfig', 'themeData']);
  expect(answer).toMatchObject({
    contributionId: 'acme.tools.hub',
    initialConfig: { dialog: 1 },
    context: {
      extension: {
        id: 'acme.tools',
        publisherId: 'acme',
        extensionId: 'tools',
        version: '1.2.3',
        baseUri: 'http://acme/',
      },
      pageContext: {
        webContext: { project: { id: 'p', name: 'Shop' }, team: { id: 't', name: 'Shop Team' } },
      },
      user: { id: 'u', descriptor: 'aad.u', name: 'olivia@local', displayName: 'Olivia Owner' },
      host: { id: 'o', name: 'local', type: 4, isHosted: true },
    },
  });
  expect(answer.themeData).toBe(themes.dark.data);
});

test('nothing that crosses the channel in a handshake holds the token', () => {
  expect(JSON.stringify(handshakeFor(shell, placed, {}))).not.toContain('secret');
});

test.each([
  [undefined, ['shaken', 'loaded']],
  [{ loaded: true }, ['shaken', 'loaded']],
  [{ loaded: false }, ['shaken']],
])('a page that starts with %j', (options, expected) => {
  const told: string[] = [];
  const events = {
    onHandshake: () => void told.push('shaken'),
    onLoaded: () => void told.push('loaded'),
    onFailed: (reason: string) => void told.push(reason),
    onResize: () => undefined,
  };
  const control = hostControl({ shell: () => shell, placed, configuration: {}, events });
  control.initialHandshake(options);
  expect(told).toEqual(expected);
  control.notifyLoadFailed({ name: 'Error', message: 'It broke' });
  control.notifyLoadFailed('Just text');
  expect(told.slice(expected.length)).toEqual(['It broke', 'Just text']);
  expect(control.getAccessToken()).toEqual({ token: 'secret' });
});
