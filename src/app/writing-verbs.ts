/** The verbs that write models, with what must follow every write: forms kept in step, and a note of who changed what. */
import type { ModelId } from '../core/model/ids';
import type { Kind } from '../core/model/model';
import type { App } from './app';
import type { NotedSave } from './change-notes';
import { createModel } from './create-model';
import { deleteModel } from './delete-model';
import { once } from './once';
import type { Ports } from './ports';
import { saveModel } from './save-model';
import type { WorkItemViews } from './work-item-views';

/** What a sync writes into the model; all else that is new after it came from others. */
const syncKinds: readonly Kind[] = ['realisation', 'mitigation'];

/** Who changed what: loaded with the first save or look, since most pages do neither. */
function notesOf(ports: Ports, projectId: string) {
  const notes = once(async () => {
    const { ChangeNotes } = await import('./change-notes');
    return new ChangeNotes(ports, projectId);
  });
  return {
    // A note that cannot be written must not undo what is saved.
    add: (save: NotedSave) =>
      notes().then(
        (each) => each.add(save),
        () => undefined,
      ),
    look: async (id: ModelId) => (await notes()).look(id),
    read: async (id: ModelId) => (await notes()).read(id),
  };
}

export interface AppPlace {
  readonly projectId: string;
  readonly hubId: string;
}
type WritingVerbs =
  'createModel' | 'saveModel' | 'deleteModel' | 'lookForNews' | 'readHistory' | 'undoSync' | 'applySync';

/** What writes models: forms are kept in step with it, and it is noted who changed what. */
export function writingVerbs(
  ports: Ports,
  { projectId, hubId }: AppPlace,
  views: WorkItemViews,
): Pick<App, WritingVerbs> {
  const notes = notesOf(ports, projectId);
  return {
    // Forms are kept in step before a save counts as done: a page that is closed right after it leaves nothing stale.
    createModel: async (model) => {
      const opened = await createModel(ports, projectId, model);
      await views.update(undefined, opened);
      return opened;
    },
    saveModel: async (opened, next) => {
      const saved = await saveModel(ports, opened, next);
      const noted = { before: opened.model, wanted: next, conflicts: saved.conflicts };
      await Promise.all([views.update(opened.model, saved.opened), notes.add(noted)]);
      return saved;
    },
    lookForNews: (id) => notes.look(id),
    readHistory: (id) => notes.read(id),
    deleteModel: async (id) => {
      await deleteModel(ports, projectId, id);
      await views.forget(id);
    },
    undoSync: async (opened, undoing, watch = {}) => {
      const { undoSync } = await import('./undo-sync');
      const report = await undoSync(ports, { opened, undoing, ...watch });
      await views.update(opened.model, report.opened);
      await notes.add({ before: opened.model, wanted: report.opened.model, conflicts: [], only: syncKinds });
      return report;
    },
    applySync: async (request) => {
      // Planner and executor are for those who sync: the forms of work items do not load them.
      const { applySync } = await import('./apply-sync');
      const report = await applySync(ports, { ...request, hubId, projectId });
      if (report.kind !== 'applied') return report;
      const before = request.opened.model;
      await views.update(before, report.opened);
      await notes.add({ before, wanted: report.opened.model, conflicts: [], only: syncKinds });
      return report;
    },
  };
}
