/** The merged manifest: vss-extension.json, which has what is no page, plus the contribution.json of every door. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure-install.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Contributions are joined and scopes united, as tfx does with several manifests. */
export function mergedManifest() {
  const manifest = readJson(join(root, 'vss-extension.json'));
  const doors = join(root, 'src/contributions');
  const parts = readdirSync(doors)
    .map((name) => join(doors, name, 'contribution.json'))
    .filter((path) => existsSync(path))
    .map(readJson);
  return {
    ...manifest,
    scopes: [...new Set([...manifest.scopes, ...parts.flatMap((part) => part.scopes ?? [])])],
    contributions: [manifest, ...parts].flatMap((part) => part.contributions ?? []),
  };
}
