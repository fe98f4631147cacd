/** The few kinds of text that our section is made of, as HTML, as Markdown, and as the words alone. */

export type SectionBlock =
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'items'; readonly items: readonly { readonly strong: string; readonly rest: string }[] };

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML content or an attribute in quotes. Every text of a model is hostile: a file may have brought it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** Text for Markdown: no character of it means anything there. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

function blockHtml(block: SectionBlock): string {
  switch (block.kind) {
    case 'link':
      return `<p><a href="${escapeHtml(block.url)}">${escapeHtml(block.text)}</a></p>`;
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'paragraph':
      return `<p>${block.lines.map(escapeHtml).join('<br>')}</p>`;
    case 'items': {
      const strong = (text: string) => (text === '' ? '' : `<b>${escapeHtml(text)}</b>`);
      const rows = block.items.map((item) => `<li>${strong(item.strong)}${escapeHtml(item.rest)}</li>`);
      return `<ul>${rows.join('')}</ul>`;
    }
  }
}

function blockMarkdown(block: SectionBlock): string {
  switch (block.kind) {
    case 'link':
      return `[${escapeMarkdown(words(block.text))}](<${block.url.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;
    case 'heading':
      return `### ${escapeMarkdown(words(block.text))}`;
    case 'paragraph':
      return block.lines.map((line) => escapeMarkdown(words(line))).join('\\\n');
    case 'items': {
      // White space at the ends parts words, too, and bold begins and ends with a word.
      const strong = (text: string) => {
        const [, before = '', after = ''] = /^(\s?)[^]*?(\s?)$/.exec(text) ?? [];
        if (words(text) === '') return before === '' ? '' : ' ';
        return `${before && ' '}**${escapeMarkdown(words(text))}**${after && ' '}`;
      };
      const rest = (text: string) => escapeMarkdown(text.replace(/\s+/g, ' ').trimEnd());
      return block.items.map((item) => `- ${strong(item.strong)}${rest(item.rest)}`).join('\n');
    }
  }
}

/** HTML that ends at a rule line. */
export function asHtml(blocks: readonly SectionBlock[]): string {
  return `${blocks.map(blockHtml).join('')}<hr>`;
}

/** Markdown that ends at a rule line, which stands apart so that it underlines nothing. */
export function asMarkdown(blocks: readonly SectionBlock[]): string {
  return `${blocks.map(blockMarkdown).join('\n\n')}\n\n---`;
}

function blockLines(block: SectionBlock): readonly string[] {
  switch (block.kind) {
    case 'link':
    case 'heading':
      return [block.text];
    case 'paragraph':
      return block.lines;
    case 'items':
      return block.items.map((item) => item.strong + item.rest);
  }
}

const untidy = /\s\s|[^\S ]|^\s|\s$/;
/** One line with single spaces: what is left of a text when its form does not count. */
export function words(text: string): string {
  // Nearly every text is tidy, and looking costs a fraction of making another one.
  return untidy.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** The lines that say something, each with single spaces. */
export function tidyLines(lines: readonly string[]): string {
  return lines
    .map(words)
    .filter((line) => line !== '')
    .join('\n');
}

/** The words alone. */
export function asPlain(blocks: readonly SectionBlock[]): string {
  // Of every Task at every plan: joined block by block, which makes no array of all lines.
  return words(blocks.map((block) => blockLines(block).join(' ')).join(' '));
}

/** The words with a line for each of the section's. */
export function asLines(blocks: readonly SectionBlock[]): string {
  return tidyLines(blocks.flatMap(blockLines));
}
