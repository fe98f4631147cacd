/** No operation can be forgotten: the folders and the registry say the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locations, publishedMethods, resourcesAt } from '../kernel/discovery';
import { compileRoute, parseAddress, scopeOf } from '../kernel/route';
import { Router } from '../kernel/router';
import { restCaller, testWorld } from '../testing/test-world';
import { endpoints } from './index';

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
  .filter((file) => readFileSync(join(__dirname, file), 'utf8').includes('export default endpoint('));
const router = new Router(endpoints);
const registry = readFileSync(join(__dirname, 'index.ts'), 'utf8');

test.each(files)('%s is in the registry', (file) => {
  expect(registry).toContain(`from './${file.replaceAll('\\', '/').replace(/\.ts$/, '')}'`);
});

test('the registry has no more than the folders, and nothing twice', () => {
  expect(endpoints).toHaveLength(files.length);
  expect(new Set(endpoints.map((one) => `${one.method} ${one.route.toLowerCase()}`)).size).toBe(files.length);
});

test.each(endpoints.map((one) => [one.method, one.route] as const))(
  '%s %s is a resource of the original, called as is published',
  (method, route) => {
    const after = compileRoute(route).segments.map((part) =>
      part.kind === 'literal' ? part.text : part.kind === 'rest' ? 'x' : `${part.prefix}x`,
    );
    expect(resourcesAt(after).length).toBeGreaterThan(0);
    expect(publishedMethods(after) ?? [method]).toContain(method);
  },
);

/** What the original has and this server has not, each with something in the place of its parameters. */
const unanswered = locations().flatMap((location) => {
  const concrete = location.routeTemplate
    .replace('{area}', location.area)
    .replace('{resource}', location.resourceName)
    .replace('{project}', 'Shop')
    .replace('{team}', 'Shop%20Team')
    .replace(/\{[^}]*\}/g, 'x');
  const address = parseAddress(`/${concrete}`);
  if (!address) return [];
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  const isAnswered = methods.some((method) => router.find(method, scopeOf(address), address.after) !== null);
  if (isAnswered) return [];
  const method = publishedMethods(address.after)?.[0] ?? 'POST';
  // The method may be that of the list, which shares the row and is answered: of an item it is a 405.
  const list = address.after.slice(0, -1);
  const isOfList = resourcesAt(list)[0]?.id === location.id && router.find(method, scopeOf(address), list);
  return isOfList ? [] : [{ path: `/${concrete}`, method }];
});

test('what the original has and this server has not answers 501 and names all that it takes to add it', () => {
  const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const rest = restCaller(testWorld());
  expect(unanswered.length).toBeGreaterThan(100);
  const wrong = unanswered.filter(({ path, method }) => {
    const { status, json } = rest({
      method,
      path: `${path}?api-version=1.0-preview`,
      body: { a: 1 },
    });
    const message = String(Reflect.get(json as object, 'message'));
    const parts = [`${method} ${path} with the body {"a":1}`, 'create src/host/rest/'];
    return status !== 501 || !parts.every((part) => message.includes(part));
  });
  expect(log).toHaveBeenCalledTimes(unanswered.length);
  log.mockRestore();
  expect(wrong).toEqual([]);
});
