/** What the Stories page knows: the stories and the other models as they were read, this model as it is being edited. */
import * as React from 'react';
import type { StoryNews } from '../../../app/story-news';
import { backlogQuestions, choicesOf } from '../../../core/alignment/backlog-questions';
import type { BacklogChoice, BacklogQuestion } from '../../../core/alignment/backlog-questions';
import type { AlignmentPicture, ModelPicture } from '../../../core/alignment/picture';
import { clauseTemplates } from '../../../core/kb/clause-templates';
import type { KnowledgePackage } from '../../../core/kb/package';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import type { Load } from '../use-load';

export interface ReadStories {
  readonly picture: AlignmentPicture;
  readonly problems: readonly string[];
  readonly news: StoryNews;
  /** Empty where the knowledge base could not be read: ranking does without. */
  readonly packages: readonly KnowledgePackage[];
}

export function useReadStories(): readonly [Load<ReadStories>, () => void] {
  const { app } = useHub();
  const { session } = useModelView();
  return useLoad(
    React.useCallback(async () => {
      const knowledge = app.knowledge().catch(() => []);
      const news = await app.readStoryNews(session.current.opened);
      const [{ picture, problems }, packages] = await Promise.all([app.readAlignment(), knowledge]);
      return { picture, problems, news, packages };
    }, [app, session]),
  );
}

function withModel(picture: AlignmentPicture, own: ModelPicture): AlignmentPicture {
  const others = picture.models.filter(({ model }) => model.info.id !== own.model.info.id);
  return { ...picture, models: [...others, own] };
}

export interface StoryQuestions {
  readonly picture: AlignmentPicture;
  readonly questions: readonly BacklogQuestion[];
  /** Ranked when a row first shows it, then kept. */
  readonly choicesFor: (question: BacklogQuestion) => readonly BacklogChoice[];
}

export function useStoryQuestions(read: ReadStories): StoryQuestions {
  const { model, index, assessment } = useModelView();
  const { picture: readPicture, packages } = read;
  const picture = React.useMemo(
    () => withModel(readPicture, { model, index, assessment }),
    [readPicture, model, index, assessment],
  );
  const questions = React.useMemo(() => backlogQuestions(picture, model.info.id), [picture, model.info.id]);
  // Links change with every answer, words and mapped places do not: only those rank anew.
  const { element } = model;
  const known = React.useRef(picture);
  known.current = picture;
  const ranking = React.useMemo(() => {
    const now = known.current;
    const own = now.models[now.models.length - 1];
    const templates = own && clauseTemplates(own.model, packages);
    const ranked = own && templates ? withModel(now, { ...own, templates }) : now;
    return { picture: ranked, choices: new Map<string, readonly BacklogChoice[]>() };
    // `element` is what mapped places are in; the stories are in `readPicture`.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above: the picture itself changes with every answer
  }, [readPicture, packages, element]);
  const choicesFor = React.useCallback(
    (question: BacklogQuestion) => {
      const { key } = question.finding;
      const ready = ranking.choices.get(key) ?? choicesOf(ranking.picture, model.info.id, question);
      ranking.choices.set(key, ready);
      return ready;
    },
    [ranking, model.info.id],
  );
  return { picture, questions, choicesFor };
}
