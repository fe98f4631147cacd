/** YAML from strangers as the same values as JSON: no code, few aliases, and the limits of JSON. */
import { parseDocument } from 'yaml';
import type { ImportInput } from './import-result';
import { Refusal } from './import-result';
import type { Json } from './json-value';
import { parseJson } from './json-value';

/** A real file uses some; more would be a bomb of copies. */
const mostAliases = 500;
/** YAML is read whole before it can be counted: larger files are none that people write. UTF-16 code units. */
const longest = 4_000_000;

/**
 * The value of a YAML text (JSON is YAML too). Throws Refusal with the place when it cannot be read. Merge keys (`<<`)
 * are resolved, as tools that write them expect.
 */
export function parseYaml(text: string, { limits }: Pick<ImportInput, 'limits'>): Json {
  if (text.length > longest) throw new Refusal('This YAML file is too large to be imported.');
  if (deepest(text) > limits.maxDepth)
    throw new Refusal('This YAML file is nested too deeply to be imported.');
  const document = parseDocument(text, { merge: true, prettyErrors: true, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) throw new Refusal(sentenceOf(error.message));
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch {
    throw new Refusal(
      'This YAML file multiplies its content by references (aliases), which is not accepted.',
    );
  }
  // Once more through the reader of JSON: it counts, and refuses keys that reach a prototype.
  return parseJson(JSON.stringify(value) ?? 'null', limits);
}

/** Nesting of flow style and of dashes in a row. Indentation costs so much text that the reader of JSON is in time for it. */
function deepest(text: string): number {
  let [depth, most] = [0, 0];
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    most = Math.max(most, depth);
  }
  const dashes = text.match(/^(?:[ ]*-)+/gm) ?? [];
  return dashes.reduce((deep, dash) => Math.max(deep, dash.split('-').length - 1), most);
}

function sentenceOf(message: string): string {
  const [first = ''] = message.split('\n');
  const clean = first
    .replace(/[^\x20-\x7e]/g, ' ')
    .replace(/:$/, '')
    .slice(0, 120);
  return `This YAML file cannot be read: ${clean.replace(/[.\s]+$/, '')}.`;
}
