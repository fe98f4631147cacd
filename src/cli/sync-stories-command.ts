/** `without sync --stories`: what stories ask of a model, with ranked answers, and accepting them; elements mapped to the backlog. */
import type { AlignmentReading } from '../app/read-alignment';
import type { App } from '../app/app';
import type { OpenedModel } from '../app/open-model';
import type { StoryNews } from '../app/story-news';
import { answersEdit, backlogQuestions, choicesOf, likelyChoice } from '../core/alignment/backlog-questions';
import type { BacklogAnswer, BacklogChoice, BacklogQuestion } from '../core/alignment/backlog-questions';
import { answerWords, questionWords } from '../core/alignment/question-words';
import type { AlignmentPicture } from '../core/alignment/picture';
import { clauseTemplates } from '../core/kb/clause-templates';
import type { KnowledgePackage } from '../core/kb/package';
import { readPackages } from '../core/kb/read-packages';
import { applyEdit } from '../core/model/edit';
import type { Model } from '../core/model/model';
import { indexModel } from '../core/model/model-index';
import { assess } from '../core/risk/assess';
import { statesOf } from '../core/sync/foreign';
import { CommandError } from './command-error';
import { connect } from './connect';
import type { Target } from './connect';
import { forTerminal, nameInFlag } from './console';
import type { CommandWorld } from './console';
import { checkMap, mapped, placesWithoutStory } from './mapped-places';
import type { ElementMap } from './mapped-places';
import { wantedModels } from './wanted-models';

export interface StoriesOptions {
  readonly target: Target;
  readonly model: string | undefined;
  readonly mode: 'dry-run' | 'apply';
  /** `likely`, or QUESTION=ANSWER as they are printed. */
  readonly accept: readonly string[];
  /** Element by name -> where it is built; undefined = anywhere. */
  readonly map: ElementMap;
  /** Remembers that this person has seen the stories as they are now. */
  readonly seen: boolean;
  readonly json: boolean;
}

interface Asked {
  readonly key: string;
  readonly question: BacklogQuestion;
  readonly choices: readonly BacklogChoice[];
  readonly news: 'new' | 'known';
}

const place = (at: {
  readonly story: number;
  readonly clause?: { field: string; ordinal: number } | undefined;
}) => (at.clause ? `${at.story}/${at.clause.field}/${at.clause.ordinal}` : String(at.story));

type Naming = (model: Model, threat: string) => string;

/** By its title where that names it, else by its id. */
const byTitle: Naming = (model, id) => {
  const title = [...model.threat.values()].find((each) => each.id === id)?.title ?? id;
  return [...model.threat.values()].filter((each) => each.title === title).length === 1 ? title : id;
};
/** As it is printed, to be copied. */
const inFlag: Naming = (model, id) => nameInFlag(byTitle(model, id), id);
/** How a threat may be named in an answer. */
const namings: readonly Naming[] = [inFlag, byTitle, (_model, id) => id];

function questionKey(model: Model, { kind, finding }: BacklogQuestion, naming = inFlag): string {
  const { threat, link, story, clause } = finding.subject;
  if (kind === 'threat') return `threat:${naming(model, threat ?? '')}`;
  return kind === 'clause' ? `clause:${place({ story: story ?? 0, clause })}` : `link:${link ?? ''}`;
}

function answerName(model: Model, { kind }: BacklogQuestion, answer: BacklogAnswer, naming = inFlag): string {
  switch (answer.kind) {
    case 'link':
      return kind === 'clause' ? naming(model, answer.threat) : place(answer);
    case 'move':
      return place(answer);
    case 'reword':
      return 'yes';
    case 'unlink':
      return kind === 'changed' ? 'no' : 'unlink';
    case 'add-threat':
      return 'new';
  }
}

interface Look {
  readonly picture: AlignmentPicture;
  readonly opened: OpenedModel;
  readonly news: StoryNews;
  readonly packages: readonly KnowledgePackage[];
}

/** The picture with the model as it is now; the others as they were read. */
function withModel(
  { picture, packages }: Pick<Look, 'picture' | 'packages'>,
  model: Model,
): AlignmentPicture {
  const index = indexModel(model);
  const own = {
    model,
    index,
    assessment: assess(model, statesOf(picture.tasks, model), index),
    templates: clauseTemplates(model, packages),
  };
  const others = picture.models.filter((each) => each.model.info.id !== model.info.id);
  return { ...picture, models: [...others, own] };
}

function asked(
  look: Look,
  model: Model,
): { readonly picture: AlignmentPicture; readonly all: readonly Asked[] } {
  const picture = withModel(look, model);
  const all = backlogQuestions(picture, model.info.id).map((question): Asked => ({
    key: questionKey(model, question),
    question,
    choices: choicesOf(picture, model.info.id, question),
    news: look.news.changed.has(question.finding.subject.story ?? 0) ? 'new' : 'known',
  }));
  return { picture, all };
}

/** The answers that were given, and what was given without a question that asks it. */
function given(model: Model, all: readonly Asked[], accept: readonly string[]) {
  const answers: BacklogAnswer[] = [];
  const idle: string[] = [];
  for (const wish of accept) {
    if (wish === 'likely') {
      answers.push(...all.flatMap(({ choices }) => likelyChoice(choices)?.answer ?? []));
      continue;
    }
    const open = all
      .flatMap((each) =>
        namings.map((naming) => ({ ...each, key: questionKey(model, each.question, naming) })),
      )
      .find(({ key }) => wish.startsWith(`${key}=`));
    if (!open) {
      idle.push(wish);
      continue;
    }
    const name = wish.slice(open.key.length + 1);
    const { question } = open;
    const found = open.choices.find(({ answer }) =>
      namings.some((naming) => answerName(model, question, answer, naming) === name),
    );
    if (!found) {
      const names = open.choices.map(({ answer }) => answerName(model, question, answer)).join(', ');
      throw new CommandError(forTerminal(`${open.key} cannot be answered by ${name}; it can by: ${names}.`));
    }
    answers.push(found.answer);
  }
  return { answers, idle };
}

interface Outcome {
  readonly model: Model;
  readonly picture: AlignmentPicture;
  readonly accepted: number;
  readonly left: readonly Asked[];
  readonly idle: readonly string[];
}

async function storiesOf(app: App, look: Look, options: StoriesOptions): Promise<Outcome> {
  const start = mapped(look.opened.model, options.map);
  const before = asked(look, start);
  const { answers, idle } = given(start, before.all, options.accept);
  const next = applyEdit(start, answersEdit(before.picture, start.info.id, answers, app.newId));
  if (options.mode === 'apply') {
    let { opened } = look;
    if (next !== opened.model) {
      const saved = await app.saveModel(opened, next);
      if (saved.conflicts.length > 0)
        throw new CommandError('Somebody else saved the model in between; look again.', 1);
      ({ opened } = saved);
    }
    if (options.seen) await app.keepStoryLook(opened, look.news);
  }
  const after = asked(look, next);
  return { model: next, picture: after.picture, accepted: answers.length, left: after.all, idle };
}

const indent = ' '.repeat(18);
/** More questions than anybody reads in a terminal; --json has all. */
const mostShown = 100;

function printQuestion(world: CommandWorld, { model, picture }: Outcome, each: Asked): void {
  const { question, choices, key, news } = each;
  const about = questionWords(picture, model, question);
  world.out(`  ${forTerminal(`${question.kind.padEnd(15)} ${news === 'new' ? '(new) ' : ''}${about}`)}`);
  for (const { answer, because } of choices) {
    const says = answerWords(picture, model, question, answer);
    const why = because.length > 0 ? `: ${because.join('; ')}` : '';
    const flag = `${key}=${answerName(model, question, answer)}`;
    world.out(`  ${indent}--accept "${forTerminal(flag)}"  ${forTerminal(`${says}${why}`)}`);
  }
  if (choices.length === 0) world.out(`  ${indent}No story shares a word with it.`);
}

/** Why `likely` leaves questions open. */
function whyLeft({ left }: Outcome, { accept }: StoriesOptions): string {
  const isOpen = left.length > 0 && left.every(({ choices }) => !likelyChoice(choices));
  return accept.includes('likely') && isOpen ? ', of which no answer stands out' : '';
}

function printStories(world: CommandWorld, outcome: Outcome, options: StoriesOptions): void {
  const { model, accepted, left } = outcome;
  world.out(
    `${forTerminal(model.info.name)}:${left.length === 0 ? ' every clause has its threat, and every threat its story.' : ''}`,
  );
  for (const each of left.slice(0, mostShown)) printQuestion(world, outcome, each);
  if (left.length > mostShown) world.out(`  and ${left.length - mostShown} more (--json has them)`);
  const done = options.mode === 'apply' ? 'accepted' : 'would be accepted';
  if (accepted > 0 || options.accept.length > 0)
    world.out(`${accepted} ${done}, ${left.length} left${whyLeft(outcome, options)}.`);
}

const asJson = ({ model, picture, accepted, left }: Outcome) => ({
  model: model.info.name,
  accepted,
  questions: left.map(({ key, question, choices, news }) => ({
    key,
    kind: question.kind,
    new: news === 'new',
    says: questionWords(picture, model, question),
    choices: choices.map(({ answer, because, score }) => ({
      accept: `${key}=${answerName(model, question, answer)}`,
      says: answerWords(picture, model, question, answer),
      because,
      score,
    })),
  })),
});

/** Exit 0: no question is left. 1: some are. (2, could not run, is a thrown error.) */
export async function storiesCommand(options: StoriesOptions, world: CommandWorld): Promise<number> {
  const { app } = await connect(options.target, world);
  const models: { readonly opened: OpenedModel; readonly news: StoryNews }[] = [];
  for (const id of await wantedModels(app, options.model)) {
    const opened = await app.openModel(id);
    models.push({ opened, news: await app.readStoryNews(opened) });
  }
  const elements = models.flatMap(({ opened }) => [...opened.model.element.values()]);
  const lost = [...options.map.keys()].find(
    (name) => !elements.some((each) => each.name === name || each.id === name),
  );
  if (lost !== undefined) throw new CommandError(forTerminal(`No element has the name "${lost}" (--map).`));
  await checkMap(app, options.map);
  const reading: AlignmentReading = await app.readAlignment();
  const packages = readPackages(world.knowledge ?? []).flatMap((each) =>
    each.kind === 'package' ? each.package : [],
  );
  const outcomes: Outcome[] = [];
  for (const each of models)
    outcomes.push(await storiesOf(app, { ...each, picture: reading.picture, packages }, options));
  for (const problem of reading.problems) world.err(forTerminal(problem));
  for (const says of placesWithoutStory(reading.picture, options.map)) world.err(forTerminal(says));
  // A wish that one model knows is none of the others'.
  const idle = (outcomes[0]?.idle ?? []).filter((wish) => outcomes.every((each) => each.idle.includes(wish)));
  for (const wish of idle) world.err(forTerminal(`Nothing asks for ${wish} now.`));
  if (options.json) world.out(JSON.stringify({ stories: outcomes.map(asJson) }));
  else for (const outcome of outcomes) printStories(world, outcome, options);
  return outcomes.every(({ left }) => left.length === 0) ? 0 : 1;
}
