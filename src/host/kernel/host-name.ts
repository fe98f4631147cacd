/** Sorts requests by their Host header, and refuses names that could only come from a rebinding attack. */

export type HostName =
  | { readonly kind: 'collection' }
  /** Extension files have an origin of their own, as on the original's content network. */
  | { readonly kind: 'gallery'; readonly publisher: string }
  | { readonly kind: 'refused' };

const GALLERY = '.gallerycdn.localhost';
/** A name and perhaps a port, and nothing that could mean something else inside an address, a header or a page. */
const FORM = /^([a-z0-9]+(?:[-.][a-z0-9]+)*)(?::(\d{1,5}))?$/;

/** @param header the Host header, with or without a port. */
export function readHostName(header: string | undefined): HostName {
  const [, name, port = '0'] = FORM.exec((header ?? '').toLowerCase()) ?? [];
  if (name === undefined || Number(port) > 65_535) return { kind: 'refused' };
  if (name.endsWith(GALLERY)) return { kind: 'gallery', publisher: name.slice(0, -GALLERY.length) };
  const local = name === '127.0.0.1' || name === 'localhost' || name.endsWith('.localhost');
  return { kind: local ? 'collection' : 'refused' };
}
