/** Foreign text made safe to store and show: no control characters, no broken characters, no more than fits. */

/** Line breaks of any system become \n; C0 and C1 controls (but tab and \n) go; half characters become U+FFFD. */
export function cleanProse(text: string): string {
  return (
    text
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      // XML forbids most of these; JSON does not, and a work item field refuses them.
      .replace(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
      // With the u flag a surrogate matches only when its other half is missing; JSON allows such strings.
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .trim()
  );
}

/** One line: every run of white space is one blank. */
export function cleanLine(text: string): string {
  return cleanProse(text).replace(/\s+/g, ' ');
}

/** At most `max` UTF-16 code units, never half a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

/** At most `max` code units, cut between words where there is a blank in the second half, with an ellipsis. */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = cut(text, max - 1);
  const blank = head.lastIndexOf(' ');
  return `${(blank > max / 2 ? head.slice(0, blank) : head).trimEnd()}…`;
}

/** A piece of a foreign file that is short and tame enough to appear in a sentence. */
export function excerpt(text: string): string {
  return cutAtWord(cleanLine(cut(text, 400)), 60);
}
