/** Boards: one per backlog level above tasks, one column per state. */
import type { Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { Url } from '../../kernel/wire';
import { guidOf } from '../../organisation/identifiers';
import type { Team } from '../../organisation/types';
import type { World } from '../../organisation/world';
import {
  typeNamed,
  typesOnBacklog,
  type BacklogLevel,
  type WorkItemTypeDefinition,
} from '../../processes/process';
import { workUrl } from '../addresses';

export function boardsOf(world: World, team: Team): readonly BacklogLevel[] {
  return world.process.backlogs.filter(
    (level) => level.type !== 'task' && team.backlogVisibilities[level.id] !== false,
  );
}

export function boardReference(level: BacklogLevel, site: Site): Record<string, unknown> {
  const id = boardId(level, site.team);
  return { id, url: new Url(`${workUrl(site)}/boards/${id}`), name: level.name };
}

/** A board is one team's. */
function boardId(level: BacklogLevel, team: Team): string {
  return guidOf(`board:${team.id}:${level.id}`);
}

/** By GUID, name or backlog level id, as the original allows. @throws Problem 404 for any other. */
export function requireBoard(world: World, team: Team, text: string): BacklogLevel {
  const wanted = text.toLowerCase();
  const found = boardsOf(world, team).find((one) =>
    [boardId(one, team), one.name.toLowerCase(), one.id.toLowerCase()].includes(wanted),
  );
  if (found) return found;
  throw problem(404, 'BoardDoesNotExistException', `The board ${text} does not exist.`);
}

/** The columns in order: incoming, those in progress with the default limit of 5, outgoing. */
export function boardColumns(
  world: World,
  team: Team,
  level: BacklogLevel,
): readonly Record<string, unknown>[] {
  const types = typesOnBacklog(world.process, level, team.bugsBehavior).flatMap(
    (name) => typeNamed(world.process, name) ?? [],
  );
  const states = (types.find((type) => level.types.includes(type.name))?.states ?? []).filter(
    (state) => state.category !== 'Removed',
  );
  return states.map((state, index) => {
    const isMiddle = index > 0 && index < states.length - 1;
    const mappings = types.map((type) => [type.name, stateFor(type, state.name, state.category)] as const);
    return {
      id: guidOf(`column:${team.id}:${level.id}:${state.name}`),
      name: state.name,
      itemLimit: isMiddle ? 5 : 0,
      stateMappings: Object.fromEntries(mappings.filter(([, name]) => name !== undefined)),
      ...(isMiddle ? { isSplit: false, description: '' } : {}),
      columnType: enumValue(
        'BoardColumnType',
        index === 0 ? 'incoming' : isMiddle ? 'inProgress' : 'outgoing',
      ),
    };
  });
}

function stateFor(type: WorkItemTypeDefinition, name: string, category: string): string | undefined {
  return (
    type.states.find((one) => one.name === name) ?? type.states.find((one) => one.category === category)
  )?.name;
}

/** The unnamed default lane; its id is all zeros on the original. */
export const BOARD_ROWS = [{ id: '00000000-0000-0000-0000-000000000000', name: null, color: null }] as const;
