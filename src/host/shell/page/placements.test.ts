import type { Contribution, InstalledExtension } from './bootstrap';
import { iconUrlOf } from './contributions';
import { placements, unplacedContributions } from './placements';

function contribution(
  id: string,
  type: string,
  targets: string[],
  properties: Readonly<Record<string, unknown>> = { uri: 'pages/a.html' },
): Contribution {
  return { id, fullId: `acme.tools.${id}`, type, targets, properties };
}

function installed(...contributions: Contribution[]): InstalledExtension {
  return {
    publisherId: 'acme',
    extensionId: 'tools',
    version: '1.0.0',
    name: 'Tools',
    description: '',
    scopes: [],
    oldSdkPages: [],
    missingPages: [],
    baseUri: 'http://acme.gallerycdn.localhost:1/tools/',
    contributions,
  };
}

test('what has a place is not named, what has none is, with the targets that are missing', () => {
  const extension = installed(
    contribution('hub', 'ms.vss-web.hub', ['ms.vss-work-web.work-hub-group']),
    contribution('group', 'ms.vss-work-web.work-item-form-group', ['ms.vss-work-web.work-item-form']),
    contribution('panel', 'ms.vss-web.external-content', []),
    contribution('settings', 'ms.vss-web.hub', ['ms.vss-web.project-admin-hub-group']),
    contribution('tabs', 'ms.vss-web.tab', ['ms.vss-work-web.product-backlog-tabs']),
    contribution('task', 'ms.vss-distributed-task.task', ['ms.vss-distributed-task.tasks'], { name: 'task' }),
    contribution('plans', 'ms.vss-web.action', ['ms.vss-plans.card-context-menu']),
    contribution('link', 'ms.vss-web.menu-item', ['ms.vss-work-web.backlog-item-menu'], {
      href: 'https://a.example/',
    }),
    contribution('nowhere', 'ms.vss-web.menu-item', ['ms.vss-work-web.backlog-item-menu'], {}),
    contribution('timeline', 'ms.vss-web.tab', ['ms.vss-plans.plan-tabs']),
    contribution('letters', 'ms.vss-web.tab', ['ms.vss-work-web.Query-Tabs']),
    contribution('lost', 'ms.vss-web.hub', []),
  );
  expect(unplacedContributions([extension]).map((each) => [each.contribution.id, each.problems])).toEqual([
    ['nowhere', ['It leads nowhere: its properties have no "href".']],
    [
      'timeline',
      ['ms.vss-plans.plan-tabs is not here: a delivery plan has cards with menus and nothing else.'],
    ],
    [
      'letters',
      [expect.stringMatching(/ids are case-sensitive, and it is written ms\.vss-work-web\.query-tabs/)],
    ],
    ['lost', ['A contribution of the type ms.vss-web.hub has no place without a target.']],
  ]);
});

test('what is for others than members is named', () => {
  const forOthers = {
    ...contribution('public', 'ms.vss-web.hub', ['ms.vss-work-web.work-hub-group']),
    restrictedTo: ['public', 'anonymous'],
  };
  const forAll = { ...forOthers, id: 'all', restrictedTo: ['member', 'anonymous'] };
  expect(unplacedContributions([installed(forOthers, forAll)])).toMatchObject([
    { contribution: { id: 'public' }, problems: [expect.stringMatching(/leaves out members/)] },
  ]);
});

test('a page that the package does not serve is named', () => {
  const extension = {
    ...installed(
      contribution('gone', 'ms.vss-web.hub', ['ms.vss-work-web.work-hub-group'], {
        uri: 'pages/gone.html?at=1',
      }),
      contribution('here', 'ms.vss-web.hub', ['ms.vss-work-web.work-hub-group']),
    ),
    missingPages: ['pages/gone.html'],
  };
  expect(unplacedContributions([extension]).map((each) => [each.contribution.id, each.problems])).toEqual([
    ['gone', [expect.stringMatching(/^Its page pages\/gone\.html is not there/)]],
  ]);
});

test('a task of pipelines is in its place, although nothing of it is shown', () => {
  const task = contribution('task', 'ms.vss-distributed-task.task', ['ms.vss-distributed-task.tasks'], {});
  expect(placements([installed(task)])).toMatchObject([
    { where: [expect.stringMatching(/^Runs in pipelines/)], problems: [] },
  ]);
});

test.each([
  [{ light: 'a.svg', dark: 'b.svg' }, 'light', 'http://acme.gallerycdn.localhost:1/tools/a.svg'],
  [{ light: 'a.svg', dark: 'b.svg' }, 'dark', 'http://acme.gallerycdn.localhost:1/tools/b.svg'],
  [{ light: 'a.svg' }, 'dark', 'http://acme.gallerycdn.localhost:1/tools/a.svg'],
  ['/img/a.png', 'dark', 'http://acme.gallerycdn.localhost:1/tools/img/a.png'],
  ['asset://icon', 'light', undefined],
  ['asset://img/a.png', 'light', 'http://acme.gallerycdn.localhost:1/tools/img/a.png'],
  ['javascript:a.svg', 'light', undefined],
  [undefined, 'light', undefined],
] as const)('the picture of %j in a %s theme', (icon, theme, url) => {
  const hub = contribution('hub', 'ms.vss-web.hub', [], icon === undefined ? {} : { icon });
  expect(iconUrlOf({ contribution: hub, extension: installed(hub) }, theme)).toBe(url);
});
