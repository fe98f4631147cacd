/** `without check`: whether models and backlog say the same, one line for each place where they do not. Writes nothing. */
import { judgeFindings } from '../core/alignment/dismissals';
import { checkAlignment } from '../core/alignment/check-alignment';
import type { Finding } from '../core/alignment/finding';
import { connect } from './connect';
import type { Target } from './connect';
import { forTerminal } from './console';
import { noModel } from './wanted-models';
import type { CommandWorld } from './console';

export interface CheckOptions {
  readonly target: Target;
  readonly json: boolean;
}

function describe({ severity, message, ruleId }: Finding): string {
  return `${severity.padEnd(10)} ${forTerminal(message)} (${ruleId})`;
}

/**
 * Exit 0: aligned, apart from what people left as it is. 1: there are findings. 2: a model could not be read and the others are aligned, which nobody should
 * take for "aligned"; the reason is on stderr. (What could not run at all is a thrown error.)
 */
export async function checkCommand(options: CheckOptions, world: CommandWorld): Promise<number> {
  const { app } = await connect(options.target, world);
  const { picture, problems } = await app.readAlignment();
  const { open: findings, dismissed } = judgeFindings(checkAlignment(picture), picture);
  for (const problem of problems) world.err(forTerminal(problem));
  if (options.json) world.out(JSON.stringify({ findings, dismissed }));
  else {
    for (const finding of findings) world.out(describe(finding));
    if (dismissed.length > 0) world.err(`${dismissed.length} more left as they are, for a reason.`);
    if (findings.length === 0 && problems.length === 0)
      world.out(
        picture.models.length === 0
          ? `Nothing to check: ${noModel(options.target)}`
          : 'Aligned: models and backlog say the same.',
      );
  }
  if (findings.length > 0) return 1;
  return problems.length > 0 ? 2 : 0;
}
