/** Long texts in documents of extension data: in parts that stay well below the size of one, each with its place. */

/** UTF-16 code units of a part: 256 kB of JSON at most, even where every one of them is escaped or takes two bytes. */
const partLength = 100_000;

export interface TextPart {
  readonly id: string;
  readonly schema: 1;
  readonly kind: 'text-part';
  readonly text: string;
  readonly [name: string]: unknown;
}

/** The parts of the text as documents `<prefix>.<number>`. The same text makes the same parts. */
export function textParts(prefix: string, text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  for (let at = 0, from = 0; from < text.length || at === 0; at += 1) {
    let to = Math.min(text.length, from + partLength);
    // A pair of surrogates is one character: half of it is no text that survives a store.
    const last = text.charCodeAt(to - 1);
    if (to < text.length && last >= 0xd800 && last <= 0xdbff) to += 1;
    parts.push({ id: `${prefix}.${at}`, schema: 1, kind: 'text-part', text: text.slice(from, to) });
    from = to;
  }
  return parts;
}

/** The text of the named parts; undefined when one is missing or is no part. */
export function joinedText(
  ids: readonly string[],
  documents: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): string | undefined {
  const texts = ids.map((id) => documents.get(id)?.['text']);
  return texts.every((text) => typeof text === 'string') ? texts.join('') : undefined;
}
