/** https://learn.microsoft.com/rest/api/azure/devops/wit/reporting-work-item-links/get */
import { ok } from '../../kernel/answer';
import { endpoint, type Call } from '../../kernel/endpoint';
import { identityRef } from '../../organisation/identity';
import { findProject } from '../../organisation/projects';
import { users } from '../../organisation/types';
import type { World } from '../../organisation/world';
import { workItemsUrl } from '../../work-items/render';
import { batchOf, linkEvents, revisionStream, type LinkEvent } from '../../work-items/reporting';
import { workItems } from '../../work-items/types';
import { viewOf } from './edit';
import { batchShape, pageSizeOf, wantedOf } from './reporting';

/** What was linked and unlinked, from the end that a link starts at. */
export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/reporting/workItemLinks',
  spec: 'wit/7.2 Reporting Work Item Links_Get',
  handle(call, world) {
    const wanted = wantedOf(call, world, call.query.parts('types'));
    const linkTypes = call.query.parts('linkTypes')?.map((one) => one.toLowerCase());
    const stream = revisionStream(world.store, wanted);
    const batch = batchOf(stream, wanted.after, pageSizeOf(call), (revision) =>
      linkEvents(world.store, revision)
        .filter(({ link }) => isOf(link.rel, linkTypes))
        .map((event) => linkShape(event, call, world)),
    );
    return ok(batchShape(call, 'workItemLinks', batch));
  },
});

/** Link types are named with their direction or without. */
function isOf(rel: string, wanted: readonly string[] | undefined): boolean {
  const name = rel.toLowerCase();
  return wanted?.some((one) => name === one || name.replace(/-forward$/, '') === one) ?? true;
}

function linkShape(
  { link, revision, isActive }: LinkEvent,
  call: Call,
  world: World,
): Record<string, unknown> {
  const by = world.store.get(users, String(revision.fields['System.ChangedBy']));
  const project = (id: number): string | undefined => {
    const name = world.store.get(workItems, String(id))?.fields['System.TeamProject'];
    return findProject(world.store, String(name))?.id;
  };
  return {
    rel: link.rel,
    url: `${workItemsUrl(viewOf(call, world))}/${link.target}`,
    attributes: {
      sourceId: revision.id,
      targetId: link.target,
      isActive,
      changedDate: new Date(String(revision.fields['System.ChangedDate'])),
      changedBy: by ? identityRef(by, call.site) : null,
      comment: link.comment ?? '',
      changedOperation: isActive ? 'create' : 'remove',
      sourceProjectId: project(revision.id),
      targetProjectId: project(link.target),
    },
  };
}
