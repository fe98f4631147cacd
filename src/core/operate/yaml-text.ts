/** YAML by a library, always the same way: no anchors, no folding, keys in the order given. */
import { stringify } from 'yaml';

/** Texts that YAML or its readers could take for something else are quoted by the library. */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.1' });
}
