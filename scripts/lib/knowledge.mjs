/** Joins each folder of kb/ into the one file that pages fetch. Run as a program it prints what it would write. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './ensure-install.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The entries of a folder, one per file, in the order of their names, so that the same files give the same bytes. */
function entriesIn(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => readJson(join(folder, name)));
}

/** Examples are for the tests and for those who edit rules: they lie in a file of their own, which few pages read. */
function withoutExamples(threat) {
  const shipped = { ...threat };
  delete shipped.examples;
  return shipped;
}

/** Folder name -> package. A folder of kb/ is a package when it holds a kb.json. */
export function knowledgePackages(kb = join(root, 'kb')) {
  const folders = existsSync(kb) ? readdirSync(kb).sort() : [];
  return Object.fromEntries(
    folders
      .filter((folder) => existsSync(join(kb, folder, 'kb.json')))
      .map((folder) => {
        const at = join(kb, folder);
        const head = readJson(join(at, 'kb.json'));
        // Few or none of these: a package may keep them in kb.json, or one per file.
        const alsoIn = (part) => {
          const entries = [...(head[part] ?? []), ...entriesIn(join(at, part))];
          return entries.length > 0 ? { [part]: entries } : {};
        };
        return [
          folder,
          {
            ...head,
            threats: entriesIn(join(at, 'threats')).map(withoutExamples),
            mitigations: entriesIn(join(at, 'mitigations')),
            ...alsoIn('questions'),
            ...alsoIn('events'),
          },
        ];
      }),
  );
}

/** Package id -> threat id -> examples. */
export function knowledgeExamples(kb = join(root, 'kb')) {
  const folders = existsSync(kb) ? readdirSync(kb).sort() : [];
  const packages = folders.filter((folder) => existsSync(join(kb, folder, 'kb.json')));
  return Object.fromEntries(
    packages.map((folder) => {
      const threats = entriesIn(join(kb, folder, 'threats'));
      const { id } = readJson(join(kb, folder, 'kb.json'));
      return [id, Object.fromEntries(threats.map((each) => [each.id, each.examples ?? []]))];
    }),
  );
}

/** Writes `<folder>.json` for each package, their examples, and `index.json` with the folders. */
export function writeKnowledge(out) {
  const packages = knowledgePackages();
  mkdirSync(out, { recursive: true });
  for (const [folder, content] of Object.entries(packages))
    writeFileSync(join(out, `${folder}.json`), JSON.stringify(content));
  writeFileSync(join(out, 'examples.json'), JSON.stringify(knowledgeExamples()));
  writeFileSync(join(out, 'index.json'), JSON.stringify(Object.keys(packages)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(JSON.stringify(knowledgePackages()));
