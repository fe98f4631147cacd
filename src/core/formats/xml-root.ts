/** The root tag of an XML text, found without parsing it: enough to say what a file seems to be. */

export interface RootTag {
  /** Local name, as written. */
  readonly name: string;
  /** The tag with its attributes, cut at 2000 code units. */
  readonly tag: string;
}

const skipped: readonly (readonly [string, string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
];

/** Position after comments, processing instructions and white space; -1 when one of them never ends. */
function startOfContent(text: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const pair = skipped.find(([open]) => text.startsWith(open, at));
    if (!pair) return at;
    const end = text.indexOf(pair[1], at + pair[0].length);
    if (end < 0) return -1;
    at = end + pair[1].length;
  }
}

/** True when the document type declaration comes before the root, however it is spelled. */
export function hasDoctype(text: string): boolean {
  const at = startOfContent(text);
  return at >= 0 && /^<!doctype/i.test(text.slice(at, at + 9));
}

/** The first tag after comments and declarations; undefined when the text does not begin like XML. */
export function rootTagOf(text: string): RootTag | undefined {
  const at = startOfContent(text);
  if (at < 0) return undefined;
  const head = text.slice(at, at + 2000);
  const match = /^<(?:[\w.-]{1,64}:)?([A-Za-z_][\w.-]{0,63})(?=[\s/>])/.exec(head);
  if (!match?.[1]) return undefined;
  const end = head.indexOf('>');
  return { name: match[1], tag: end < 0 ? head : head.slice(0, end + 1) };
}
