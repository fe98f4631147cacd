import type { Contribution, InstalledExtension } from './bootstrap';
import { contributionById, contributionsTo, nameOf, pageUrlOf } from './contributions';

function hub(id: string, properties: Record<string, unknown>, targets: string[]): Contribution {
  return { id, fullId: `acme.tools.${id}`, type: 'ms.vss-web.hub', targets, properties };
}

const work = 'ms.vss-work-web.work-hub-group';
const extension: InstalledExtension = {
  publisherId: 'acme',
  extensionId: 'tools',
  version: '1.0.0',
  name: 'Tools',
  description: '',
  scopes: [],
  oldSdkPages: [],
  missingPages: [],
  baseUri: 'http://acme.gallerycdn.localhost:1/extensions/acme/tools/1.0.0/',
  contributions: [
    hub('late', { name: 'Late', uri: 'late.html' }, [work]),
    hub('second', { name: 'Second', uri: 'b.html?x=1#y', order: 20 }, [work, 'other']),
    hub('first', { name: 'First', uri: '/a.html', order: 10 }, [work]),
    hub('own', { name: 'Own' }, ['.group']),
    { ...hub('tab', { name: 'Tab' }, [work]), type: 'ms.vss-web.tab' },
  ],
};
const named = (target: string, type = 'ms.vss-web.hub') =>
  contributionsTo([extension], { target, type }).map(nameOf);

test('a place lists contributions of its type by order, those without an order last', () => {
  expect(named(work)).toEqual(['First', 'Second', 'Late']);
  expect(named(work, 'ms.vss-web.tab')).toEqual(['Tab']);
});

test('a leading dot means this extension, and targets are case-sensitive', () => {
  expect(named('acme.tools.group')).toEqual(['Own']);
  expect(named(work.toUpperCase())).toEqual([]);
});

test.each([
  ['first', 'http://acme.gallerycdn.localhost:1/extensions/acme/tools/1.0.0/a.html'],
  ['second', 'http://acme.gallerycdn.localhost:1/extensions/acme/tools/1.0.0/b.html?x=1#y'],
  ['own', undefined],
])('the page of %s is %s', (id, url) => {
  const placed = contributionById([extension], `acme.tools.${id}`);
  expect(placed && pageUrlOf(placed)).toBe(url);
});

test('a page outside http(s) is refused', () => {
  const contribution = hub('bad', { uri: 'javascript:alert(1)' }, []);
  expect(pageUrlOf({ contribution, extension })).toBeUndefined();
});
