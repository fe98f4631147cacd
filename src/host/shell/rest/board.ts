/** A board as the team set it: its columns and rows, what cards show, and how rules colour them. */
import type { Connection } from './connection';

export interface BoardColumn {
  readonly id: string;
  readonly name: string;
  readonly itemLimit?: number;
  /** Split columns have a part for what is done and waits. */
  readonly isSplit?: boolean;
  readonly stateMappings: Readonly<Record<string, string>>;
  readonly columnType: string;
}

export interface BoardRow {
  readonly id: string;
  /** Null for the default lane. */
  readonly name: string | null;
  readonly color?: string | null;
}

export interface CardRule {
  /** Of a tag style the tag itself. */
  readonly name: string;
  readonly isEnabled: string;
  readonly clauses?: readonly {
    readonly fieldName: string;
    readonly operator: string;
    readonly value: string;
  }[];
  readonly settings: Readonly<Record<string, string>>;
}

/** How cards look: on boards and on taskboards alike. */
export interface CardSetup {
  readonly fills: readonly CardRule[];
  readonly tagStyles: readonly CardRule[];
  /** The fields of a card, by type. */
  readonly cards: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

export interface BoardSetup extends CardSetup {
  /** A GUID. */
  readonly id: string;
  readonly columns: readonly BoardColumn[];
  readonly rows: readonly BoardRow[];
  /** By the type of the children that cards count; also those that are switched off. */
  readonly annotations: readonly CardRule[];
  /** Where this very board keeps where a card stands. */
  readonly fields: { readonly column: string; readonly done: string; readonly row: string };
}

interface FieldReference {
  readonly referenceName: string;
}

interface BoardAnswer {
  readonly id: string;
  readonly columns: readonly BoardColumn[];
  readonly rows: readonly BoardRow[];
  readonly fields: {
    readonly columnField: FieldReference;
    readonly doneField: FieldReference;
    readonly rowField: FieldReference;
  };
}

/** @param work the address of the team's work below the organisation. */
export async function readBoardSetup(
  connection: Connection,
  work: string,
  name: string,
): Promise<BoardSetup> {
  const path = `${work}/boards/${encodeURIComponent(name)}`;
  const [board, { rules }, { cards }] = await Promise.all([
    connection.send<BoardAnswer>({ path }),
    connection.send<{ rules: Partial<Record<'fill' | 'tagStyle' | 'annotation', readonly CardRule[]>> }>({
      path: `${path}/cardrulesettings`,
      apiVersion: '7.1-preview.2',
    }),
    connection.send<{ cards: BoardSetup['cards'] }>({
      path: `${path}/cardsettings`,
      apiVersion: '7.1-preview.2',
    }),
  ]);
  const isOn = (rule: CardRule): boolean => rule.isEnabled.toLowerCase() === 'true';
  const { columnField, doneField, rowField } = board.fields;
  return {
    id: board.id,
    columns: board.columns,
    rows: board.rows,
    fields: {
      column: columnField.referenceName,
      done: doneField.referenceName,
      row: rowField.referenceName,
    },
    fills: (rules.fill ?? []).filter(isOn),
    tagStyles: (rules.tagStyle ?? []).filter(isOn),
    annotations: rules.annotation ?? [],
    cards,
  };
}
