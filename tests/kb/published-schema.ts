/** Checks packages against the published JSON Schema, where it is beside the checkout and a validator is installed. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './knowledge-folders';

const file = join(root, '../shared/reference/kb-schema.json');

interface Validator {
  (json: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
type ValidatorMaker = new (options: object) => { compile(schema: object): Validator };
interface PublishedSchema {
  readonly $defs: { readonly mitigation: { readonly properties: Record<string, unknown> } };
}

/** Draft 2020-12 needs ajv 8, which comes with ajv-formats; the ajv at the top of node_modules is older. */
function ajv2020(): ValidatorMaker | undefined {
  try {
    const near = createRequire(join(dirname(createRequire(__filename).resolve('ajv-formats')), 'x.js'));
    return (near('ajv/dist/2020') as { default: ValidatorMaker }).default;
  } catch {
    return undefined;
  }
}

/** Undefined where the schema or the validator is absent; else a function that lists what is wrong. */
export function publishedSchema(): ((json: unknown) => readonly string[]) | undefined {
  const Ajv = existsSync(file) ? ajv2020() : undefined;
  if (!Ajv) return undefined;
  const schema = JSON.parse(readFileSync(file, 'utf8')) as PublishedSchema;
  // The design adds these two to mitigations; the published schema does not have them yet.
  const references = { type: 'array', items: { $ref: '#/$defs/ref' } };
  Object.assign(schema.$defs.mitigation.properties, { alternativeTo: references, requires: references });
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  return (json) =>
    validate(json) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}
