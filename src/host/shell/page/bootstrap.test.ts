/** What the page offers follows from what the server would allow. */
import { accessTo, mayChangeQuery, type User } from './bootstrap';

const user = (more: Partial<User>): User => ({
  ...{ id: 'u', descriptor: 'd', displayName: 'U', uniqueName: 'u@shop.example', role: 'Developer' },
  ...{ level: 'contributor', access: 'write', closedAreas: [], token: 't' },
  ...more,
});

test.each<[string, Partial<User>, string, 'read' | 'write']>([
  ['anywhere', {}, 'Shop', 'write'],
  ['in a closed area', { closedAreas: ['Shop\\Back office'] }, 'Shop\\Back Office', 'read'],
  ['below a closed area', { closedAreas: ['Shop\\Back office'] }, 'Shop\\Back office\\Stock', 'read'],
  ['beside a closed area', { closedAreas: ['Shop\\Back'] }, 'Shop\\Back office', 'write'],
  ['above a closed area', { closedAreas: ['Shop\\Back office'] }, 'Shop', 'write'],
  ['a reader', { access: 'read' }, 'Shop', 'read'],
])('%s', (_where, more, area, expected) => {
  expect(accessTo(user(more), area)).toBe(expected);
});

test.each([
  ['owner', true, true],
  ['projectAdministrator', true, true],
  ['teamAdministrator', true, false],
  ['contributor', true, false],
  ['reader', true, false],
  ['reader', false, true],
])('a %s, a shared query: %s, may change it: %s', (level, isPublic, expected) => {
  expect(mayChangeQuery(user({ level }), { isPublic })).toBe(expected);
});
