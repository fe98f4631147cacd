/** Manifest globs, as `tfx extension create --manifest-globs` takes them: `*`, `?` and `**`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', '.git']);
/** A repository below a manifest may be large; a search that goes deeper has lost its way. */
const DEEPEST = 8;

/** A pattern of slashed path segments as a regular expression. */
export function globPattern(glob: string): RegExp {
  const source = glob
    .replaceAll('\\', '/')
    .replace(/^\.\//, '')
    .replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (part) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      return part === '?' ? '[^/]' : `\\${part}`;
    });
  return new RegExp(`^${source}$`);
}

function* filesBelow(folder: string, prefix: string, depth: number): Generator<string> {
  if (depth > DEEPEST) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.isDirectory() && !SKIPPED.has(entry.name))
      yield* filesBelow(join(folder, entry.name), `${prefix}${entry.name}/`, depth + 1);
    else if (entry.isFile()) yield prefix + entry.name;
  }
}

/** Paths below the folder that fit, each once, in the order of the globs. */
export function filesMatching(folder: string, globs: readonly string[]): readonly string[] {
  if (!globs.some((glob) => /[*?]/.test(glob))) return globs;
  const all = [...filesBelow(folder, '', 0)];
  const found = globs.flatMap((glob) => {
    const pattern = globPattern(glob);
    return all.filter((path) => pattern.test(path));
  });
  return [...new Set(found)];
}
