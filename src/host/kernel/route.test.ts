import { compileRoute, matchSegments, parseAddress, scopeOf } from './route';

const params = (template: string, path: string): unknown => {
  const address = parseAddress(path);
  const route = compileRoute(template);
  if (!address || !route.scopes.has(scopeOf(address))) return null;
  return matchSegments(route, address.after)?.params ?? null;
};

test.each([
  ['{project?}/_apis/wit/workItems/{id}', '/_apis/wit/workitems/7', { id: '7' }],
  ['{project?}/_apis/wit/workItems/{id}', '/Shop/_APIS/WIT/WORKITEMS/7', { id: '7' }],
  ['{project}/_apis/wit/workItems/{id}', '/_apis/wit/workItems/7', null],
  ['{project?}/_apis/wit/workItems/{id}', '/Shop/Team/_apis/wit/workItems/7', null],
  [
    '{project}/_apis/wit/workItems/${type}',
    '/Shop/_apis/wit/workItems/%24User%20Story',
    { type: 'User Story' },
  ],
  ['{project}/_apis/wit/workItems/${type}', '/Shop/_apis/wit/workItems/$Task', { type: 'Task' }],
  ['{project}/_apis/wit/workItems/${type}', '/Shop/_apis/wit/workItems/7', null],
  ['_apis/wit/$batch', '/_apis/wit/$batch', {}],
  ['_apis/wit/$batch', '/_apis/wit/%24BATCH', {}],
  ['{project}/{team?}/_apis/work/boards', '/Shop/_apis/work/boards', {}],
  ['{project}/{team?}/_apis/work/boards', '/Shop/Shop%20Team/_apis/work/boards', {}],
  ['{project}/_apis/x/{group}/{*path}', '/Shop/_apis/x/1/A%2FB/C', { group: '1', path: 'A/B/C' }],
  ['{project}/_apis/x/{group}/{*path}', '/Shop/_apis/x/1', { group: '1' }],
  ['_apis/projects', '/_apis/projects/Shop', null],
])('%s on %s', (template, path, expected) => {
  expect(params(template, path)).toEqual(expected);
});
