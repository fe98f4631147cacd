/** What operations gets of a model: the files, with the Tasks' states of now. About three requests. */
import type { Artefact } from '../core/operate/artefact';
import { operationsArtefacts } from '../core/operate/artefacts';
import type { ModelId } from '../core/model/ids';
import { indexModel } from '../core/model/model-index';
import { assess } from '../core/risk/assess';
import type { WorkItem } from '../core/sync/backlog-picture';
import { statesOf } from '../core/sync/foreign';
import { openModel } from './open-model';
import type { Ports } from './ports';
import { hubUrl } from './sync-backlog';

export interface OperationsReading {
  /** The name of the model. */
  readonly name: string;
  /** In the order of their paths. */
  readonly files: readonly Artefact[];
}

/** Rejects with ModelError `missing`, or AccessError. */
export async function readOperations(
  ports: Ports,
  given: { readonly projectId: string; readonly model: ModelId; readonly hubId: string },
): Promise<OperationsReading> {
  const [{ model }, facts] = await Promise.all([
    openModel(ports, given.projectId, given.model),
    ports.backlog.facts(),
  ]);
  const tasks = [...model.realisation.values()].flatMap(({ workItem }) => workItem ?? []);
  const stories = [...model.storyLink.values()].map(({ story }) => story);
  const wanted = [...new Set([...tasks, ...stories])].sort((a, b) => a - b);
  const items = wanted.length === 0 ? new Map<number, WorkItem>() : await ports.backlog.read(wanted);
  const index = indexModel(model);
  const assessment = assess(model, statesOf(items, model), index);
  const files = operationsArtefacts({
    model,
    index,
    assessment,
    items,
    hubUrl: hubUrl(facts.url, given.hubId),
    projectUrl: facts.url,
  });
  return { name: model.info.name, files };
}
