import { answersLeft } from './ask-person';

const labels = ['Nobody', 'Everybody & his dog', 'Nobody but us'];

test.each<[string, string, readonly string[]]>([
  [
    'all stand before anybody answered',
    '<ul><li>Nobody</li><li>Everybody &amp; his dog</li><li>Nobody but us</li></ul>',
    labels,
  ],
  [
    'the one that was kept',
    '<ul><li>Everybody &amp; his dog</li></ul><p>and the cat</p>',
    ['Everybody & his dog'],
  ],
  ['an answer inside another one is not meant', '<li>Nobody but us</li>', ['Nobody but us']],
  [
    'spaces and bold do not matter',
    '<div><b> nobody\n but&nbsp;us </b></div>'.replace('&nbsp;', ' '),
    ['Nobody but us'],
  ],
  ['none', '<p>It depends.</p>', []],
  ['no HTML at all', '<<<&', []],
])('%s', (_name, html, left) => {
  expect(answersLeft(html, labels)).toEqual(left);
});
