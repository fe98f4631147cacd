import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { views } from '.';
import type { ViewDefinition } from './view';
import { routeOf } from '../page/routing';

test('every view of the folders beside this file is registered', () => {
  const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = folders.flatMap(({ name }) => {
    const files = readdirSync(join(__dirname, name)).filter((file) => /-views?\.tsx?$/.test(file));
    expect([name, files.length]).toEqual([name, 1]);
    const exported = jest.requireActual(join(__dirname, name, files[0] ?? '')) as Readonly<
      Record<string, ViewDefinition>
    >;
    return Object.values(exported).map(({ viewId }) => viewId);
  });
  expect(views.map(({ viewId }) => viewId).sort()).toEqual(found.sort());
});

test('views share no id of a route', () => {
  expect(new Set(views.map(({ routeId }) => routeId)).size).toBe(views.length);
});

test.each(views.filter(({ nav }) => nav))(
  'the navigation entry of $viewId leads to it',
  ({ viewId, nav }) => {
    expect(routeOf(views, `/local/Shop/${nav?.path.join('/')}`)?.viewId).toBe(viewId);
  },
);
