import { readHostName } from './host-name';

test.each([
  ['127.0.0.1:8080', { kind: 'collection' }],
  ['localhost', { kind: 'collection' }],
  ['x.localhost:1', { kind: 'collection' }],
  ['Pub.GalleryCdn.localhost:8080', { kind: 'gallery', publisher: 'pub' }],
  ['evil.example', { kind: 'refused' }],
  ['127.0.0.1.evil.example', { kind: 'refused' }],
  ['localhost.evil.example', { kind: 'refused' }],
  ['evillocalhost', { kind: 'refused' }],
  ['a-b.gallerycdn.localhost', { kind: 'gallery', publisher: 'a-b' }],
  ['.gallerycdn.localhost', { kind: 'refused' }],
  ['.localhost', { kind: 'refused' }],
  ['localhost.', { kind: 'refused' }],
  ['localhost:99999', { kind: 'refused' }],
  ['localhost:', { kind: 'refused' }],
  ['localhost:80:80', { kind: 'refused' }],
  ['evil.example@localhost', { kind: 'refused' }],
  ['evil.example/.localhost', { kind: 'refused' }],
  ['evil.example#.localhost', { kind: 'refused' }],
  ['"><script>.localhost', { kind: 'refused' }],
  ['a\u00df.localhost', { kind: 'refused' }],
  ['', { kind: 'refused' }],
  [undefined, { kind: 'refused' }],
])('%s', (header, expected) => {
  expect(readHostName(header)).toEqual(expected);
});
