/** `without import FILE --update`: a newer version of an imported file updates its model; the preview is the plan. */
import { importFile } from '../core/formats/import-file';
import { isReimportOf, planReimport } from '../core/formats/reimport/plan-reimport';
import type { ReimportChange, ReimportPlan } from '../core/formats/reimport/plan-reimport';
import { applyEdit } from '../core/model/edit';
import { modelId } from '../core/model/ids';
import * as v from 'valibot';
import type { App } from '../app/app';
import type { OpenedModel } from '../app/open-model';
import { CommandError } from './command-error';
import { connect } from './connect';
import type { Target } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { readInput } from './read-input';

export interface ImportAgainOptions {
  readonly file: string;
  readonly json: boolean;
  readonly target: Target;
  /** Name of the model; undefined = as the file calls it. */
  readonly model: string | undefined;
  readonly mode: 'dry-run' | 'apply';
}

async function opened(app: App, name: string): Promise<OpenedModel> {
  const found = (await app.listModels()).find((each) => each.kind === 'model' && each.info.name === name);
  const id = v.safeParse(modelId, found?.id);
  if (!id.success)
    throw new CommandError(`The project has no model named "${forTerminal(name)}" to update.`, 1);
  return app.openModel(id.output);
}

const words = { added: 'new', changed: 'changed', stale: 'stale', back: 'back' } as const;

function line({ kind, what, name, fields, kept }: ReimportChange): string {
  const more = [
    ...(fields.length > 0 ? [`takes ${fields.join(', ')}`] : []),
    ...(kept.length > 0 ? [`keeps yours: ${kept.join(', ')}`] : []),
  ];
  return `  ${words[what]}: ${kind} ${name}${more.length > 0 ? ` (${more.join('; ')})` : ''}`;
}

function report({ changes, deleted }: ReimportPlan, options: ImportAgainOptions, world: CommandWorld): void {
  const count = (what: ReimportChange['what']) => changes.filter((each) => each.what === what).length;
  const counts = {
    added: count('added'),
    changed: count('changed'),
    stale: count('stale'),
    back: count('back'),
  };
  if (options.json) {
    const rows = changes.map(({ id: _ours, ...rest }) => rest);
    world.out(JSON.stringify({ applied: options.mode === 'apply', ...counts, deleted, changes: rows }));
    return;
  }
  const verb = options.mode === 'apply' ? 'Updated' : 'Would update';
  world.out(
    `${verb}: ${counts.added} new, ${counts.changed} changed, ${counts.stale} stale, ${counts.back} back; ${deleted} that were deleted here stay deleted`,
  );
  for (const change of changes) world.out(forTerminal(line(change)));
}

/** Exit 0; a refused file, or a model that is not of this file, is a CommandError with exit code 1. */
export async function importAgainCommand(options: ImportAgainOptions, world: CommandWorld): Promise<number> {
  const result = importFile(await readInput(options.file));
  if (result.kind === 'refused') throw new CommandError(forTerminal(result.reason), 1);
  const { app } = await connect(options.target, world);
  const there = await opened(app, options.model ?? result.model.info.name);
  if (!isReimportOf(there.model, result.model))
    throw new CommandError(
      'This model was not imported from a file of this format, so it cannot be updated by it.',
      1,
    );
  const plan = planReimport(there.model, result.model);
  if (options.mode === 'apply') await app.saveModel(there, applyEdit(there.model, plan.edit));
  report(plan, options, world);
  return 0;
}
