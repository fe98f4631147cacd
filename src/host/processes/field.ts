/** What a work item field is: its type decides which values it takes and how queries compare it. */

export type FieldType =
  | 'string'
  | 'integer'
  | 'double'
  | 'dateTime'
  | 'plainText'
  | 'html'
  | 'treePath'
  | 'history'
  | 'boolean'
  | 'identity';

export interface FieldDefinition {
  readonly referenceName: string;
  /** The friendly name, which WIQL accepts as well. */
  readonly name: string;
  readonly type: FieldType;
  /** Only the server writes it. */
  readonly isReadOnly: boolean;
  /** The only values it takes, if limited. */
  readonly allowedValues?: readonly string[];
}

/** Fields without regard to case, by reference name or friendly name. */
export class FieldCatalogue {
  readonly all: readonly FieldDefinition[];
  private readonly byReference: ReadonlyMap<string, FieldDefinition>;
  private readonly byName: ReadonlyMap<string, FieldDefinition>;

  constructor(fields: readonly FieldDefinition[]) {
    this.all = fields;
    this.byReference = new Map(fields.map((field) => [field.referenceName.toLowerCase(), field]));
    this.byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  }

  byReferenceName(text: string): FieldDefinition | undefined {
    return this.byReference.get(text.toLowerCase());
  }

  find(text: string): FieldDefinition | undefined {
    return this.byReferenceName(text) ?? this.byName.get(text.toLowerCase());
  }
}

const READ_ONLY = 'read only';

function read(line: string): FieldDefinition {
  const [referenceName = '', name = '', type = '', mark, values] = line.split('|').map((part) => part.trim());
  return {
    referenceName,
    name,
    type: type as FieldType,
    isReadOnly: mark === READ_ONLY,
    ...(values ? { allowedValues: values.split(',').map((value) => value.trim()) } : {}),
  };
}

/** Reads a table of `reference name | name | type | read only? | allowed values?` rows. */
export function readFields(table: string): readonly FieldDefinition[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(read);
}
