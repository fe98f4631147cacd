/** What the operations on areas and iterations share: how a node is addressed, read and refused. */
import type { Call, Site } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { sent, sentText } from '../../kernel/sent';
import type { NodeDates } from '../../organisation/edit-nodes';
import { isProjectAdministrator } from '../../organisation/permissions';
import { projectNameOf } from '../../organisation/projects';
import type { ClassificationNode, NodeGroup } from '../../organisation/types';
import { nodeAt, nodesOf } from '../../organisation/world';
import type { Reader } from '../../store/store';

const LONGEST_NAME = 255;
const DEEPEST = 14;
const MOST_NODES = 10_000;
/** What the original forbids in the names of areas and iterations. */
const FORBIDDEN = /[\\/:*?"<>|#$&+\p{Cc}]/u;

export function groupOf({ params }: Call): NodeGroup {
  return params.member('TreeStructureGroup', 'structureGroup');
}

/** Slashes separate levels; some callers send backslashes, with one in front. */
export function pathOf({ params, site }: Call): string {
  const below = (params.optional('path') ?? '').replaceAll('/', '\\').replace(/^\\+|\\+$/g, '');
  return below === '' ? site.project.name : `${site.project.name}\\${below}`;
}

/** @throws Problem 404 for a node that does not exist. */
export function requireNode(reader: Reader, group: NodeGroup, path: string): ClassificationNode {
  const node = nodeAt(reader, group, path);
  if (node) return node;
  const below = path.split('\\').slice(1).join('\\');
  throw problem(
    404,
    'ClassificationNodeNotFoundException',
    `VS402485: The ${group} node ${below} does not exist.`,
  );
}

/** By number, within the project. @throws Problem 404 for another. */
export function requireNodeById(
  reader: Reader,
  group: NodeGroup,
  id: unknown,
  site: Site,
): ClassificationNode {
  const node = nodesOf(reader, group).find(
    (one) => one.id === id && projectNameOf(one.path) === site.project.name,
  );
  if (node) return node;
  throw problem(404, 'ClassificationNodeNotFoundException', `VS402485: There is no node ${String(id)}.`);
}

/** @throws Problem 403 for those who do not administer the project. */
export function requireNodeEditor({ user, site }: Call): void {
  if (isProjectAdministrator(user)) return;
  throw problem(
    403,
    'ClassificationNodeAccessException',
    `TF50309: ${user.displayName} has no permission to change the areas and iterations of ${site.project.name}.`,
  );
}

/** @throws Problem 400 for a name that is none, too many nodes or too deep a tree; 409 for one that is taken. */
export function newPath(reader: Reader, parent: ClassificationNode, name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > LONGEST_NAME || FORBIDDEN.test(trimmed) || /^\.\.?$/.test(trimmed))
    throw problem(
      400,
      'InvalidClassificationNodeNameException',
      `VS402486: The name '${trimmed.slice(0, 60)}' is not valid.`,
    );
  const path = `${parent.path}\\${trimmed}`;
  if (path.split('\\').length - 1 > DEEPEST)
    throw problem(
      400,
      'ClassificationNodeMaxDepthExceededException',
      `A tree has at most ${DEEPEST} levels.`,
    );
  const project = projectNameOf(path);
  if (nodesOf(reader, parent.group).filter((one) => projectNameOf(one.path) === project).length > MOST_NODES)
    throw problem(
      400,
      'ClassificationNodeLimitExceededException',
      `A project has at most ${MOST_NODES} ${parent.group}.`,
    );
  return path;
}

/** @throws Problem 409 when another node stands at the path already. */
export function requireFree(reader: Reader, node: Pick<ClassificationNode, 'group'>, path: string): void {
  if (!nodeAt(reader, node.group, path)) return;
  throw problem(
    409,
    'ClassificationNodeDuplicateNameException',
    `VS402371: Classification node name ${path.split('\\').pop() ?? ''} is already in use by a different child of the parent node.`,
  );
}

/** The dates of the body over the kept ones; null takes a date away. @throws Problem 400 for dates that are none. */
export function readDates(body: unknown, before: NodeDates): NodeDates {
  const attributes = sent(body, 'attributes');
  const read = (name: 'startDate' | 'finishDate'): string | undefined => {
    const raw = sent(attributes, name);
    if (raw === undefined) return before[name];
    if (raw === null) return undefined;
    // A day is a day wherever one is: a date without a zone is taken as it stands.
    const text = sentText(attributes, name) ?? '';
    const time = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
    if (Number.isNaN(time)) throw invalidDates(`The date '${text}' is not valid.`);
    return new Date(time).toISOString();
  };
  const [startDate, finishDate] = [read('startDate'), read('finishDate')];
  if ((startDate === undefined) !== (finishDate === undefined))
    throw invalidDates('An iteration has both a start and a finish date, or none.');
  if (startDate === undefined || finishDate === undefined) return {};
  if (finishDate < startDate) throw invalidDates('The finish date must not be before the start date.');
  return { startDate, finishDate };
}

function invalidDates(message: string): Error {
  return problem(400, 'InvalidClassificationNodeDatesException', message);
}
