import { readdirSync } from 'node:fs';
import { services } from '.';
import { serviceDirectory } from '../xdm/service-directory';
import type { ServiceSurroundings } from '../xdm/service';
import { documentsPath } from './extension-data';
import { filledRoute } from './location';

const files = readdirSync(__dirname).filter(
  (name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name) && name !== 'index.ts',
);

test('every file in this folder is a registered service with an id of its own', () => {
  const ids = services.map(({ id }) => id);
  expect(services).toHaveLength(files.length);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^ms\.vss-[a-z-]+\.[a-z-]+$/);
});

const surroundings = {} as ServiceSurroundings;

test('an unknown service is refused with its id and the place to write it', () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const directory = serviceDirectory(services, surroundings);
  const message =
    'Service "ms.nowhere" does not exist in the local Azure DevOps: create src/host/shell/services/<name>.ts';
  expect(() => directory.getService('ms.nowhere')).toThrow(message);
  expect(said).toHaveBeenCalledWith(message);
  said.mockRestore();
});

test('a page that asks twice gets the same object', () => {
  const directory = serviceDirectory([{ id: 'a', create: () => ({}) }], surroundings);
  expect(directory.getService('a')).toBe(directory.getService('a'));
});

test.each([
  ['c', {}, undefined, '/Data/Scopes/Default/Current/Collections/c/Documents'],
  ['$settings', { scopeType: 'User' }, 'a/b', '/Data/Scopes/User/Me/Collections/%24settings/Documents/a%2Fb'],
  [
    'c',
    { scopeType: 'User', scopeValue: 'Someone' },
    undefined,
    '/Data/Scopes/User/Someone/Collections/c/Documents',
  ],
])('documents of %s with %j', (collection, options, id, path) => {
  expect(documentsPath(collection, options, id)).toBe(path);
});

test.each([
  ['{project}/_workitems/edit/{id}', { project: 'My Shop', id: '7' }, 'My%20Shop/_workitems/edit/7'],
  ['{project}/_boards/board/**', { project: 'Shop', a: 'b c' }, 'Shop/_boards/board?a=b+c'],
])('route %s with %j', (pattern, values, url) => expect(filledRoute(pattern, values)).toBe(url));
