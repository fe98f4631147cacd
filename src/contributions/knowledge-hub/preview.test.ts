import { asPublishable, unnamedReason } from './preview';

const named = { id: 'own.shop', version: '1.0.0', name: 'Shop', kind: 'package' };

test('a file that says who it is can be looked at', () => expect(asPublishable(named)).toEqual(named));

test.each([
  [[named], 'it is no object with fields.'],
  [{ ...named, name: ['Shop'] }, '"name" must be a text.'],
  [{ id: 'own.shop', kind: 'model' }, '"version" must be a text, "name" must be a text, "kind" must be'],
])('one that does not is refused with what is wrong: %j', (json, sentence) => {
  expect(asPublishable(json)).toBeUndefined();
  expect(unnamedReason(json)).toContain(sentence);
});
