import { readFault } from '../../../faults/read-fault';
import type { CallMatch, Effect } from '../../../faults/fault';
import { describeCount, describeEffect, describeMatch } from './describe';
import { emptyDraft, faultOf, type FaultDraft } from './new-fault';

test.each<[CallMatch, string]>([
  [{}, 'Any call'],
  [{ method: 'post' }, 'POST'],
  [{ method: 'GET', operation: 'wit/7.2 Work Items_List' }, 'GET Work Items_List'],
  [{ operation: 'Wiql_Query By Wiql' }, 'Any call Wiql_Query By Wiql'],
  [{ path: '**/wiql', user: 'sam' }, 'Any call **/wiql by sam'],
])('%j is called "%s"', (match, words) => {
  expect(describeMatch(match)).toBe(words);
});

test.each<[Effect, string]>([
  [{ kind: 'watch' }, 'only listed'],
  [{ kind: 'fail', status: 503 }, 'fails with 503'],
  [{ kind: 'fail', status: 400, typeKey: 'X', when: 'after' }, 'fails with 400 X, after its effect'],
  [{ kind: 'drop', when: 'after' }, 'loses its connection, after its effect'],
  [{ kind: 'delay', milliseconds: 1500 }, 'waits 1.5 s'],
  [{ kind: 'hold' }, 'waits until released'],
  [{ kind: 'hold', when: 'between' }, 'waits until released, between reading and saving'],
  [{ kind: 'block' }, '429, come back in 5 s'],
  [{ kind: 'warn', retryAfter: 0 }, 'succeeds with rate-limit headers, Retry-After 0 s'],
])('%j is called "%s"', (effect, words) => {
  expect(describeEffect(effect)).toBe(words);
});

test.each([
  [1, null, 'every call'],
  [3, null, 'every call from 3 on'],
  [2, 1, 'call 2'],
  [2, 3, 'calls 2 to 4'],
])('from %s, %s of them: "%s"', (from, count, words) => {
  expect(describeCount({ from, count })).toBe(words);
});

test.each<[string, Partial<FaultDraft>, object]>([
  [
    'nothing changed',
    {},
    { match: {}, from: 1, count: 1, effect: { kind: 'fail', status: 503, when: 'before' } },
  ],
  ['an operation', { where: 'wit/7.2 Work Items_List' }, { match: { operation: 'wit/7.2 Work Items_List' } }],
  ['a route', { where: '{project?}/_apis/wit/wiql' }, { match: { operation: '{project?}/_apis/wit/wiql' } }],
  ['a path', { where: ' **/_apis/wit/wiql ' }, { match: { path: '**/_apis/wit/wiql' } }],
  ['all calls', { count: ' ' }, { count: null }],
  ['a 429', { kind: 'block', number: '9' }, { effect: { kind: 'block', retryAfter: 9 } }],
  ['a 429 without a time', { kind: 'block', number: '' }, { effect: { kind: 'block' } }],
  ['a held call', { kind: 'hold', when: 'after' }, { effect: { kind: 'hold', when: 'after' } }],
])('the form with %s means a fault that the server takes', (_, part, fault) => {
  const meant = faultOf({ ...emptyDraft, ...part });
  expect(meant).toMatchObject(fault);
  expect(readFault(meant)).toMatchObject(fault);
});
