/** What a page of the extension weighs on the wire: its own files and every chunk it loads at first, gzip. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @returns bytes of gzip by kind, for `pages/<door>.html` below `extension`. */
export function pageWeight(extension, door) {
  const page = join(extension, 'pages', `${door}.html`);
  const html = readFileSync(page, 'utf8');
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
  const weight = (path) => gzipSync(readFileSync(path), { level: 9 }).length;
  const sum = (ending) =>
    files
      .filter((file) => file.endsWith(ending))
      .reduce((all, file) => all + weight(join(extension, 'pages', file)), 0);
  const parts = { html: weight(page), js: sum('.js'), css: sum('.css') };
  return { ...parts, total: parts.html + parts.js + parts.css };
}

/** @returns the same for every page that there is, by the name of its door. */
export function pageWeights(extension) {
  const doors = readdirSync(join(extension, 'pages'))
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.slice(0, -'.html'.length));
  return Object.fromEntries(doors.sort().map((door) => [door, pageWeight(extension, door)]));
}
