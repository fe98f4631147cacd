/** https://learn.microsoft.com/rest/api/azure/devops/work/boards/get */
import { ok } from '../../kernel/answer';
import { endpoint, type Site } from '../../kernel/endpoint';
import { Links, Url } from '../../kernel/wire';
import { isTeamAdministrator } from '../../organisation/permissions';
import type { Team } from '../../organisation/types';
import type { World } from '../../organisation/world';
import { typeNamed, typesOnBacklog, type BacklogLevel } from '../../processes/process';
import { projectUrl, teamUrl, workUrl } from '../addresses';
import { BOARD_ROWS, boardColumns, boardReference, requireBoard } from './board-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/boards/{id}',
  spec: 'work/7.2 Boards_Get',
  handle({ params, site, user }, world) {
    const level = requireBoard(world, site.team, params.text('id'));
    const reference = boardReference(level, site);
    const self = `${workUrl(site)}/boards/${String(reference['id'])}`;
    return ok({
      ...reference,
      columns: boardColumns(world, site.team, level),
      rows: BOARD_ROWS,
      isValid: true,
      allowedMappings: allowedMappings(world, site.team, level),
      canEdit: isTeamAdministrator(user, site.team),
      fields: boardFields(site),
      revision: 0,
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
  const types = typesOnBacklog(world.process, level, team.bugsBehavior).flatMap(
    (name) => typeNamed(world.process, name) ?? [],
  );
  const pick = (wanted: readonly string[]): Record<string, readonly string[]> =>
    Object.fromEntries(
      types.map((type) => [
        type.name,
        type.states.filter((state) => wanted.includes(state.category)).map((state) => state.name),
      ]),
    );
  return {
    Incoming: pick(['Proposed']),
    InProgress: pick(['Proposed', 'InProgress', 'Resolved']),
    Outgoing: pick(['Completed']),
  };
}

function boardFields(site: Site): Record<string, unknown> {
  const field = (referenceName: string): Record<string, unknown> => ({
    referenceName,
    url: new Url(`${site.collectionUrl}/_apis/wit/fields/${referenceName}`),
  });
  return {
    columnField: field('System.BoardColumn'),
    rowField: field('System.BoardLane'),
    doneField: field('System.BoardColumnDone'),
  };
}
