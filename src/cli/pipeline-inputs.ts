/** What the agent of Azure Pipelines tells a task: its inputs, the job's variables, the token of the run. */
import * as v from 'valibot';
import { CommandError } from './command-error';
import type { Target } from './connect';

/** From which severity on findings count; `never` = they are only told. */
export type FailOn = 'warning' | 'suggestion' | 'never';

export interface PipelineInputs {
  readonly target: Target;
  readonly token: string;
  readonly failOn: FailOn;
  /** So many findings that count are still fine. */
  readonly threshold: number;
  /** Where the summary may be written. */
  readonly folder: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that does not exist stays as it was written. */
const isUnknownVariable = (value: string): boolean => /^\$\([^()]*\)$/.test(value);

/** The agent hands inputs over as INPUT_NAME, in capitals. An empty one was left out. */
function input(environment: Environment, name: string): string | undefined {
  const value = environment[`INPUT_${name.toUpperCase()}`]?.trim();
  if (value !== undefined && isUnknownVariable(value))
    throw new CommandError(`The input ${name} is ${value}, and the pipeline has no such variable.`);
  return value === '' ? undefined : value;
}

const authorization = v.object({ parameters: v.object({ AccessToken: v.string() }) });

/** The job's own token: mapped by the author of the YAML, or handed to tasks beside the system's endpoint. */
function jobToken(environment: Environment): string | undefined {
  const mapped = environment['SYSTEM_ACCESSTOKEN'];
  if (mapped && !isUnknownVariable(mapped)) return mapped;
  try {
    const parsed = v.safeParse(
      authorization,
      JSON.parse(environment['ENDPOINT_AUTH_SYSTEMVSSCONNECTION'] ?? 'null'),
    );
    return parsed.success ? parsed.output.parameters.AccessToken : undefined;
  } catch {
    return undefined;
  }
}

function failOnOf(text: string | undefined): FailOn {
  if (text === undefined) return 'warning';
  if (text === 'warning' || text === 'suggestion' || text === 'never') return text;
  throw new CommandError('failOn knows warning, suggestion and never.');
}

function thresholdOf(text: string | undefined): number {
  const threshold = Number(text ?? '0');
  if (Number.isInteger(threshold) && threshold >= 0) return threshold;
  throw new CommandError('threshold wants a whole number from 0 on.');
}

/** `given` are the flags of a command line, which beat what the agent says. Throws CommandError for what is missing. */
export function pipelineInputs(
  environment: Environment,
  given: {
    readonly org?: string | undefined;
    readonly project?: string | undefined;
    readonly publisher?: string | undefined;
  },
): PipelineInputs {
  const org =
    given.org ??
    input(environment, 'organization') ??
    environment['SYSTEM_COLLECTIONURI'] ??
    environment['SYSTEM_TEAMFOUNDATIONCOLLECTIONURI'];
  const project = given.project ?? input(environment, 'project') ?? environment['SYSTEM_TEAMPROJECT'];
  const token = input(environment, 'token') ?? environment['WITHOUT_TOKEN'] ?? jobToken(environment);
  if (!org || !project) throw new CommandError('Name the organization and the project.');
  if (!URL.canParse(org))
    throw new CommandError('organization wants an address like https://dev.azure.com/contoso.');
  if (!token)
    throw new CommandError('There is no token: let the job use its own, or give one with the input token.');
  return {
    target: { org, project, publisher: given.publisher ?? input(environment, 'publisher') },
    token,
    failOn: failOnOf(input(environment, 'failOn')),
    threshold: thresholdOf(input(environment, 'threshold')),
    folder: environment['AGENT_TEMPDIRECTORY'],
  };
}
