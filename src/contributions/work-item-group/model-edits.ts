/** Edits of models from inside the form: one after the other, each on the model as it is stored at that moment. */
import type { App } from '../../app/app';
import type { Edit } from '../../core/model/edit';
import { applyEdit, invertEdit } from '../../core/model/edit';
import { linkClause } from '../../core/model/edits/link';
import type { ClauseAt } from '../../core/model/edits/link';
import { asId, modelId } from '../../core/model/ids';
import type { ModelId, ThreatId } from '../../core/model/ids';
import type { Model } from '../../core/model/model';
import { kinds } from '../../core/model/model';
import { firstDangling } from '../../core/store/references';
import { sameValue } from '../../core/model/same-value';
import { candidatesOf } from './threat-search';
import type { ThreatCandidate } from './threat-search';

/** The work item that something is linked to. */
export interface LinkTarget {
  readonly id: number;
  readonly type: string;
}

/** An edit that is stored, with the way back. */
export interface Done {
  readonly made: Edit;
  readonly inverse: Edit;
}

/** The model is not as it was when the person decided: what is shown is to be read again. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

/** A link that no later try can make. */
export class LinkRefusedError extends Error {
  override readonly name = 'LinkRefusedError';
}

/** Whether all that the edit touched is still as it left it. */
function isAsLeft(model: Model, { made }: Done): boolean {
  return kinds.every((kind) => {
    const now = new Map<string, unknown>(model[kind]);
    const put = made[kind]?.put ?? [];
    const removed = made[kind]?.remove ?? [];
    return put.every((each) => sameValue(now.get(each.id), each)) && removed.every((id) => !now.has(id));
  });
}

export type ModelReach = Pick<App, 'openModel' | 'saveModel' | 'listModels' | 'facts' | 'newId'>;

export class ModelEdits {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly app: ModelReach) {}

  /**
   * Rejects with a sentence: OvertakenError where somebody else was quicker, whose version then stays, and whatever
   * the store rejects with.
   */
  apply(id: ModelId, make: (model: Model) => Promise<Edit>): Promise<Done> {
    // A clause that was just saved must not lose its link to an edit that is on its way.
    const next = this.#last.then(async () => {
      const opened = await this.app.openModel(id);
      const edit = await make(opened.model);
      const { conflicts } = await this.app.saveModel(opened, applyEdit(opened.model, edit));
      if (conflicts.length > 0)
        throw new OvertakenError(
          'Somebody else changed the same link at the same moment; look again and decide.',
        );
      return { made: edit, inverse: invertEdit(opened.model, edit) };
    });
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Rejects with OvertakenError once others changed what the edit made, or built on it: that would be lost. */
  undo(id: ModelId, done: Done): Promise<Done> {
    return this.apply(id, async (model) => {
      const isFree = isAsLeft(model, done) && !firstDangling(applyEdit(model, done.inverse));
      if (!isFree)
        throw new OvertakenError('This was changed again since then, so it cannot be undone any more.');
      return done.inverse;
    });
  }

  /** Rejects with LinkRefusedError for a threat that is gone, and for a work item that is no story of this process. */
  link(
    to: LinkTarget,
    ref: { model: ModelId; threat: ThreatId },
    clause: ClauseAt | undefined,
  ): Promise<Done> {
    return this.apply(ref.model, async (model) => {
      await this.requireStory(to);
      if (!model.threat.has(ref.threat))
        throw new LinkRefusedError('This threat is not in the model any more.');
      const draft = { threat: ref.threat, story: to.id, ...(clause ? { clause } : {}) };
      return linkClause(model, draft, this.app.newId);
    });
  }

  /** Asked only when somebody links, because the process costs two requests. */
  async requireStory({ type }: LinkTarget): Promise<void> {
    const { storyTypes } = await this.app.facts();
    if (storyTypes.length > 0 && !storyTypes.includes(type))
      throw new LinkRefusedError(
        `Threats are linked to stories (${storyTypes.join(', ')}), and this is of type ${type}.`,
      );
  }

  /** The threats of every model of the project that can be changed: one request, and two for each model. */
  async candidates(): Promise<readonly ThreatCandidate[]> {
    const ids = (await this.app.listModels()).flatMap(({ kind, id }) =>
      kind === 'model' ? (asId(modelId, id) ?? []) : [],
    );
    const opened = await Promise.all(ids.map((id) => this.app.openModel(id)));
    return opened.flatMap(({ model }) => candidatesOf(model));
  }
}
