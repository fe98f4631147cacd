/**
 * Texts of a model in other languages. Every text is hostile: a title may try to end a string, a comment or a table
 * cell. JSON and YAML are written by libraries; for the others there is one function each, and nothing is concatenated
 * without it.
 */

/** Line breaks of any kind, tabs and other control characters become one blank: these texts stand on one line. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Half a letter outside the basic plane is no text: it becomes the sign for what could not be read. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** Backslash, quote and control characters: enough for a string in double quotes of KQL, C# and TypeScript. */
function doubleQuoted(text: string): string {
  const escaped = wellFormed(text)
    .replace(/[\\"]/g, '\\$&')
    .replace(/[\p{Cc}\u2028\u2029]/gu, unicodeEscape);
  return `"${escaped}"`;
}

/** A string literal of the Kusto Query Language. */
export const kqlText = doubleQuoted;
/** A string literal of C#. */
export const csharpText = doubleQuoted;
/** A string literal of TypeScript. */
export const typescriptText = doubleQuoted;

/**
 * A string literal of Bicep: single quotes, and `${` must not begin an expression. What would begin a comment
 * outside of a string is escaped as well: the grammar of many editors (tree-sitter) finds comments in strings.
 */
export function bicepText(text: string): string {
  const escaped = wellFormed(text)
    .replace(/[\\']/g, '\\$&')
    .replace(/\$\{/g, '\\${')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/\/(?=[/*])/g, '\\u{2f}');
  return `'${escaped}'`;
}

/**
 * Always: what marks up in itself. Dots, colons and the like only where they could begin a link, a list or an image, so
 * that ordinary sentences stay readable for somebody who opens the file in an editor.
 */
const markup = /[\\`*_{}[\]#+|~^$@/]|[.!:](?=\S)|(?<=\d)[.):]|(?<![\p{L}\p{N}])-|-(?![\p{L}\p{N}])/gu;

/**
 * Text within a line of Markdown: nothing of it is markup, HTML or the end of a table cell. Characters that could be
 * are written as numeric entities where a backslash would not do in every renderer.
 */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(markup, (character) => `&#${character.charCodeAt(0)};`);
}

/** A line comment of any of these languages: one line, so it cannot be left. */
export function commentText(text: string): string {
  return oneLine(text).replace(/\*\//g, '* /');
}
