/**
 * Where an item stands on a board is kept in three fields of the item that belong to that board alone:
 * `WEF_{board id}_Kanban.Column`, `….Column.Done` and `….Lane`. Writing one of them moves the card.
 */
import type { FieldDefinition } from '../processes/field';
import { teams, type Team } from '../organisation/types';
import type { Reader } from '../store/store';
import type { BacklogLevel, ProcessTemplate } from '../processes/process';
import { boardIdOf } from './board-settings';
import { boardLevels } from './columns';

export interface BoardFields {
  readonly column: string;
  readonly done: string;
  readonly lane: string;
}

export function boardFieldsOf(boardId: string): BoardFields {
  const prefix = `WEF_${boardId.replaceAll('-', '').toUpperCase()}_Kanban`;
  return { column: `${prefix}.Column`, done: `${prefix}.Column.Done`, lane: `${prefix}.Lane` };
}

export interface BoardField {
  readonly level: BacklogLevel;
  readonly part: keyof BoardFields;
  readonly definition: FieldDefinition;
}

const WEF = /^WEF_[0-9A-F]{32}_Kanban\./i;
const NAMES: Readonly<Record<keyof BoardFields, string>> = {
  column: 'Board Column',
  done: 'Board Column Done',
  lane: 'Board Lane',
};

/** The board field of that reference name; undefined for any other field. */
export function boardField(
  reader: Reader,
  process: ProcessTemplate,
  reference: string,
): BoardField | undefined {
  if (!WEF.test(reference)) return undefined;
  for (const team of reader.all(teams)) {
    const found = fieldOfTeam(process, team, reference);
    if (found) return found;
  }
  return undefined;
}

function fieldOfTeam(process: ProcessTemplate, team: Team, reference: string): BoardField | undefined {
  for (const level of boardLevels(process, team)) {
    const fields = boardFieldsOf(boardIdOf(team, level.id));
    for (const part of ['column', 'done', 'lane'] as const) {
      if (fields[part].toLowerCase() !== reference.toLowerCase()) continue;
      const type = part === 'done' ? 'boolean' : 'string';
      return {
        level,
        part,
        definition: {
          referenceName: fields[part],
          name: `${level.name} ${NAMES[part]}`,
          type,
          isReadOnly: false,
        },
      };
    }
  }
  return undefined;
}
