import { isWebAddress, matchPath, pathOf, routeOf } from './routing';

const patterns = [
  { viewId: 'hub', routeId: 'hub-route', pattern: '_apps/hub/{contribution}' },
  { viewId: 'board', routeId: 'board-route', pattern: '_boards/board/**' },
  { viewId: 'item', routeId: 'item-route', pattern: '_workitems/edit/{id}' },
];

test.each([
  ['/local/Shop/_apps/hub/a.b.c', { viewId: 'hub', project: 'Shop', params: { contribution: 'a.b.c' } }],
  ['/local/My%20Shop/_Boards/Board/', { viewId: 'board', project: 'My Shop', params: { rest: '' } }],
  [
    '/local/Shop/_boards/board/t/Team%20A/Stories',
    { viewId: 'board', project: 'Shop', params: { rest: 't/Team A/Stories' } },
  ],
  ['/local/Shop/_workitems/edit/12', { viewId: 'item', project: 'Shop', params: { id: '12' } }],
  ['/local/Shop/_workitems/edit', undefined],
  ['/local/Shop/_workitems/edit/12/more', undefined],
  ['/local/Shop', undefined],
  ['/', undefined],
])('%s', (pathname, route) => expect(routeOf(patterns, pathname)).toEqual(route));

test('a malformed escape in the address does not break the page', () => {
  expect(matchPath('_apps/hub/{contribution}', '_apps/hub/%zz')).toEqual({ contribution: '%zz' });
});

test.each(['Shop', 'My Shop', 'a/b', '100%', 'ü?#'])('a path built from %s is read back', (project) => {
  expect(routeOf(patterns, pathOf('local', project, '_workitems', 'edit', '7'))?.project).toBe(project);
});

test.each([
  ['https://example.com', true],
  ['/relative', true],
  ['javascript:alert(1)', false],
  [' JaVaScRiPt:alert(1)', false],
  ['data:text/html,x', false],
  ['http://[', false],
])('%s may be opened: %s', (address, allowed) => {
  expect(isWebAddress(address, 'http://127.0.0.1/')).toBe(allowed);
});
