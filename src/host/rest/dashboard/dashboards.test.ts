/** Dashboards and their widgets. */
import { outcome, OWNER_TOKEN, restCaller, testWorld, type TestAnswer } from '../../testing/test-world';

const base = testWorld();
const contribution = (id: string, type: string): Record<string, unknown> => ({
  id,
  fullId: `pub.ext.${id}`,
  type,
  targets: [],
  properties: { name: 'Counter', uri: 'counter.html', supportedSizes: [{ rowSpan: 1, columnSpan: 2 }] },
});
const world = {
  ...base,
  extensions: [
    {
      publisherId: 'pub',
      extensionId: 'ext',
      version: '1.0.0',
      name: 'Ext',
      directory: '/nowhere',
      contributions: [
        contribution('counter', 'ms.vss-dashboards-web.widget'),
        contribution('hub', 'ms.vss-web.hub'),
      ],
    },
  ],
} as unknown as typeof base;
const rest = restCaller(world);
const ALL = '/Shop/Shop%20Team/_apis/dashboard/dashboards';

/** The newest preview of widgets is another than that of dashboards. */
function send(method: string, path: string, body?: unknown, user = ''): TestAnswer {
  return rest({
    method,
    path: `${path}?api-version=7.2-preview.${path.includes('/widgets') ? 2 : 3}`,
    ...(body === undefined ? {} : { body }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${OWNER_TOKEN}${user}` },
  });
}
const json = <T>(answer: TestAnswer): T => answer.json as T;
const widget = {
  name: 'Counter',
  contributionId: 'pub.ext.counter',
  position: { row: 1, column: 1 },
  size: { rowSpan: 1, columnSpan: 2 },
};

test('the team has an overview; others are made, renamed, ordered and deleted', () => {
  expect(rest({ path: ALL }).json).toMatchObject({
    count: 1,
    value: [{ name: 'Shop Team - Overview', position: 1 }],
  });
  const made = json<{ id: string }>(send('POST', ALL, { name: 'Threats', widgets: [widget] }));
  expect(made).toMatchObject({
    name: 'Threats',
    position: 2,
    eTag: '1',
    dashboardScope: 'project_Team',
    widgets: [{ eTag: '1' }],
  });
  expect(rest({ path: `${ALL}/${made.id}` }).json).toMatchObject(made);
  expect(send('PUT', `${ALL}/${made.id}`, { name: 'Risks' }).json).toMatchObject({
    name: 'Risks',
    eTag: '2',
    widgets: [{}],
  });
  expect(outcome(send('PUT', `${ALL}/${made.id}`, { name: 'Late', eTag: '1' }))).toBe(
    '409 DashboardETagConflictException',
  );
  const late = {
    ...widget,
    id: json<{ widgets: { id: string }[] }>(rest({ path: `${ALL}/${made.id}` })).widgets[0]?.id,
  };
  expect(outcome(send('PUT', `${ALL}/${made.id}`, { widgets: [{ ...late, eTag: '9' }] }))).toBe(
    '409 WidgetETagConflictException',
  );
  const entries = json<{ value: { id: string }[] }>(rest({ path: ALL })).value.reverse();
  expect(outcome(send('PUT', ALL, { dashboardEntries: [{ ...entries[0], eTag: '99' }] }))).toBe(
    '409 DashboardETagConflictException',
  );
  expect(send('PUT', ALL, { dashboardEntries: entries }).json).toMatchObject({
    dashboardEntries: [{ name: 'Risks' }, {}],
  });
  expect(send('DELETE', `${ALL}/${made.id}`).status).toBe(204);
  expect(outcome(rest({ path: `${ALL}/${made.id}` }))).toBe('404 DashboardDoesNotExistException');
  const overview = json<{ value: { id: string }[] }>(rest({ path: ALL })).value[0]?.id ?? '';
  send('DELETE', `${ALL}/${overview}`);
  // A deleted overview does not come back.
  expect(rest({ path: ALL }).json).toMatchObject({ count: 0 });
});

test('widgets keep what they saved, each with its own version', () => {
  const dashboard = json<{ id: string }>(send('POST', ALL, { name: 'Widgets' })).id;
  const path = `${ALL}/${dashboard}/widgets`;
  const made = json<{ id: string }>(send('POST', path, { ...widget, settings: '{"a":1}' }));
  expect(made).toMatchObject({
    eTag: '1',
    settings: '{"a":1}',
    dashboard: { eTag: '2' },
    isEnabled: true,
    allowedSizes: [{ columnSpan: 2 }],
  });
  expect(send('PATCH', `${path}/${made.id}`, { eTag: '1', settings: '{"a":2}' }).json).toMatchObject({
    eTag: '2',
    name: 'Counter',
    settings: '{"a":2}',
  });
  expect(outcome(send('PATCH', `${path}/${made.id}`, { eTag: '1', name: 'Late' }))).toBe(
    '409 WidgetETagConflictException',
  );
  expect(send('PUT', `${path}/${made.id}`, { ...widget, name: 'Anew' }).json).toMatchObject({
    name: 'Anew',
    settings: null,
    eTag: '3',
  });
  expect(send('PATCH', path, [{ id: made.id, name: 'Among others' }]).json).toMatchObject({
    value: [{ name: 'Among others' }],
  });
  expect(send('PUT', path, [{ ...widget, name: 'Only' }]).json).toMatchObject({ count: 1 });
  const only = json<{ value: { id: string; name: string }[] }>(rest({ path })).value;
  expect(only.map((one) => one.name)).toEqual(['Only']);
  expect(rest({ path: `${path}/${only[0]?.id ?? ''}` }).json).toMatchObject({ name: 'Only' });
  expect(send('DELETE', `${path}/${only[0]?.id ?? ''}`).json).toMatchObject({ id: dashboard, widgets: [] });
  expect(outcome(rest({ path: `${path}/${only[0]?.id ?? ''}` }))).toBe('404 WidgetDoesNotExistException');
});

test('the catalogue has the widgets of the installed extensions', () => {
  const path = '/Shop/_apis/dashboard/widgettypes';
  expect(rest({ path: `${path}?$scope=project_Team` }).json).toMatchObject({
    widgetTypes: [{ contributionId: 'pub.ext.counter' }],
  });
  expect(rest({ path: `${path}/pub.ext.counter` }).json).toMatchObject({
    widgetMetadata: { name: 'Counter' },
  });
  expect(outcome(rest({ path: `${path}/pub.ext.hub` }))).toBe('404 WidgetTypeDoesNotExistException');
});

test.each([
  [{ name: '' }, '400 InvalidDashboardNameException'],
  [{ name: 'x'.repeat(33) }, '400 InvalidDashboardNameException'],
  [{ name: 'widgets' }, '400 DuplicateDashboardNameException'],
  [{ name: 'Odd', widgets: [{ name: 'No contribution' }] }, '400 InvalidWidgetException'],
  [
    { name: 'Odd', widgets: [{ ...widget, size: { rowSpan: 11, columnSpan: 1 } }] },
    '400 InvalidWidgetException',
  ],
  [{ name: 'Odd', dashboardScope: 'everywhere' }, '400 VssPropertyValidationException'],
])('%j is refused', (body, expected) => expect(outcome(send('POST', ALL, body))).toBe(expected));

test('a reader changes nothing', () =>
  expect(outcome(send('POST', ALL, { name: 'Mine' }, ':rita'))).toBe('403 AccessCheckException'));
