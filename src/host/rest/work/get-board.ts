/** https://learn.microsoft.com/rest/api/azure/devops/work/boards/get */
import { ok } from '../../kernel/answer';
import { endpoint, type Site } from '../../kernel/endpoint';
import { Links, Url } from '../../kernel/wire';
import type { Team } from '../../organisation/types';
import type { World } from '../../organisation/world';
import { boardIdOf, boardRows, boardSettings } from '../../boards/board-settings';
import { boardFieldsOf } from '../../boards/board-fields';
import { statesAllowedIn, typesOnBoard } from '../../boards/columns';
import { isTeamAdministrator } from '../../organisation/permissions';
import type { BacklogLevel } from '../../processes/process';
import { projectUrl, teamUrl } from '../addresses';
import { boardReference, boardUrl, columnsOf, requireBoard, rowShape } from './board-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/boards/{id}',
  spec: 'work/7.2 Boards_Get',
  handle({ params, site, user }, world) {
    const level = requireBoard(world, site.team, params.text('id'));
    const self = boardUrl(level, site);
    return ok({
      ...boardReference(level, site),
      columns: columnsOf(world, site.team, level),
      rows: boardRows(world.store, site.team, level.id).map(rowShape),
      isValid: true,
      revision: boardSettings(world.store, site.team, level.id).revision,
      allowedMappings: allowedMappings(world, site.team, level),
      canEdit: isTeamAdministrator(user, site.team),
      fields: shownFields(level, site),
      _links: new Links({
        self,
        project: projectUrl(site),
        team: teamUrl(site),
        charts: `${self}/charts`,
        columns: `${self}/columns`,
        rows: `${self}/rows`,
      }),
    });
  },
});

/** Which states may be put into the first, middle and last columns, by type. */
function allowedMappings(
  world: World,
  team: Team,
  level: BacklogLevel,
): Record<string, Record<string, readonly string[]>> {
  const pick = (place: Parameters<typeof statesAllowedIn>[1]): Record<string, readonly string[]> =>
    Object.fromEntries(
      typesOnBoard(world.process, team, level).map((type) => [type.name, statesAllowedIn(type, place)]),
    );
  return { Incoming: pick('incoming'), InProgress: pick('inProgress'), Outgoing: pick('outgoing') };
}

/** The fields in which this very board keeps where an item stands. */
function shownFields(level: BacklogLevel, site: Site): Record<string, unknown> {
  const fields = boardFieldsOf(boardIdOf(site.team, level.id));
  const field = (referenceName: string): Record<string, unknown> => ({
    referenceName,
    url: new Url(`${site.collectionUrl}/_apis/wit/fields/${referenceName}`),
  });
  return {
    columnField: field(fields.column),
    rowField: field(fields.lane),
    doneField: field(fields.done),
  };
}
