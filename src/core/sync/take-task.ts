/** A Task that people made themselves becomes the mitigation's: it gets tag, link and section, and keeps its words (S58). */
import type { TaskItem } from './backlog-picture';
import { hasTag, idOfPart, wantedOf } from './desk';
import type { Desk, Part } from './desk';
import { mitigationTag, parseIdentity } from './identity';
import { agreed, descriptionField, tagsField } from './new-task';
import { placeOf } from './placing';
import type { Change, UpdateStep } from './plan';
import { withSection } from './section';
import { categoryOf } from './states';

/** May it be taken? Not one that is removed, or that a mitigation of any model has already. */
export function isFree({ model }: Pick<Desk, 'model'>, item: TaskItem): boolean {
  const known = [...model.realisation.values()].some(({ workItem }) => workItem === item.id);
  const marked = item.hyperlinks.some((url) => parseIdentity(url));
  return !known && !marked && categoryOf(item, model) !== 'Removed';
}

export interface NamedTask {
  readonly id: number;
  /** Absent where it cannot be taken. */
  readonly item?: TaskItem;
  /** Why it cannot, as a sentence. */
  readonly because?: string;
}

function whyNot({ taskType, model }: Desk, item: TaskItem): string | undefined {
  const named = `#${item.id} ${item.title}`;
  if (taskType !== undefined && item.type !== taskType)
    return `${named} is of the type ${item.type}, and mitigations are planned as ${taskType} here.`;
  if (categoryOf(item, model) === 'Removed') return `${named} was removed.`;
  return isFree({ model }, item) ? undefined : `${named} belongs to another mitigation already.`;
}

/**
 * The Task that the choice names for the part; undefined where it names none, or one that the mitigation has or had: an
 * answer that is given again asks for nothing new.
 */
export function namedTask(desk: Desk, part: Part): NamedTask | undefined {
  const id = desk.choice.takes?.get(part.mitigation.id);
  if (id === undefined) return undefined;
  const own = desk.index.realisationsOfMitigation(part.mitigation.id);
  if (own.some(({ workItem, earlier }) => workItem === id || earlier?.includes(id))) return undefined;
  const item = desk.picture.others?.get(id);
  if (!item) return { id, because: `There is no work item #${id} that you may read.` };
  const because = whyNot(desk, item);
  return because === undefined ? { id, item } : { id, because };
}

/** The Task that people made becomes the part's: it gets tag, link and section, its title and place stay (S58). */
export function takeStep(desk: Desk, part: Part, item: TaskItem): UpdateStep {
  const { mitigation } = part;
  const realisation = idOfPart(desk, part);
  const wanted = wantedOf(desk, part, realisation);
  const story = placeOf(desk, part)?.parent ?? null;
  // Where people placed it, it stays: to differ from the proposal is to be moved by hand (S53). Under nothing nobody
  // placed it, and backlogs would hide it.
  const placed = item.parent === undefined && story ? story : undefined;
  const parent = story?.id ?? null;
  const after = agreed(part, {
    id: realisation,
    workItem: item.id,
    rev: item.rev,
    wanted,
    parent,
    related: [],
  });
  const done = categoryOf(item, desk.model) === 'Completed';
  const fields: Record<string, string> = {};
  const changes: Change[] = [];
  if (!hasTag(item, mitigationTag)) {
    fields[tagsField] = [...item.tags, mitigationTag].join('; ');
    changes.push({ what: 'tag', says: `It gets the tag ${mitigationTag}.` });
  }
  changes.push({ what: 'link', says: 'It gets the link to the mitigation.' });
  if (placed) changes.push({ what: 'parent', says: `It moves under #${placed.id} ${placed.title}.` });
  // Nothing is written into the text of what is done (S67): it catches up when somebody reopens it.
  if (!done) {
    const section = item.description.format === 'html' ? wanted.section.html() : wanted.section.markdown();
    fields[descriptionField] = withSection(item.description, undefined, section);
    changes.push({
      what: 'section',
      says: 'Why, how to implement and how to verify are written above its description; its own words stay.',
    });
  }
  const { baseline, decided = [], ...rest } = after;
  const { hashes, ...base } = baseline ?? { rev: item.rev, hashes: {} };
  const kept = done ? {} : { section: hashes['section'] ?? '' };
  return {
    kind: 'update',
    takes: 'task',
    mitigation: mitigation.id,
    realisation,
    workItem: item.id,
    rev: item.rev,
    title: item.title,
    because: `You said that it carries the mitigation “${mitigation.title}”. Its title stays.`,
    changes,
    write: {
      fields,
      ...(placed ? { parent: placed.id } : {}),
      hyperlink: { url: wanted.url, comment: 'The mitigation in the threat model' },
    },
    after: {
      ...rest,
      decided: [...decided.filter(({ about }) => about !== 'title'), { about: 'title' }],
      baseline: { ...base, hashes: kept },
    },
  };
}
