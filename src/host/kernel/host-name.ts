/** Sorts requests by their Host header, and refuses names that could only come from a rebinding attack. */

export type HostName =
  | { readonly kind: 'collection' }
  /** Extension files have an origin of their own, as on the original's content network. */
  | { readonly kind: 'gallery'; readonly publisher: string }
  | { readonly kind: 'refused' };

const GALLERY = '.gallerycdn.localhost';

/** @param header the Host header, with or without a port. */
export function readHostName(header: string | undefined): HostName {
  const name = (header ?? '').replace(/:\d+$/, '').toLowerCase();
  if (name.endsWith(GALLERY)) return { kind: 'gallery', publisher: name.slice(0, -GALLERY.length) };
  const local = name === '127.0.0.1' || name === 'localhost' || name.endsWith('.localhost');
  return { kind: local ? 'collection' : 'refused' };
}
