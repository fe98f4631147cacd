/** `without check --pipeline`: the same check as a step of Azure Pipelines, in the lines that its agent understands. */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAlignment } from '../core/alignment/check-alignment';
import type { Finding } from '../core/alignment/finding';
import { connect } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { loggingCommand } from './logging-commands';
import { pipelineInputs } from './pipeline-inputs';
import type { FailOn, PipelineInputs } from './pipeline-inputs';
import { noModel } from './wanted-models';
import { summaryMarkdown } from './pipeline-summary';

const counts = (failOn: FailOn, { severity }: Finding): boolean =>
  failOn === 'suggestion' || (failOn === 'warning' && severity === 'warning');

type Result = 'Succeeded' | 'SucceededWithIssues' | 'Failed';
interface Verdict {
  readonly result: Result;
  readonly says: string;
}

const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** A model that could not be read is never "aligned": it fails the step wherever findings could. */
function judge(
  { failOn, threshold, target }: PipelineInputs,
  {
    findings,
    problems,
    models,
  }: { findings: readonly Finding[]; problems: readonly string[]; models: number },
): Verdict {
  const many = findings.filter((finding) => counts(failOn, finding)).length;
  if (problems.length > 0) {
    const says = `${counted(problems.length, 'model')} could not be read, and there are ${counted(findings.length, 'finding')} in the others.`;
    return { result: failOn === 'never' ? 'SucceededWithIssues' : 'Failed', says };
  }
  // What was not looked at is not aligned, either.
  if (models === 0) return { result: 'SucceededWithIssues', says: `Nothing was checked: ${noModel(target)}` };
  if (findings.length === 0) return { result: 'Succeeded', says: 'Models and backlog say the same.' };
  const found = `${counted(findings.length, 'finding')} where models and backlog do not say the same`;
  if (failOn === 'never') return { result: 'SucceededWithIssues', says: `${found}.` };
  const limit = `${many} of them count (from ${failOn} on), and ${threshold} may be there`;
  return many > threshold
    ? { result: 'Failed', says: `${found}; ${limit}.` }
    : { result: 'SucceededWithIssues', says: `${found}; ${limit}.` };
}

async function check(inputs: PipelineInputs, world: CommandWorld): Promise<Result> {
  const { app } = await connect(inputs.target, { ...world, environment: { WITHOUT_TOKEN: inputs.token } });
  const { picture, problems } = await app.readAlignment();
  const findings = checkAlignment(picture);
  const { name, url } = await app.facts();
  const verdict = judge(inputs, { findings, problems, models: picture.models.length });
  const issue = (type: 'error' | 'warning', message: string, code?: string) =>
    world.out(loggingCommand('task.logissue', { type, ...(code === undefined ? {} : { code }) }, message));
  for (const problem of problems) issue('error', forTerminal(problem));
  if (problems.length === 0 && picture.models.length === 0) issue('warning', forTerminal(verdict.says));
  for (const finding of findings) {
    const isFatal = verdict.result === 'Failed' && counts(inputs.failOn, finding);
    issue(
      isFatal ? 'error' : 'warning',
      forTerminal(`${finding.message} (${finding.ruleId})`),
      finding.ruleId,
    );
  }
  const file = join(inputs.folder ?? tmpdir(), `without-check-${randomUUID()}.md`);
  await writeFile(
    file,
    summaryMarkdown({ project: { name, url }, findings, problems, verdict: verdict.says }),
  );
  world.out(loggingCommand('task.uploadsummary', {}, file));
  world.out(loggingCommand('task.complete', { result: verdict.result }, verdict.says));
  return verdict.result;
}

/**
 * Exit 0: the step succeeded, perhaps with issues. 1: it failed, by the threshold or since a model could not be read.
 * 2: it could not run, which is told to the agent as an issue, too. Never throws.
 */
export async function pipelineCheck(
  given: Parameters<typeof pipelineInputs>[1],
  world: CommandWorld,
): Promise<number> {
  try {
    return (await check(pipelineInputs(world.environment, given), world)) === 'Failed' ? 1 : 0;
  } catch (error) {
    const message = forTerminal(error instanceof Error ? error.message : String(error));
    world.out(loggingCommand('task.logissue', { type: 'error' }, message));
    world.out(loggingCommand('task.complete', { result: 'Failed' }, message));
    return 2;
  }
}
