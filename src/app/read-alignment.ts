/** Reads what alignment is judged on: every model of the project, its stories, and the Tasks of the models. */
import type { AlignmentPicture, Sprint, StoryPicture } from '../core/alignment/picture';
import { findClauses } from '../core/clauses/find-clauses';
import { asId, modelId } from '../core/model/ids';
import { indexModel } from '../core/model/model-index';
import { assess } from '../core/risk/assess';
import type { WorkItem } from '../core/sync/backlog-picture';
import { mitigationTag } from '../core/sync/identity';
import { statesOf } from '../core/sync/foreign';
import { withMappedStates } from '../core/sync/states';
import { listModels } from './list-models';
import { openModel } from './open-model';
import type { OpenedModel } from './open-model';
import { openPolicy } from './project-policy';
import type { Ports, Story } from './ports';
import { readEvidence } from './read-evidence';

export interface AlignmentReading {
  readonly picture: AlignmentPicture;
  readonly opened: readonly OpenedModel[];
  /** One sentence for each model that could not be opened. */
  readonly problems: readonly string[];
}

/** The clauses of a story, explicit and suggested apart. */
export function storyPicture(story: Story): StoryPicture {
  const { text, ...item } = story;
  const found = findClauses(text);
  return {
    item,
    clauses: found.filter((clause) => clause.kind === 'explicit'),
    suggested: found.filter((clause) => clause.kind === 'suggested'),
  };
}

/** The picture out of what was read; pure, so that an edit shows its effect without another reading. */
export function alignmentPicture(given: {
  readonly opened: readonly OpenedModel[];
  readonly stories: ReadonlyMap<number, StoryPicture>;
  readonly tasks: ReadonlyMap<number, WorkItem>;
  readonly sprint: Sprint | undefined;
  readonly iterations?: readonly Sprint[] | undefined;
  readonly marked?: readonly WorkItem[] | undefined;
  readonly evidence?: AlignmentPicture['evidence'] | undefined;
  /** ISO instant of the reading. */
  readonly today: string;
}): AlignmentPicture {
  const { opened, stories, sprint, iterations, marked, evidence, today } = given;
  // Of the project, so the same for every model: rules see the categories that it decided.
  const policy = opened[0]?.model.policy;
  const tasks = withMappedStates(given.tasks, policy ? { policy } : {});
  const models = opened.map(({ model }) => {
    const index = indexModel(model);
    return { model, index, assessment: assess(model, statesOf(tasks, model), index) };
  });
  return {
    models,
    stories,
    tasks,
    sprint,
    today,
    ...(iterations ? { iterations } : {}),
    ...(marked ? { marked } : {}),
    ...(evidence ? { evidence } : {}),
  };
}

/** About 5 requests, 2 for each model, 1 for each 200 stories and for each accepted risk with a comment. Rejects with AccessError. */
export async function readAlignment(
  ports: Ports,
  given: { readonly projectId: string; readonly sprint: Sprint | undefined },
): Promise<AlignmentReading> {
  const { projectId, sprint } = given;
  const policy = openPolicy(ports, projectId);
  // Whoever waits for it is told; if the others fail first, nobody waits.
  policy.catch(() => undefined);
  const [summaries, read, iterations, marked] = await Promise.all([
    listModels(ports, projectId),
    ports.backlog.stories('all'),
    ports.backlog.iterations(),
    ports.backlog.tasks.tagged(mitigationTag),
  ]);
  const ids = summaries.flatMap((each) => (each.kind === 'damaged' ? [] : (asId(modelId, each.id) ?? [])));
  const opened = await Promise.all(ids.map((id) => openModel(ports, projectId, id, policy)));
  // What is left out of a model is not judged: whoever reads "aligned" must know.
  const problems = [
    ...summaries.flatMap((each) => (each.kind === 'model' ? [] : [each.problem])),
    ...new Set(opened.flatMap((each) => each.problems)),
  ];
  const numbers = opened.flatMap(({ model }) =>
    [...model.realisation.values()].flatMap((realisation) => realisation.workItem ?? []),
  );
  const today = ports.clock.now();
  const [tasks, evidence] = await Promise.all([
    numbers.length === 0 ? new Map<number, WorkItem>() : ports.backlog.read(numbers),
    readEvidence(ports.backlog, opened, today),
  ]);
  const stories = new Map(read.map((story) => [story.id, storyPicture(story)]));
  return {
    picture: alignmentPicture({ opened, stories, tasks, sprint, iterations, marked, evidence, today }),
    opened,
    problems,
  };
}
