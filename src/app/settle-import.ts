/** An imported model that brings its own id: as it is where that id is free, else a copy. One request at most. */
import { copyOf } from '../core/formats/without/copy';
import type { ImportResult } from '../core/formats/import-result';
import { listModels } from './list-models';
import type { Ports } from './ports';

export async function settleImport(
  ports: Pick<Ports, 'documents' | 'newId'>,
  projectId: string,
  result: ImportResult,
): Promise<ImportResult> {
  if (result.kind === 'refused' || result.keepsIds !== true) return result;
  const there = (await listModels(ports, projectId)).some(({ id }) => id === result.model.info.id);
  if (!there) return result;
  const { model, notTaken } = copyOf(result.model, ports.newId);
  return { kind: 'imported', model, notTaken: [...result.notTaken, ...notTaken] };
}
