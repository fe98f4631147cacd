/** Turns HTML of work items into safe HTML: only listed elements and attributes survive, links only to http(s). */
import { isWebAddress } from '../page/routing';

const elements = new Set(
  'a b blockquote br caption code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre s small span strike strong sub sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
);
/** These vanish with all they hold; any other unlisted element only loses its tag and keeps its text. */
const dropped = new Set(
  'script style template iframe object embed noscript svg math title textarea select xmp noembed noframes plaintext'.split(
    ' ',
  ),
);
const attributes = new Set(['colspan', 'rowspan', 'alt', 'title', 'width', 'height', 'start']);

function copyAttributes(from: Element, to: Element): void {
  for (const { name, value } of from.attributes) {
    if (attributes.has(name)) to.setAttribute(name, value);
  }
  const href = from.getAttribute('href');
  if (from.localName === 'a' && href !== null && isWebAddress(href)) {
    to.setAttribute('href', href);
    to.setAttribute('target', '_blank');
    to.setAttribute('rel', 'noopener noreferrer');
  }
  const src = from.getAttribute('src');
  if (from.localName !== 'img') return;
  if (src !== null && isWebAddress(src)) to.setAttribute('src', src);
  // Without any alternative text screen readers read out the address.
  if (!from.hasAttribute('alt')) to.setAttribute('alt', '');
}

/** Copies into fresh nodes instead of deleting from the parsed ones: what nobody thought of is left behind. */
function copyInto(target: Node, source: Node, page: Document): void {
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      target.appendChild(page.createTextNode(child.textContent ?? ''));
    } else if (child instanceof Element && !dropped.has(child.localName)) {
      if (!elements.has(child.localName) || child.namespaceURI !== 'http://www.w3.org/1999/xhtml') {
        copyInto(target, child, page);
        continue;
      }
      const copy = page.createElement(child.localName);
      copyAttributes(child, copy);
      copyInto(copy, child, page);
      target.appendChild(copy);
    }
  }
}

/** A fragment of safe nodes for `page`. Parsing happens in an inert document, where nothing loads or runs. */
export function safeFragment(html: string, page: Document): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fragment = page.createDocumentFragment();
  copyInto(fragment, parsed.body, page);
  return fragment;
}
