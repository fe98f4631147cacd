import { render } from '@testing-library/react';
import * as React from 'react';
import { SafeHtml } from './safe-html';

test.each([
  ['<p>Fine <b>bold</b></p>', '<p>Fine <b>bold</b></p>'],
  ['<script>alert(1)</script>after', 'after'],
  ['<img src=x onerror=alert(1)>text', 'text'],
  ['<p onclick="alert(1)" style="color:red">x</p>', '<p>x</p>'],
  ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
  [
    '<a href="https://example.org/a?b=1&c=2">x</a>',
    '<a href="https://example.org/a?b=1&amp;c=2" target="_blank" rel="noreferrer noopener">x</a>',
  ],
  ['<svg><p>in svg</p></svg>', '<p>in svg</p>'],
  ['<unknown><i>kept</i></unknown>', '<i>kept</i>'],
  ['&lt;b&gt;text&lt;/b&gt;', '&lt;b&gt;text&lt;/b&gt;'],
])('%s', (html, shown) => {
  const { container } = render(<SafeHtml html={html} />);
  expect(container.firstElementChild?.innerHTML).toBe(shown);
});
