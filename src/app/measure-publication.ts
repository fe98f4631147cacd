/** What a publication would do to every model that the person can read, project by project. */
import type { Impact } from '../core/kb/publication-impact';
import { publicationImpact } from '../core/kb/publication-impact';
import type { KnowledgePackage } from '../core/kb/package';
import { modelId } from '../core/model/ids';
import * as v from 'valibot';
import { listModels } from './list-models';
import { openModel } from './open-model';
import type { Ports, Projects } from './ports';

export interface ModelImpact {
  readonly project: string;
  readonly model: string;
  readonly impact: Impact;
}
export interface Measured {
  /** Models that use a package that changes, the most affected first; also those where nothing would happen. */
  readonly models: readonly ModelImpact[];
  /** Models that were looked at. */
  readonly looked: number;
  /** What could not be read, as one sentence each. */
  readonly unread: readonly string[];
}
export interface MeasureRequest {
  readonly before: readonly KnowledgePackage[];
  readonly after: readonly KnowledgePackage[];
  /** Called after each project; true = stop. */
  readonly progress?: (done: number, of: number) => boolean;
}

type Needed = Pick<Ports, 'documents' | 'newId'> & { readonly projects: Projects };

const reason = (error: unknown) => (error instanceof Error ? error.message : 'It could not be read.');
const weight = ({ impact }: ModelImpact) => impact.added + impact.retired + impact.changed;

async function measureProject(ports: Needed, project: { id: string; name: string }, request: MeasureRequest) {
  const models: ModelImpact[] = [];
  const unread: string[] = [];
  let looked = 0;
  for (const summary of await listModels(ports, project.id)) {
    const id = v.safeParse(modelId, summary.id);
    // Models that chose no packages are left alone by every publication: their index says so, in the same request.
    if (summary.kind !== 'damaged' && summary.info.knowledge === undefined) {
      looked += 1;
      continue;
    }
    if (summary.kind === 'damaged' || !id.success) {
      unread.push(`${project.name}: a model that is damaged.`);
      continue;
    }
    try {
      const { model } = await openModel(ports, project.id, id.output);
      looked += 1;
      const impact = publicationImpact(model, request, ports.newId);
      if (impact) models.push({ project: project.name, model: model.info.name, impact });
    } catch (error) {
      unread.push(`${project.name}, ${summary.info.name}: ${reason(error)}`);
    }
  }
  return { models, unread, looked };
}

/** One request per project and one per model that uses knowledge, one after the other. Rejects with AccessError. */
export async function measurePublication(ports: Needed, request: MeasureRequest): Promise<Measured> {
  const projects = await ports.projects.list();
  const found: Awaited<ReturnType<typeof measureProject>>[] = [];
  for (const [at, project] of projects.entries()) {
    if (request.progress?.(at, projects.length) === true) break;
    found.push(
      await measureProject(ports, project, request).catch((error: unknown) => ({
        models: [],
        unread: [`${project.name}: ${reason(error)}`],
        looked: 0,
      })),
    );
  }
  return {
    models: found.flatMap(({ models }) => models).sort((a, b) => weight(b) - weight(a)),
    looked: found.reduce((sum, { looked }) => sum + looked, 0),
    unread: found.flatMap(({ unread }) => unread),
  };
}
