/** What the server says about the fields of one work item type: their definitions, and which values each allows. */
import type { Connection, Listed } from './connection';

/** A field as the organisation defines it; the shape that extensions get as WorkItemField. */
export interface FieldDefinition {
  readonly referenceName: string;
  readonly name: string;
  /** A name on the plain wire: "string", "dateTime", "treePath", "html" … */
  readonly type: string;
  readonly readOnly: boolean;
  readonly isIdentity?: boolean;
}

interface TypeField {
  readonly referenceName: string;
  readonly alwaysRequired?: boolean;
  readonly allowedValues?: readonly unknown[];
}

export interface FieldRule {
  readonly definition: FieldDefinition;
  readonly required: 'required' | 'optional';
  /** Undefined where any value is allowed. */
  readonly allowed: readonly unknown[] | undefined;
}

/** Rules by lower-case reference name, in the order of the type. */
export type FieldRules = ReadonlyMap<string, FieldRule>;

/** @throws ServerProblem */
export async function readFieldRules(
  connection: Connection,
  project: string,
  type: string,
): Promise<FieldRules> {
  const root = `/${encodeURIComponent(project)}/_apis/wit`;
  const [fields, ofType] = await Promise.all([
    connection.send<Listed<FieldDefinition>>({ path: `${root}/fields` }),
    // Without $expand the original leaves the allowed values out.
    connection.send<Listed<TypeField>>({
      path: `${root}/workitemtypes/${encodeURIComponent(type)}/fields?$expand=all`,
    }),
  ]);
  const definitions = new Map(fields.value.map((field) => [field.referenceName.toLowerCase(), field]));
  const rules = new Map<string, FieldRule>();
  for (const { referenceName, alwaysRequired, allowedValues } of ofType.value) {
    const key = referenceName.toLowerCase();
    const definition = definitions.get(key);
    if (!definition) continue;
    const limited = allowedValues !== undefined && allowedValues.length > 0;
    rules.set(key, {
      definition,
      required: alwaysRequired === true ? 'required' : 'optional',
      allowed: limited ? allowedValues : undefined,
    });
  }
  return rules;
}
