/** What is recorded, and what is kept once. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordTo, type Exchange } from './record';

const folder = mkdtempSync(join(tmpdir(), 'record-'));
afterAll(() => rmSync(folder, { recursive: true }));

const exchange = (more: Partial<Exchange>): Exchange => ({
  method: 'GET',
  path: '/local/_apis/projects',
  query: '?api-version=7.1',
  headers: { authorization: 'Bearer secret', accept: 'application/json' },
  requestBody: '',
  status: 200,
  responseHeaders: { 'content-type': 'application/json' },
  responseBody: '{"count":1,"value":[{"id":7,"name":"Shop"}]}',
  ...more,
});

function recorded(exchanges: readonly Exchange[]): readonly string[] {
  const own = mkdtempSync(join(folder, 'run-'));
  const record = recordTo(own);
  for (const one of exchanges) record(one);
  return readdirSync(own).flatMap((name) => readFileSync(join(own, name), 'utf8').trim().split('\n'));
}

test('an exchange is one line without the secret', () => {
  const [line = '', ...others] = recorded([exchange({})]);
  expect(others).toEqual([]);
  expect(JSON.parse(line)).toMatchObject({
    path: '/local/_apis/projects',
    headers: { authorization: '***' },
  });
  expect(line).not.toContain('secret');
  expect(line).not.toContain('requestBody');
});

test.each<[string, Partial<Exchange>, number]>([
  ['another id', { responseBody: '{"count":1,"value":[{"id":8,"name":"Shop"}]}' }, 1],
  ['another count', { responseBody: '{"count":2,"value":[{"id":7,"name":"Shop"}]}' }, 2],
  ['a text in place of a number', { responseBody: '{"count":1,"value":[{"id":"7","name":"Shop"}]}' }, 2],
  ['another property', { responseBody: '{"count":1,"value":[{"id":7,"title":"Shop"}]}' }, 2],
  ['another status', { status: 404 }, 2],
  ['another version', { query: '?api-version=5.0' }, 2],
  ['another page', { query: '?api-version=7.1&$top=20' }, 2],
  ['other flags', { headers: { accept: 'application/json;excludeUrls=true' } }, 2],
])('beside the same, %s', (_, more, lines) => {
  expect(recorded([exchange({}), exchange(more)])).toHaveLength(lines);
});

test('without a folder nothing is kept', () => {
  expect(() => recordTo(undefined)(exchange({}))).not.toThrow();
});
