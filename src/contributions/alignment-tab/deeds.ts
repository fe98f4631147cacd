/** What mends a finding, each as one deed that can be undone: links in the models, clauses in the stories. */
import type { App } from '../../app/app';
import type { Story } from '../../app/ports';
import { storyPicture } from '../../app/read-alignment';
import { threatOfClause } from '../../core/alignment/backlog-questions';
import type { ModelPicture, StoryPicture } from '../../core/alignment/picture';
import type { FoundClause } from '../../core/clauses/clause';
import { clauseHash } from '../../core/clauses/clause';
import { proposeClause } from '../../core/clauses/propose-clause';
import { clauseToWrite, writeClause } from '../../core/clauses/write-clause';
import type { Edit } from '../../core/model/edit';
import { linkStory } from '../../core/model/edits/build';
import { linkClause, relinkClause, rewordClause, unlinkClauses } from '../../core/model/edits/clauses';
import type { ModelId, NewId, StoryLinkId, ThreatId } from '../../core/model/ids';
import { placeName } from '../../core/model/model-index';
import type { Threat } from '../../core/model/threat';
import { sentenceOf } from '../../ui/words';
import { together } from '../tab-parts/desk';
import type { AlignmentDesk, Deed } from '../tab-parts/desk';
import { knownClause } from '../tab-parts/linked-clauses';
import type { Done } from '../tab-parts/use-desk';

const descriptionField = 'System.Description';

/** The model as the desk has it now; throws with a sentence when it is gone. */
export function modelOf(desk: AlignmentDesk, id: ModelId): ModelPicture {
  const found = desk.current.picture.models.find(({ model }) => model.info.id === id);
  if (!found) throw new Error('This threat model was deleted meanwhile.');
  return found;
}

export interface Join {
  readonly model: ModelId;
  readonly threat: ThreatId;
  readonly story: number;
  /** Undefined = the story as a whole. */
  readonly clause: FoundClause | undefined;
}

function joinEdit(desk: AlignmentDesk, join: Join, newId: NewId): Edit {
  const given = modelOf(desk, join.model);
  const { threat, story: id, clause } = join;
  if (!clause) return linkStory(given.model, { threats: [threat], story: id, newId });
  const known = knownClause(desk.current.picture, join.model, clause);
  return linkClause(given.model, { threats: [threat], story: id, clause, known, newId });
}

/** Links a threat to a clause, or to a story as a whole. */
export const joinThreat = (desk: AlignmentDesk, join: Join, newId: NewId): Deed =>
  desk.edit(join.model, joinEdit(desk, join, newId));

export { proposeThreatTitle } from '../../core/alignment/backlog-questions';

/** A new threat for a clause, linked to it; its judgement is assumed, since nobody has judged it. */
export function addThreatForClause(
  desk: AlignmentDesk,
  given: {
    readonly model: ModelId;
    readonly story: number;
    readonly clause: FoundClause;
    readonly title: string;
  },
  newId: NewId,
): Deed {
  const { clause, story } = given;
  const threat = threatOfClause(given, newId);
  const link = joinEdit(desk, { model: given.model, threat: threat.id, story, clause }, newId);
  return desk.edit(given.model, { ...link, label: 'Add threat', threat: { put: [threat] } });
}

export const unlink = (desk: AlignmentDesk, model: ModelId, link: StoryLinkId): Deed =>
  desk.edit(model, unlinkClauses(modelOf(desk, model).model, [link]));

/** The words that stand there now are the clause. */
export function acceptWords(
  desk: AlignmentDesk,
  model: ModelId,
  link: StoryLinkId,
  found: FoundClause,
): Deed {
  const given = modelOf(desk, model).model;
  const clause = given.storyLink.get(link)?.clause;
  if (!clause) throw new Error('This link was removed meanwhile.');
  return desk.edit(model, rewordClause(given, clause, found));
}

/** The link goes to another clause of its story. */
export function moveLink(
  desk: AlignmentDesk,
  at: {
    readonly model: ModelId;
    readonly link: StoryLinkId;
    readonly story: StoryPicture;
    readonly clause: FoundClause;
  },
  newId: NewId,
): Deed {
  const given = modelOf(desk, at.model);
  const known = knownClause(desk.current.picture, at.model, at.clause);
  const edit = relinkClause(given.model, at.link, {
    story: at.story.item.id,
    clause: at.clause,
    known,
    newId,
  });
  return desk.edit(at.model, edit);
}

/** The work went on in another story: the link goes there, to the story as a whole. */
export function moveToStory(
  desk: AlignmentDesk,
  at: {
    readonly model: ModelId;
    readonly link: StoryLinkId;
    readonly threat: ThreatId;
    readonly story: number;
  },
  newId: NewId,
): Deed {
  const removed = unlink(desk, at.model, at.link);
  const story = desk.current.picture.stories.get(at.story);
  const only = story?.clauses.length === 1 ? story.clauses[0] : undefined;
  const join = { model: at.model, threat: at.threat, story: at.story, clause: only };
  return together([removed, joinThreat(desk, join, newId)]);
}

/** The ends of a flow explain it in a table; in a sentence its name is enough. */
function shortPlace({ model }: ModelPicture, { place }: Threat): string {
  const flow = place.kind === 'flow' ? model.flow.get(place.id) : undefined;
  if (place.kind === 'model') return model.info.name;
  return flow?.name || placeName(model, place);
}

/** Words for a clause out of a threat; `template` is the WITHOUT sentence of a knowledge base about such threats. */
export function wordsFor(given: ModelPicture, threat: Threat, template?: string): string {
  const { title, stride } = threat;
  return proposeClause({ title, stride, placeName: shortPlace(given, threat), template });
}

/** The description with the clause in it, once: as it is when the story says this already; undefined when the words are none. */
export function withClause(story: Story, words: string): string | undefined {
  if (clauseToWrite(words) === '') return undefined;
  if (clauseOfWords(storyPicture(story), words)) return story.text.description;
  const { description, formats } = story.text;
  return writeClause({ value: description, format: formats.description, clause: words });
}

export interface ClauseWriting {
  readonly story: Story;
  readonly words: string;
  readonly model: ModelId;
  readonly threat: ThreatId;
  /** The link that gets the clause; without it the threat's own link to the story does, or a new one. */
  readonly link?: StoryLinkId | undefined;
}

function linkWritten(
  desk: AlignmentDesk,
  { story: { id }, words, ...at }: ClauseWriting,
  newId: NewId,
): Deed {
  const { model, threat, link } = at;
  const story = desk.current.picture.stories.get(id);
  const clause = clauseOfWords(story, words);
  if (!story || !clause) throw new Error('It could not be found there yet: refresh, then link it.');
  return link
    ? moveLink(desk, { model, link, story, clause }, newId)
    : joinThreat(desk, { model, threat, story: id, clause }, newId);
}

/**
 * Writes the clause into the story as it was shown (its revision is the guard), then links the threat to it.
 * Rejects with OutdatedError when somebody saved the story since. Once the text is written nothing rejects: a clause
 * that could not be linked is said to be so, and has its Undo.
 */
export async function writeAndLink(desk: AlignmentDesk, given: ClauseWriting, newId: NewId): Promise<Done> {
  const { story, words } = given;
  const value = withClause(story, words);
  if (value === undefined) throw new Error('These words are no clause: say what must not happen.');
  const { id, rev, text } = story;
  // After a link that failed the clause stands there already: only the link is made up for.
  if (value === text.description)
    return { message: `The clause of #${id} is linked.`, deed: linkWritten(desk, given, newId) };
  const written = await desk.changeItem({
    change: { id, rev, fields: { [descriptionField]: value } },
    back: { fields: { [descriptionField]: text.description } },
  });
  try {
    const linked = linkWritten(desk, given, newId);
    return { message: `The clause is in #${id} and linked.`, deed: together([written, linked]) };
  } catch (error) {
    return { message: `The clause is in #${id}, but not linked. ${sentenceOf(error)}`, deed: written };
  }
}

/** The clause of a story that says these words. */
export function clauseOfWords(story: StoryPicture | undefined, words: string): FoundClause | undefined {
  const hash = clauseHash(clauseToWrite(words));
  return story?.clauses.find((clause) => clause.hash === hash);
}

/** The first words of a new story for a threat; the person writes the rest into its form. */
export function newStoryFields(given: ModelPicture, threat: Threat): Readonly<Record<string, string>> {
  const text = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const clause = clauseToWrite(wordsFor(given, threat));
  return {
    'System.Title': `Protect ${shortPlace(given, threat)}`.slice(0, 255),
    [descriptionField]: `<p>As a … I want to … so that …, <b>WITHOUT</b> ${text(clause)}.</p>`,
  };
}

/** Links a threat to the story that was just made in a form; to its clause, if the words are still there. */
export async function linkNewStory(
  desk: AlignmentDesk,
  given: { readonly model: ModelId; readonly threat: Threat; readonly story: number },
  newId: NewId,
): Promise<Deed> {
  await desk.reread([given.story]);
  const story = desk.current.picture.stories.get(given.story);
  const words = wordsFor(modelOf(desk, given.model), given.threat);
  const clause = clauseOfWords(story, words) ?? story?.clauses[0];
  return joinThreat(desk, { model: given.model, threat: given.threat.id, story: given.story, clause }, newId);
}

/** A story with its texts, as it is now. Rejects with a sentence when it cannot be read. */
export async function readStory(app: Pick<App, 'stories'>, id: number): Promise<Story> {
  const [story] = await app.stories([id]);
  if (!story) throw new Error(`#${id} is deleted, removed, or you may not read it.`);
  return story;
}
