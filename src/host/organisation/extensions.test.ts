/** Where the command line leads somebody who has just installed an extension. */
import { firstProjectHub, type Contribution } from './extensions';

const hub = (id: string, more: Partial<Contribution> = {}): Contribution => ({
  id,
  fullId: `p.e.${id}`,
  type: 'ms.vss-web.hub',
  targets: ['ms.vss-work-web.work-hub-group'],
  ...more,
});

test.each<[string, readonly Contribution[], string | undefined]>([
  ['the first one', [hub('a'), hub('b')], 'p.e.a'],
  ['no tab', [hub('a', { type: 'ms.vss-web.tab' }), hub('b')], 'p.e.b'],
  [
    'none of the settings of the organisation',
    [hub('a', { targets: ['ms.vss-web.collection-admin-hub-group'] }), hub('b')],
    'p.e.b',
  ],
  ['none behind a feature', [hub('a', { constraints: [{ name: 'Feature' }] }), hub('b')], 'p.e.b'],
  ['none that is for others', [hub('a', { restrictedTo: ['public'] }), hub('b')], 'p.e.b'],
  ['nothing where there is none', [hub('a', { type: 'ms.vss-web.tab' })], undefined],
])('%s', (_, contributions, expected) => {
  expect(firstProjectHub([{ contributions }])).toBe(expected);
});
