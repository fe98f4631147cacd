/** Lines of a stream, one after another, with no more of it in memory than one line. */

/** Characters of the longest line that is kept; of a longer one only its place is told. */
const longest = 1_048_576;

/** Undefined stands for a line that was too long. The stream is UTF-8; a line ends at a line feed. */
export async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  let skipping = false;
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      yield skipping || end - start > longest ? undefined : rest.slice(start, end);
      skipping = false;
      start = end + 1;
    }
    rest = rest.slice(start);
    if (rest.length > longest) {
      skipping = true;
      rest = '';
    }
  }
  if (skipping || rest !== '') yield skipping ? undefined : rest;
}
