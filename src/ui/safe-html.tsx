/** Shows HTML of work items as React elements from an allow-list: unknown tags lose their shell, scripts their life. */
import * as React from 'react';

/** What descriptions that we write use, and what people's editors make of them. No attribute but an http(s) href. */
const allowed = new Set(
  'p,br,b,strong,i,em,u,ul,ol,li,h1,h2,h3,h4,h5,h6,hr,code,pre,blockquote,div,span,a'.split(','),
);
const dropped = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'template',
  'noscript',
  'svg',
  'math',
]);
/** Deeper than this is an attack on the stack, not a description. */
const maxDepth = 60;

const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text);

function render(node: Node, key: number, depth: number): React.ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element) || depth > maxDepth) return null;
  const tag = node.tagName.toLowerCase();
  if (dropped.has(tag)) return null;
  const children = [...node.childNodes].map((child, i) => render(child, i, depth + 1));
  if (!allowed.has(tag)) return <React.Fragment key={key}>{children}</React.Fragment>;
  if (tag === 'br' || tag === 'hr') return React.createElement(tag, { key });
  const href = tag === 'a' ? (node.getAttribute('href') ?? '') : '';
  const link = isWebAddress(href) ? { href, target: '_blank', rel: 'noreferrer noopener' } : {};
  return React.createElement(tag, { key, ...link }, ...children);
}

/** `html` may be hostile. DOMParser makes a document that runs no scripts and loads nothing. */
export function SafeHtml({ html }: { readonly html: string }): React.ReactElement {
  const content = React.useMemo(() => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    return [...page.body.childNodes].map((node, i) => render(node, i, 0));
  }, [html]);
  return <div className="wo-rich">{content}</div>;
}
