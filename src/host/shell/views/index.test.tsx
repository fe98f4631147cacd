import { readdirSync } from 'node:fs';
import { views } from '.';
import { routeOf } from '../page/routing';

test('every folder beside this file is a registered view', () => {
  const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(views.map(({ viewId }) => viewId).sort()).toEqual(folders.map(({ name }) => name).sort());
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
