/** A backlog level as the work area shows it, and how one is found. */
import type { Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { Url } from '../../kernel/wire';
import type { World } from '../../organisation/world';
import type { Team } from '../../organisation/types';
import { typesOnBacklog, type BacklogLevel, type ProcessTemplate } from '../../processes/process';
import { witUrl } from '../addresses';

const ITEM_LIMIT = 1000;

export function backlogShape(level: BacklogLevel, site: Site, world: World): Record<string, unknown> {
  const field = (reference: string): Record<string, unknown> => ({
    referenceName: reference,
    name: world.process.fields.byReferenceName(reference)?.name ?? reference,
    url: new Url(`${site.collectionUrl}/_apis/wit/fields/${reference}`),
  });
  const type = (name: string): Record<string, unknown> => ({
    name,
    url: new Url(`${witUrl(site)}/workItemTypes/${encodeURIComponent(name)}`),
  });
  return {
    id: level.id,
    name: level.name,
    rank: level.rank,
    workItemCountLimit: ITEM_LIMIT,
    addPanelFields: [field('System.Title')],
    columnFields: level.columns.map(([reference, width]) => ({
      columnFieldReference: field(reference),
      width,
    })),
    workItemTypes: typesOnBacklog(world.process, level, site.team.bugsBehavior).map(type),
    defaultWorkItemType: type(level.types[0] ?? ''),
    color: level.color,
    isHidden: site.team.backlogVisibilities[level.id] === false,
    type: enumValue('BacklogType', level.type),
  };
}

/** The levels that the team does not want to see. */
export function hiddenBacklogs(process: ProcessTemplate, team: Team): readonly string[] {
  return process.backlogs.map((level) => level.id).filter((id) => team.backlogVisibilities[id] === false);
}

/** By category reference name or display name. @throws Problem 404 for any other. */
export function requireBacklog(world: World, text: string): BacklogLevel {
  const wanted = text.toLowerCase();
  const found = world.process.backlogs.find((one) =>
    [one.id.toLowerCase(), one.name.toLowerCase()].includes(wanted),
  );
  if (found) return found;
  throw problem(404, 'BacklogDoesNotExistException', `The backlog ${text} does not exist.`);
}
