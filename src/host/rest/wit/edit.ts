/** What every endpoint that shows or changes work items needs from its call. */
import type { Call } from '../../kernel/endpoint';
import type { Member } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { accessOf, mayBypassRules } from '../../organisation/permissions';
import type { User } from '../../organisation/types';
import type { World } from '../../organisation/world';
import type { Transaction } from '../../store/store';
import type { Edit } from '../../work-items/draft';
import type { Selection, View } from '../../work-items/render';

export function viewOf(call: Call, world: World): View {
  return { site: call.site, scope: call.scope, world };
}

/** Fields and expansion from the query. @throws Problem 400 when both are given: the original allows only links beside fields. */
export function selectionOf(call: Call): Selection {
  return selection(call.query.member('WorkItemExpand', '$expand'), call.query.parts('fields'));
}

/**
 * What an item that was saved is shown with: its relations where nothing else is asked for. To be read before anything is
 * saved, since a wrong parameter refuses the whole call.
 */
export function shownAfterSaving({ query }: Call): Selection {
  return { expand: query.member('WorkItemExpand', '$expand') ?? 'relations' };
}

export function selection(
  asked: Member<'WorkItemExpand'> | undefined,
  fields: readonly string[] | undefined,
): Selection {
  const expand = asked ?? 'none';
  if (!fields) return { expand };
  if (expand !== 'none' && expand !== 'links')
    throw problem(
      400,
      'ConflictingParametersException',
      'The expand parameter can not be used with the fields parameter.',
    );
  return { expand, fields };
}

/** @throws Problem 403 for a reader, and when somebody wants to bypass rules without the permission. */
export function editOf(call: Call, world: World, tx: Transaction): Edit {
  requireWriter(call.user);
  const rules = call.query.flag('bypassRules') ? 'bypassed' : 'enforced';
  if (rules === 'bypassed') requireBypass(call.user);
  return {
    tx,
    process: world.process,
    project: call.site.project,
    user: call.user,
    now: world.clock(),
    rules,
    temporaryIds: new Map(),
    overtaken: call.overtaken,
  };
}

/** Every write of a work item asks here, also a rehearsed one, a comment and each entry of a batch. */
function requireWriter(user: User): void {
  if (accessOf(user) === 'write') return;
  throw problem(
    403,
    'PermissionDeniedException',
    'TF237111: The current user does not have permissions to save work items under the specified area path.',
  );
}

function requireBypass(user: User): void {
  if (mayBypassRules(user)) return;
  throw problem(
    403,
    'AccessCheckException',
    `TF237111: The user ${user.displayName} has no permission to bypass rules on work item updates.`,
  );
}
