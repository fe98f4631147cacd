/** Boards: one per backlog level above tasks. */
import type { Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { Links, Url } from '../../kernel/wire';
import { boardIdOf, type Column, type Row } from '../../boards/board-settings';
import { boardColumns, boardLevels } from '../../boards/columns';
import type { Team } from '../../organisation/types';
import type { World } from '../../organisation/world';
import type { BacklogLevel } from '../../processes/process';
import { workUrl } from '../addresses';

export function boardReference(level: BacklogLevel, site: Site): Record<string, unknown> {
  return { id: boardIdOf(site.team, level.id), url: new Url(boardUrl(level, site)), name: level.name };
}

export function boardUrl(level: BacklogLevel, site: Site): string {
  return `${workUrl(site)}/boards/${boardIdOf(site.team, level.id)}`;
}

/** By GUID, name or backlog level id, as the original allows. @throws Problem 404 for any other. */
export function requireBoard(world: World, team: Team, text: string): BacklogLevel {
  const wanted = text.toLowerCase();
  const found = boardLevels(world.process, team).find((one) =>
    [boardIdOf(team, one.id), one.name.toLowerCase(), one.id.toLowerCase()].includes(wanted),
  );
  if (found) return found;
  throw problem(404, 'BoardDoesNotExistException', `The board ${text} does not exist.`);
}

export function columnsOf(world: World, team: Team, level: BacklogLevel): readonly Record<string, unknown>[] {
  return boardColumns(world.store, world.process, team, level).map(columnShape);
}

/** Only a column in progress can be split and has a definition of done. */
export function columnShape(column: Column): Record<string, unknown> {
  const { isSplit, description, columnType, ...rest } = column;
  return {
    ...rest,
    ...(columnType === 'inProgress' ? { isSplit, description } : {}),
    columnType: enumValue('BoardColumnType', columnType),
  };
}

export function rowShape(row: Row): Record<string, unknown> {
  return { id: row.id, name: row.name, color: row.color };
}

/** Where the settings of the cards of a board are found, from wherever one stands. */
export function cardLinks(level: BacklogLevel, site: Site, self: 'cardsettings' | 'cardrulesettings'): Links {
  const board = boardUrl(level, site);
  const links = { cardsettings: `${board}/cardsettings`, cardrulesettings: `${board}/cardrulesettings` };
  return new Links({ self: links[self], ...links, board });
}
