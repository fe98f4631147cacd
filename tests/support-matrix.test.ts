/** The tables in the documentation are made from the endpoints and from the places of the shell, and nothing else. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '../src/host/rest/index';
import { absent, absentTypes, placeless, places } from '../src/host/shell/page/places';

const root = join(__dirname, '..');

test('the documentation lists exactly what the local Azure DevOps answers', () => {
  const script = join(root, 'scripts/support-matrix.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 30_000);

test('every endpoint stands in it with its method and route', () => {
  const text = readFileSync(join(root, 'docs/local-azure-devops.md'), 'utf8');
  const missing = endpoints.filter(({ method, route }) => !text.includes(`\`${method} ${route}\``));
  expect(missing.map((one) => one.route)).toEqual([]);
});

/** Every target and type that Microsoft documents for hubs, boards, sprints, queries, forms, settings and dashboards. */
const documented = [
  ...['work-hub-group', 'work-mobile-hub-group', 'product-backlog-tabs', 'iteration-backlog-tabs'],
  ...['requirement-backlog-toolpane', 'portfolio-backlog-toolpane', 'iteration-backlog-toolpane'],
  ...['backlog-board-pivot-filter-menu', 'sprint-board-pivot-filter-menu', 'backlog-board-card-item-menu'],
  ...['sprint-board-card-item-menu', 'backlog-item-menu', 'work-item-context-menu', 'work-item-toolbar-menu'],
  ...['query-result-work-item-menu', 'work-item-query-results-toolbar-menu', 'query-tabs'],
  ...['work-item-query-menu', 'work-item-form'],
]
  .map((name) => `ms.vss-work-web.${name}`)
  .concat(
    ['collection-overview', 'project-overview'].map((name) => `ms.vss-admin-web.${name}-toolbar-menu`),
    ['projects', 'teams'].map((name) => `ms.vss-admin-web.${name}-grid-menu`),
    ['ms.vss-code-web.code-hub-group', 'ms.vss-build-web.build-release-hub-group'],
    [
      'ms.vss-plans.card-context-menu',
      'ms.vss-test-web.test-hub-group',
      'ms.vss-web.project-admin-hub-group',
    ],
    ['ms.vss-web.collection-admin-hub-group', 'ms.vss-web.project-hub-groups-collection'],
    ['ms.vss-tfs-web.suite-home-pivots', 'ms.vss-web.tfs-website', 'ms.vss-distributed-task.tasks'],
    ['ms.vss-web.managed-features', 'ms.vss-web.managed-features-onprem'],
    ['ms.vss-dashboards-web.widget-catalog', 'ms.vss-dashboards-web.widget-configuration'],
  );

test('every documented target of these parts has a place, and no other has', () =>
  expect(Object.keys(places).sort()).toEqual(documented.sort()));

interface Contributing {
  readonly contributions: readonly { readonly type: string; readonly targets: readonly string[] }[];
}

test('the foreign extension of the journeys stands in every one of them', () => {
  const file = join(root, 'tests/fixtures/extensions/canteen/canteen.json');
  const { contributions } = JSON.parse(readFileSync(file, 'utf8')) as Contributing;
  const pairs = new Set(contributions.flatMap(({ type, targets }) => targets.map((one) => `${one} ${type}`)));
  const types = new Set(contributions.map(({ type }) => type));
  const missing = Object.entries(places).flatMap(
    ([
      target,
      {
        types: [first, ...others],
      },
    ]) =>
      // Menus take actions and providers alike; one of the two is enough for each of them.
      (first === 'ms.vss-web.action' ? [[first, ...others]] : [[first], ...others.map((one) => [one])])
        .filter((alternatives) => !alternatives.some((type) => pairs.has(`${target} ${String(type)}`)))
        .map((alternatives) => `${target} ${alternatives.join(' or ')}`),
  );
  expect(missing).toEqual([]);
  expect(Object.keys(placeless).filter((type) => !types.has(type))).toEqual([]);
});

test('what is absent has a reason', () => {
  for (const reason of [...absent.map(([, text]) => text), ...Object.values(absentTypes)])
    expect(reason).toMatch(/^[a-z].*[^.]$/);
});
