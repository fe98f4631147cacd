/** The models that a command is about. */
import type { App } from '../app/app';
import type { ModelSummary } from '../app/list-models';
import { asId, modelId } from '../core/model/ids';
import type { ModelId } from '../core/model/ids';
import { CommandError } from './command-error';
import type { Target } from './connect';
import { forTerminal } from './console';

/** By name or id; undefined = every model. CommandError when the name is nobody's, or one is damaged. */
export function chosenModels(all: readonly ModelSummary[], wanted: string | undefined): readonly ModelId[] {
  const found = all.filter(
    (model) =>
      wanted === undefined || model.id === wanted || (model.kind !== 'damaged' && model.info.name === wanted),
  );
  if (found.length === 0 && wanted !== undefined) {
    throw new CommandError(`The project has no model named "${forTerminal(wanted)}".`);
  }
  const damaged = found.find((model) => model.kind === 'damaged');
  if (damaged?.kind === 'damaged')
    throw new CommandError(`A stored model cannot be read: ${forTerminal(damaged.problem)}`);
  return found.flatMap((model) => asId(modelId, model.id) ?? []);
}

/** The same among the models of the project; one request. */
export async function wantedModels(app: App, wanted: string | undefined): Promise<readonly ModelId[]> {
  return chosenModels(await app.listModels(), wanted);
}

/** In a sentence; names the publisher that was asked for, since a misspelt one has no model anywhere. */
export const noModel = ({ publisher }: Target): string =>
  publisher === undefined
    ? 'the project has no threat model.'
    : `the project has no threat model of the publisher ${forTerminal(publisher)}.`;
