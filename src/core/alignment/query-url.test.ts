import { queryUrl } from './query-url';

const project = 'https://dev.azure.com/contoso/My%20Shop';
const wiqlOf = (url: string): string => new URL(url).searchParams.get('wiql') ?? '';

test.each([
  ['as they come, each once', [3, 1, 3], 'IN (3,1)', 2, 2],
  ['none', [], 'IN (0)', 0, 0],
  ['what is no work item is left out', [0, -1, 1.5, Number.NaN, 7], 'IN (7)', 1, 1],
])('%s', (_title, ids, words, listed, total) => {
  const address = queryUrl(project, ids);
  expect(wiqlOf(address.url)).toContain(`WHERE [System.Id] ${words} ORDER BY [System.Id]`);
  expect(address).toMatchObject({ listed, total });
  expect(address.url.startsWith(`${project}/_queries/query/?wiql=`)).toBe(true);
});

test('a slash at the end of the project makes no second one', () => {
  expect(queryUrl(`${project}/`, [1])).toEqual(queryUrl(project, [1]));
});

test('a long list is cut to an address of 2,000 characters and says how many are in it', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => 1_000_000 + index);
  const { url, listed, total } = queryUrl(project, ids);
  expect(total).toBe(1000);
  expect(listed).toBeGreaterThan(150);
  expect(url.length).toBeLessThanOrEqual(2000);
  expect(url.length).toBeGreaterThan(1980);
  expect(wiqlOf(url)).toContain(`(${ids.slice(0, listed).join(',')})`);
});
