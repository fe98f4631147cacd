import { bareHash, browserNavigation, changedQuery } from './navigation';

test.each([
  ['?a=1', { b: '2' }, '?a=1&b=2'],
  ['?a=1&b=2', { a: '' }, '?b=2'],
  ['?a=1', { a: undefined }, ''],
  ['', { a: 'x y&z' }, '?a=x+y%26z'],
])('%s with %j becomes %s', (search, changes, expected) =>
  expect(changedQuery(search, changes)).toBe(expected),
);

test.each([
  ['#/x', '/x'],
  ['', ''],
  ['/x', '/x'],
])('the bare form of "%s"', (hash, bare) => expect(bareHash(hash)).toBe(bare));

test('a set hash is told, a replaced one is not, and stopping stops', () => {
  const navigation = browserNavigation(window);
  const hashes: string[] = [];
  let moves = 0;
  const stop = navigation.onHashMoved((hash) => hashes.push(hash));
  navigation.onMoved(() => (moves += 1));
  navigation.move('/local/Shop#/one', 'push');
  navigation.move('/local/Shop#/two', 'replace');
  navigation.move('/local/Shop#/two', 'push');
  navigation.move('/local/Shop', 'push');
  stop();
  navigation.move('/local/Shop#/three', 'push');
  expect(hashes).toEqual(['/one', '']);
  expect(moves).toBe(5);
  expect(navigation.current()).toEqual({ pathname: '/local/Shop', search: '', hash: '#/three' });
});
