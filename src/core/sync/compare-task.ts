/** A Task against what the model wants of it: three-way on the fields that the model owns, everything else listed. */
import type { Edit } from '../model/edit';
import type { Mitigation, Realisation, SyncDecision } from '../model/mitigation';
import { asStateCategory } from '../model/state-category';
import { textHash } from '../model/text-hash';
import type { TaskItem } from './backlog-picture';
import { hasTag, wantedOf } from './desk';
import type { Desk, Part, Wanted } from './desk';
import { conflictProposals, proposals } from './fate';
import type { Fate } from './fate';
import { isForeign } from './foreign';
import { mitigationTag, parseIdentity } from './identity';
import { descriptionField, sectionKey, tagsField, titleField } from './new-task';
import { isInPlace, placingOf } from './placing';
import type { Change, FieldConflict, Meaning, Oddity, TaskWrite } from './plan';
import { findSection, withSection } from './section';
import { categoryOf } from './states';

export interface Realised extends Part {
  readonly realisation: Realisation;
}

export const oddityKey = (fate: Fate | 'title' | 'section', realisation: string, workItem: number): string =>
  `${fate}:${realisation}:${workItem}`;

/** What comes of looking at one Task: collected field by field, then made into at most one step. */
export class Comparison {
  readonly oddities: Oddity[] = [];
  readonly conflicts: FieldConflict[] = [];
  readonly changes: Change[] = [];
  readonly because: string[] = [];
  /** What the answers mean, a sentence each. */
  readonly said: string[] = [];
  readonly fields: Record<string, string | number> = {};
  readonly hashes: Record<string, string>;
  decided: readonly SyncDecision[];
  write: Omit<TaskWrite, 'fields'> = {};
  base: { parent?: number | null; related?: number[] } = {};
  mitigation: Mitigation | undefined;
  meaning: Meaning | undefined;
  /** The person wants another Task instead of this one. */
  replaced = false;
  /** Nothing says that it is this mitigation's Task: nothing of it is compared, remembered or written. */
  foreign = false;
  readonly wanted: Wanted;

  constructor(
    readonly desk: Desk,
    readonly part: Realised,
    readonly item: TaskItem,
  ) {
    const { realisation } = part;
    this.decided = realisation.decided ?? [];
    this.hashes = { ...realisation.baseline?.hashes };
    this.wanted = wantedOf(desk, part, realisation.id);
  }

  isDecided(about: SyncDecision['about']): boolean {
    return this.decided.some((each) => each.about === about);
  }

  decide(decision: SyncDecision): void {
    this.decided = [...this.decided.filter((each) => each.about !== decision.about), decision];
  }

  change(what: Change['what'], says: string): void {
    this.changes.push({ what, says });
  }

  /** Lists the oddity unless it was answered; the answer otherwise. */
  ask(fate: Fate, because: string, sides: { model?: string; backlog?: string } = {}): string | undefined {
    const { desk, part, item } = this;
    const key = oddityKey(fate, part.realisation.id, item.id);
    const answer = desk.choice.answers?.get(key);
    const offered = proposals[fate].filter(({ answer: one }) => one !== 'take' || part.covers === 'all');
    const given = offered.find((each) => each.answer === answer);
    if (given) {
      this.said.push(given.does);
      return answer;
    }
    this.oddities.push({
      kind: 'oddity',
      fate,
      key,
      mitigation: part.mitigation.id,
      realisation: part.realisation.id,
      workItem: item.id,
      title: item.title,
      because,
      proposals: offered,
      ...sides,
    });
    return undefined;
  }

  /** Lists the conflict unless it was answered; the side that the person chose otherwise. */
  clash(field: FieldConflict['field'], sides: { model: string; backlog: string }) {
    const { desk, part, item } = this;
    const key = oddityKey(field, part.realisation.id, item.id);
    const answer = desk.choice.answers?.get(key);
    if (answer === 'model' || answer === 'backlog') {
      if (answer === 'backlog') this.said.push('The Task stays as people made it, as you chose.');
      return answer;
    }
    const name = field === 'title' ? 'the title' : 'our section of the description';
    this.conflicts.push({
      kind: 'field',
      field,
      key,
      mitigation: part.mitigation.id,
      realisation: part.realisation.id,
      workItem: item.id,
      title: item.title,
      because: `Both the model and people on the backlog changed ${name} since they last agreed.`,
      base: part.realisation.baseline?.rev,
      ...sides,
      proposals: conflictProposals,
    });
    return undefined;
  }
}

type Side = 'same' | 'model' | 'backlog' | 'both';
/** Who changed it since both sides agreed; an unknown base could have been either. */
function whoChanged(base: string | undefined, model: string, backlog: string): Side {
  if (model === backlog) return 'same';
  if (base === backlog) return 'model';
  return base === model ? 'backlog' : 'both';
}

function writeTitle(look: Comparison, because: string): void {
  look.fields[titleField] = look.wanted.title;
  look.hashes[titleField] = textHash(look.wanted.title);
  look.change('title', `The title becomes “${look.wanted.title}”.`);
  look.because.push(because);
}

function compareTitle(look: Comparison): void {
  const { wanted, item, part } = look;
  if (look.isDecided('title')) return;
  const sides = { model: wanted.title, backlog: item.title };
  const [model, backlog] = [textHash(wanted.title), textHash(item.title)];
  const who = whoChanged(look.hashes[titleField], model, backlog);
  if (who === 'same') look.hashes[titleField] = model;
  if (who === 'model') writeTitle(look, 'The title changed in the model.');
  if (who === 'both') {
    const answer = look.clash('title', sides);
    if (answer === 'model') writeTitle(look, 'You chose the model’s title.');
    if (answer === 'backlog') look.decide({ about: 'title' });
  }
  if (who === 'backlog') {
    const answer = look.ask('renamed', 'Somebody gave the Task another title.', sides);
    if (answer === 'ours') writeTitle(look, 'You chose the model’s title.');
    if (answer === 'keep') look.decide({ about: 'title' });
    if (answer === 'take') {
      look.mitigation = { ...part.mitigation, title: item.title };
      look.hashes[titleField] = backlog;
    }
  }
}

const linksHere = (look: Comparison, url: string): boolean => {
  const identity = parseIdentity(url);
  return identity?.mitigation === look.part.mitigation.id && identity.model === look.desk.model.info.id;
};

function writeSection(look: Comparison, because: string): void {
  const { item, wanted } = look;
  const found = findSection(item.description, (url) => linksHere(look, url));
  const section = item.description.format === 'html' ? wanted.section.html() : wanted.section.markdown();
  look.fields[descriptionField] = withSection(item.description, found, section);
  look.hashes[sectionKey] = textHash(wanted.section.plain);
  look.change('section', 'Our section of the description is written anew; what stands beside it stays.');
  look.because.push(because);
}

function compareSection(look: Comparison): void {
  const { item, wanted } = look;
  const model = textHash(wanted.section.plain);
  // What we wrote and nobody touched is seen without reading it.
  if (item.description.format === 'html' && item.description.text.startsWith(wanted.section.html())) {
    look.hashes[sectionKey] = model;
    return;
  }
  const found = findSection(item.description, (url) => linksHere(look, url));
  const settled = look.decided.some((each) => each.about === 'section' && each.hash === model);
  const keep = () => look.decide({ about: 'section', hash: model });
  if (!found) {
    if (settled) return;
    const answer = look.ask('section-lost', 'Our section of the description is gone.', {
      model: wanted.section.plain,
      backlog: '',
    });
    if (answer === 'ours') writeSection(look, 'You put the section back.');
    if (answer === 'keep') keep();
    return;
  }
  const backlog = textHash(found.words);
  // Before sections had a hash of their own, the whole description had one.
  const untouched = look.hashes[descriptionField] === textHash(item.description.text);
  const base = look.hashes[sectionKey] ?? (untouched ? backlog : undefined);
  const sides = { model: wanted.section.plain, backlog: found.words };
  const who =
    found.kind === 'open' && found.words !== wanted.section.plain ? 'both' : whoChanged(base, model, backlog);
  if (who === 'same') look.hashes[sectionKey] = model;
  if (who === 'model') writeSection(look, 'What the model says of this mitigation changed.');
  if (settled) return;
  if (who === 'both') {
    const answer = look.clash('section', sides);
    if (answer === 'model') writeSection(look, 'You chose the model’s text.');
    if (answer === 'backlog') keep();
  }
  if (who === 'backlog') {
    const answer = look.ask('section-edited', 'Somebody changed our section of the description.', sides);
    if (answer === 'ours') writeSection(look, 'You chose the model’s text.');
    if (answer === 'keep') keep();
  }
}

function compareMarks(look: Comparison): void {
  const { item, part, wanted } = look;
  if (!hasTag(item, mitigationTag) && !look.isDecided('tag')) {
    const answer = look.ask('tag-removed', `Somebody took the tag ${mitigationTag} off.`);
    if (answer === 'keep') look.decide({ about: 'tag' });
    if (answer === 'ours') {
      look.fields[tagsField] = [...item.tags, mitigationTag].join('; ');
      look.change('tag', `The tag ${mitigationTag} is put back.`);
      look.because.push('You put the tag back.');
    }
  }
  const isLinked = item.hyperlinks.some((url) => parseIdentity(url)?.realisation === part.realisation.id);
  if (isLinked || look.isDecided('link')) return;
  const answer = look.ask('link-removed', 'The link to the mitigation was taken off the Task.');
  if (answer === 'keep') look.decide({ about: 'link' });
  if (answer === 'ours') {
    look.write = {
      ...look.write,
      hyperlink: { url: wanted.url, comment: 'The mitigation in the threat model' },
    };
    look.change('link', 'The link to the mitigation is put back.');
    look.because.push('You put the link back.');
  }
}

/** Project and type: somebody moved it on purpose, and perhaps it is not this mitigation's work any more. */
function compareKind(look: Comparison): void {
  const { desk, item } = look;
  const questions = [
    {
      fate: 'moved' as const,
      about: 'project' as const,
      is: desk.project !== undefined && item.project !== desk.project,
      because: `It was moved to the project ${item.project}.`,
    },
    {
      fate: 'retyped' as const,
      about: 'type' as const,
      is: item.type !== desk.taskType,
      because: `It is a ${item.type} now.`,
    },
  ];
  for (const { fate, about, is, because } of questions) {
    if (!is || look.isDecided(about)) continue;
    const answer = look.ask(fate, because);
    if (answer === 'keep') look.decide({ about });
    if (answer === 'again') look.replaced = true;
  }
}

function compareState(look: Comparison): 'open' | 'done' | 'removed' | 'unknown' {
  const { item, desk, part } = look;
  const category = categoryOf(item, desk.model);
  if (category === undefined) {
    const because = `The process does not say what the state ${item.state} of a ${item.type} means.`;
    const mapped = asStateCategory(look.ask('state-unknown', because) ?? '');
    if (mapped) look.meaning = { type: item.type, state: item.state, category: mapped };
    return 'unknown';
  }
  if (category !== 'Removed') {
    look.decided = look.decided.filter(({ about }) => about !== 'removed');
    return category === 'Completed' ? 'done' : 'open';
  }
  const { kind } = part.mitigation.status;
  if (look.isDecided('removed') || kind === 'rejected' || kind === 'not-applicable') return 'removed';
  const answer = look.ask('removed', `Its state ${item.state} says that it will not be done.`);
  if (answer === 'keep') look.decide({ about: 'removed' });
  if (answer === 'again') look.replaced = true;
  if (answer === 'reject') {
    const reason = `Its Task #${item.id} was removed from the backlog.`;
    look.mitigation = { ...part.mitigation, status: { kind: 'rejected', reason } };
  }
  return 'removed';
}

/**
 * True when both sides are as they were when they last agreed, so that there is nothing to compare: the revision says
 * so of the Task, the hashes of what the model wants say so of the model. For a large backlog this is nearly every Task.
 */
export function isUntouched(desk: Desk, part: Realised, item: TaskItem): boolean {
  const { baseline, decided = [], id } = part.realisation;
  // Revisions of two work items may be the same by chance.
  if (!item.hyperlinks.some((url) => url.includes(id))) return false;
  if (!baseline || baseline.rev !== item.rev || baseline.model === undefined || decided.length > 0)
    return false;
  if (item.type !== desk.taskType || (desk.project !== undefined && item.project !== desk.project))
    return false;
  const category = categoryOf(item, desk.model);
  if (category === undefined || category === 'Completed' || category === 'Removed') return false;
  if (!isInPlace(desk, part, item)) return false;
  const { fingerprint, title, section } = wantedOf(desk, part, part.realisation.id);
  const { hashes } = baseline;
  return (
    baseline.model === fingerprint &&
    hashes[titleField] === textHash(title) &&
    hashes[sectionKey] === textHash(section.plain) &&
    Object.keys(hashes).length === 2
  );
}

/** A number that leads to somebody else's work item: before anything of it is believed (S34). */
function compareOwner(look: Comparison): void {
  const { desk, part, item } = look;
  if (!isForeign(desk.model, part, item)) return;
  look.foreign = true;
  const because = `Nothing of #${item.id} says that it is this mitigation’s Task: the model may have been brought from somewhere else.`;
  const answer = look.ask('foreign', because, { model: look.wanted.title, backlog: item.title });
  if (answer === 'keep') look.decide({ about: 'foreign' });
  if (answer === 'again') look.replaced = true;
}

/** Looks at one Task that is there. */
export function compareTask(desk: Desk, part: Realised, item: TaskItem): Comparison {
  const look = new Comparison(desk, part, item);
  compareOwner(look);
  if (look.foreign) return look;
  const state = compareState(look);
  if (state === 'removed') return look;
  compareKind(look);
  if (look.replaced) return look;
  compareMarks(look);
  // Nothing is written into what is done: the texts catch up when somebody reopens it.
  if (state === 'done') return look;
  compareTitle(look);
  compareSection(look);
  const placing = placingOf(desk, part, item);
  Object.assign(look.fields, placing.write.fields);
  const { fields: _fields, ...relations } = placing.write;
  look.write = { ...look.write, ...relations };
  look.changes.push(...placing.changes);
  if (placing.changes.length > 0) look.because.push('The plan of its stories changed.');
  look.base = { ...placing.base, related: [...(placing.base.related ?? [])] };
  return look;
}

/** What else of the model changes by the answers. */
export function editOf(look: Comparison, realisation: Realisation | undefined): Edit | undefined {
  const put = realisation ? { realisation: { put: [realisation] } } : {};
  const mitigation = look.mitigation ? { mitigation: { put: [look.mitigation] } } : {};
  const edit: Edit = { label: 'Align with the backlog', ...put, ...mitigation };
  return Object.keys(edit).length > 1 ? edit : undefined;
}
