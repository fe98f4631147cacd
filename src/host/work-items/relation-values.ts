/** Reads the value of a relation in a patch. */
import { problem } from '../kernel/problem';
import { sent, sentText } from '../kernel/sent';
import { nextNumber } from '../store/counters';
import type { Edit } from './draft';
import { relationType } from './relation-types';
import type { Relation } from './types';

/** @throws Problem 400 for an unknown link type or a URL that names no work item. */
export function readRelation(value: unknown, edit: Edit): Relation {
  const [rel, url] = [sentText(value, 'rel'), sentText(value, 'url')];
  if (rel === undefined || url === undefined || url === '')
    throw problem(400, 'VssPropertyValidationException', 'A relation needs the properties rel and url.');
  const attributes = sent(value, 'attributes');
  const comment = sentText(attributes, 'comment');
  const note = comment === undefined ? {} : { comment };
  const type = relationType(rel);
  if (type?.usage === 'workItemLink')
    return { kind: 'link', rel: type.referenceName, target: readTarget(url, edit), ...note };
  if (type?.referenceName === 'Hyperlink' || type?.referenceName === 'ArtifactLink') {
    const name = sentText(attributes, 'name');
    return {
      kind: 'external',
      rel: type.referenceName,
      url,
      id: nextNumber(edit.tx, 'relation'),
      addedAt: edit.now.toISOString(),
      ...(name === undefined ? {} : { name }),
      ...note,
    };
  }
  throw problem(
    400,
    'WorkItemLinkTypeNotFoundException',
    `The work item link type '${rel}' is not known or not supported.`,
  );
}

/** The host part is not looked at: the same server is reached under several names. */
function readTarget(url: string, edit: Edit): number {
  const id = /\/_apis\/wit\/workItems\/(-?\d{1,10})\/?$/i.exec(url)?.[1];
  if (id === undefined)
    throw problem(
      400,
      'WorkItemLinkInvalidUrlException',
      `The url '${url}' of the relation does not name a work item.`,
    );
  const number = Number(id);
  return edit.temporaryIds.get(number) ?? number;
}
